//! The servers: one with prepared answers, and the sandbox.

use std::convert::Infallible;
use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Request, Response, Uri};
use http_body_util::Full;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tassel_accredible::Client;
use tassel_accredible::model::{NewCredential, Recipient};
use tassel_core::ClientOptions;
use tassel_core::transport::Transport;
use tassel_sandbox::{Sandbox, Server, accredible};

use crate::{bodies, runtime};

/// The number of pages under `/slow`.
pub const SLOW_PAGES: u64 = 200;
/// The number of pages under `/long`.
pub const LONG_PAGES: u64 = 20_000;
/// The number of credentials in a page.
pub const PAGE: u64 = 50;

/// The delay of a page under `/slow`.
const SLOW: Duration = Duration::from_millis(50);

/// Prints the address and serves until the standard input ends. The kinds are `canned`, `sandbox`, and
/// `canned-sandbox`, which has the answers of the sandbox.
pub fn serve_until_stdin_ends(kind: &str) {
    thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    // The server runs in the main thread, as in programs: in another thread, glibc allocates memory page by page.
    runtime().block_on(async {
        if kind == "sandbox" {
            let server = Server::bind(sandbox().await, "127.0.0.1:0").await.unwrap();
            println!("http://{}/accredible", server.address().unwrap());
            server.run().await;
        }
        let canned =
            if kind == "canned" { CannedAnswers::new() } else { CannedAnswers::like_sandbox().await };
        let (listener, address) = listen();
        println!("{address}");
        serve(listener, Arc::new(canned), Arc::default()).await;
    });
}

/// A sandbox without a quota, with enough credentials for a page.
pub async fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.accredible.quota = None);
    let drill = NewCredential::new(Recipient::new("Imani Okonjo", "imani.okonjo@example.org"), 50);
    let options = ClientOptions::new().transport(sandbox.accredible());
    let client = Client::builder(accredible::API_KEY).with(options).build().unwrap();
    client.credentials().bulk_create(vec![drill; 10]).send().await.unwrap();
    sandbox
}

/// Serves in a thread of this process. Returns the address and the count of answers.
#[must_use]
pub fn serve_beside(canned: CannedAnswers) -> (String, Arc<AtomicU64>) {
    let (listener, address) = listen();
    let answered = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&answered);
    thread::spawn(move || runtime().block_on(serve(listener, Arc::new(canned), count)));
    (address, answered)
}

fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    (listener, address)
}

async fn serve(listener: TcpListener, canned: Arc<CannedAnswers>, answered: Arc<AtomicU64>) {
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        let (canned, answered) = (Arc::clone(&canned), Arc::clone(&answered));
        let service = service_fn(move |request: Request<hyper::body::Incoming>| {
            let (canned, answered) = (Arc::clone(&canned), Arc::clone(&answered));
            async move {
                let (delay, answer) = canned.answer(request.uri());
                if !delay.is_zero() {
                    tokio::time::sleep(delay).await;
                }
                answered.fetch_add(1, Ordering::SeqCst);
                Ok::<_, Infallible>(answer)
            }
        });
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move { drop(connection.await) });
    }
}

/// A prepared answer.
#[derive(Debug)]
struct CannedAnswer {
    headers: HeaderMap,
    body: Bytes,
}

impl CannedAnswer {
    fn new(body: String) -> Self {
        let json = HeaderValue::from_static("application/json");
        Self { headers: HeaderMap::from_iter([(CONTENT_TYPE, json)]), body: body.into() }
    }

    /// The answer of the sandbox.
    async fn of(sandbox: &Sandbox, path: &str) -> Self {
        let request = Request::get(path)
            .header("authorization", format!("Token token={}", accredible::API_KEY))
            .body(Bytes::new())
            .unwrap();
        let answer = sandbox.accredible().send(request).await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        let (parts, body) = answer.into_parts();
        Self { headers: parts.headers, body: body.collect(1 << 20).await.unwrap() }
    }

    fn answer(&self) -> Response<Full<Bytes>> {
        let mut answer = Response::new(Full::new(self.body.clone()));
        *answer.headers_mut() = self.headers.clone();
        answer
    }
}

/// The prepared answers: a credential; a page; under `/wrong`, a page whose first credential cannot be read; under
/// `/slow` and `/long`, pages of distinct credentials.
#[derive(Debug)]
pub struct CannedAnswers {
    one: CannedAnswer,
    page: CannedAnswer,
    wrong: CannedAnswer,
    /// The pages under `/slow`.
    slow: Vec<CannedAnswer>,
    /// The text of a credential, split at its number.
    parts: Vec<String>,
}

impl CannedAnswers {
    /// Answers with the bodies of the module `bodies`.
    #[must_use]
    pub fn new() -> Self {
        let page = bodies::page();
        let wrong = page.replacen(r#""private":false"#, r#""private":"no""#, 1);
        Self {
            one: CannedAnswer::new(bodies::one()),
            page: CannedAnswer::new(page),
            wrong: CannedAnswer::new(wrong),
            slow: Vec::new(),
            parts: bodies::parts(),
        }
    }

    /// Adds the pages under `/slow`.
    #[must_use]
    pub fn with_slow_pages() -> Self {
        let canned = Self::new();
        let slow = (1..=SLOW_PAGES).map(|page| canned.numbered_page(page, SLOW_PAGES)).collect();
        Self { slow, ..canned }
    }

    /// The answers of the sandbox.
    async fn like_sandbox() -> Self {
        let sandbox = sandbox().await;
        let page = CannedAnswer::of(&sandbox, "/v1/all_credentials?page_size=50&page=1").await;
        let shown: serde_json::Value = serde_json::from_slice(&page.body).unwrap();
        let id = &shown["credentials"][0]["id"];
        let one = CannedAnswer::of(&sandbox, &format!("/v1/credentials/{id}")).await;
        Self { one, page, ..Self::new() }
    }

    fn answer(&self, uri: &Uri) -> (Duration, Response<Full<Bytes>>) {
        let path = uri.path();
        if path.starts_with("/slow") {
            (SLOW, self.slow[page_number(uri) as usize - 1].answer())
        } else if path.starts_with("/long") {
            (Duration::ZERO, self.numbered_page(page_number(uri), LONG_PAGES).answer())
        } else if path.starts_with("/wrong") {
            (Duration::ZERO, self.wrong.answer())
        } else if path.ends_with("/all_credentials") {
            (Duration::ZERO, self.page.answer())
        } else {
            (Duration::ZERO, self.one.answer())
        }
    }

    /// A page of credentials with numbers from 10,000,000.
    fn numbered_page(&self, page: u64, pages: u64) -> CannedAnswer {
        let next = if page < pages { (page + 1).to_string() } else { "null".to_owned() };
        let first = 10_000_000 + (page - 1) * PAGE;
        let total = pages * PAGE;
        let meta = format!(
            r#""current_page":{page},"next_page":{next},"total_pages":{pages},"total_count":{total}"#
        );
        CannedAnswer::new(bodies::page_of(&self.parts, first..first + PAGE, &meta))
    }
}

/// The number of the requested page.
fn page_number(uri: &Uri) -> u64 {
    let mut parameters = uri.query().unwrap_or_default().split('&');
    parameters.find_map(|pair| pair.strip_prefix("page=")?.parse().ok()).unwrap()
}

impl Default for CannedAnswers {
    fn default() -> Self {
        Self::new()
    }
}
