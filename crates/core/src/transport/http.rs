//! The HTTP client.

use std::error::Error as StdError;
use std::ffi::OsString;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream;
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method, Request, Response, Uri};
use reqwest::Url;

use super::{Body, BoxError, Transport, TransportError};

/// The HTTP client cannot be set up.
#[derive(Debug, Clone, thiserror::Error)]
#[error("the HTTP client cannot be set up: {0}")]
pub struct SetupError(String);

/// Sends requests over HTTP with reqwest.
///
/// Clones share one connection pool. Building one takes about 2 ms, as it reads the platform's certificates: give one
/// to several clients through [`ClientOptions::transport`](crate::ClientOptions::transport) rather than let each build
/// its own.
#[derive(Debug, Clone)]
pub struct HttpTransport {
    client: reqwest::Client,
    /// The URL of the last host. Most requests go to the same host, and parsing it is the slow part of a URL.
    last: Arc<RwLock<Option<Url>>>,
}

impl HttpTransport {
    /// A transport without redirects and retries, with a connect timeout of 10 s. It uses the proxy that the
    /// environment names, if there is one.
    ///
    /// # Errors
    ///
    /// [`SetupError`]: TLS cannot be set up, for instance because the platform has no certificates; or a proxy
    /// variable does not hold a URL.
    pub fn new() -> Result<Self, SetupError> {
        check_proxies(|name| std::env::var_os(name))?;
        Self::build(with_platform_tls(settings())?)
    }

    /// A transport for services on this machine. It uses no proxy and trusts no certificate.
    ///
    /// # Errors
    ///
    /// [`SetupError`]: the HTTP client cannot be set up.
    pub fn loopback() -> Result<Self, SetupError> {
        Self::build(without_certificates(settings()).no_proxy())
    }

    fn build(builder: reqwest::ClientBuilder) -> Result<Self, SetupError> {
        Ok(builder.build().map_err(|error| setup(&error))?.into())
    }

    fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        let same = |last: &&Url| {
            uri.scheme_str() == Some(last.scheme())
                && uri.authority().is_some_and(|it| it.as_str() == last.authority())
        };
        let last = self.last.read().unwrap_or_else(PoisonError::into_inner).as_ref().filter(same).cloned();
        let Some(mut url) = last else {
            let url = Url::parse(&uri.to_string()).map_err(|error| TransportError::NotSent(error.into()))?;
            let mut host = url.clone();
            // Paths and queries may be personal, and `Debug` shows this URL.
            host.set_path("");
            host.set_query(None);
            *self.last.write().unwrap_or_else(PoisonError::into_inner) = Some(host);
            return Ok(url);
        };
        url.set_path(uri.path());
        url.set_query(uri.query());
        Ok(url)
    }
}

/// A client of the caller's own, unchanged. If it follows redirects, it may send credentials to another host.
impl From<reqwest::Client> for HttpTransport {
    fn from(client: reqwest::Client) -> Self {
        Self { client, last: Arc::default() }
    }
}

fn settings() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .connect_timeout(Duration::from_secs(10))
        // Servers close idle connections after about a minute, and a request on a closing connection is lost.
        .pool_idle_timeout(Duration::from_secs(20))
}

#[cfg(feature = "rustls")]
fn with_platform_tls(builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder, SetupError> {
    use rustls_platform_verifier::BuilderVerifierExt;

    let mut tls = tls()
        .and_then(BuilderVerifierExt::with_platform_verifier)
        .map_err(|error| setup(&error))?
        .with_no_client_auth();
    tls.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(builder.tls_backend_preconfigured(tls))
}

/// Trusts no certificate, and so reads none.
#[cfg(feature = "rustls")]
fn without_certificates(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    match tls() {
        Ok(tls) => builder.tls_backend_preconfigured(
            tls.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth(),
        ),
        Err(_) => builder,
    }
}

#[cfg(feature = "rustls")]
fn tls() -> Result<rustls::ConfigBuilder<rustls::ClientConfig, rustls::WantsVerifier>, rustls::Error> {
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()
}

#[cfg(not(feature = "rustls"))]
fn with_platform_tls(builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder, SetupError> {
    Ok(builder)
}

#[cfg(not(feature = "rustls"))]
fn without_certificates(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    builder
}

fn setup(error: &dyn std::error::Error) -> SetupError {
    let cause = error.source().map(|source| format!(": {source}")).unwrap_or_default();
    SetupError(format!("{error}{cause}"))
}

#[async_trait]
impl Transport for HttpTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let (parts, body) = request.into_parts();
        let mut request = reqwest::Request::new(parts.method, self.url(&parts.uri)?);
        *request.headers_mut() = parts.headers;
        // Strict servers answer 411 without it, and reqwest leaves out the length of an empty body.
        if body.is_empty() && matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH) {
            request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        *request.body_mut() = Some(body.into());
        let mut answer = self.client.execute(request).await.map_err(not_answered)?;
        let (status, headers) = (answer.status(), std::mem::take(answer.headers_mut()));
        let chunks = stream::try_unfold(answer, |mut answer| async {
            let chunk = answer.chunk().await.map_err(reqwest::Error::without_url)?;
            Ok::<_, reqwest::Error>(chunk.map(|chunk| (chunk, answer)))
        });
        let mut response = Response::new(Body::from_stream(chunks));
        (*response.status_mut(), *response.headers_mut()) = (status, headers);
        Ok(response)
    }
}

fn not_answered(error: reqwest::Error) -> TransportError {
    let never_sent = error.is_connect() || error.is_builder();
    let error: BoxError = error.without_url().into();
    if is_untrusted(error.as_ref()) {
        return TransportError::Untrusted(error);
    }
    // A server that refuses a stream has not processed it: RFC 9113, section 8.7.
    let is_refused = |cause: &h2::Error| cause.reason() == Some(h2::Reason::REFUSED_STREAM);
    if never_sent || find::<h2::Error>(error.as_ref()).is_some_and(is_refused) {
        return TransportError::NotSent(error);
    }
    TransportError::Lost(error)
}

/// The cause of type `T`, if an error has one.
fn find<'a, T: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a T> {
    let mut cause = error;
    loop {
        if let Some(found) = cause.downcast_ref() {
            return Some(found);
        }
        // The `source` of an I/O error skips the error in it.
        cause = match cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
            Some(inner) => inner,
            None => cause.source()?,
        };
    }
}

#[cfg(feature = "rustls")]
fn is_untrusted(error: &(dyn StdError + 'static)) -> bool {
    find(error).is_some_and(|cause| matches!(cause, rustls::Error::InvalidCertificate(_)))
}

/// The platform's TLS library does not state the reason.
#[cfg(not(feature = "rustls"))]
fn is_untrusted(_: &(dyn StdError + 'static)) -> bool {
    false
}

/// The variables that name a proxy.
const PROXIES: [&str; 6] =
    ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

/// Checks that the proxy variables can be read. A client that ignored one would connect directly, which may be
/// forbidden.
fn check_proxies(variable: impl Fn(&str) -> Option<OsString>) -> Result<(), SetupError> {
    for name in PROXIES {
        let Some(value) = variable(name).filter(|value| !value.is_empty()) else { continue };
        // The value may hold a password.
        let wrong = || {
            SetupError(format!(
                "the variable {name} does not hold the URL of an HTTP proxy; write it like \
                 http://proxy.example.org:3128, or unset it"
            ))
        };
        let text = value.to_str().ok_or_else(wrong)?.trim();
        let with_scheme = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
        let url = Url::parse(&with_scheme).map_err(|_| wrong())?;
        if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
            return Err(wrong());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invalid_proxy_is_an_error() {
        for (value, is_one) in [
            ("http://proxy.example.org:3128", true),
            ("https://user:s3cret@proxy.example.org", true),
            ("proxy.example.org:3128", true),
            ("", true),
            ("http://", false),
            ("::s3cret::", false),
            ("socks5://s3cret.example.org", false),
            ("http://user:s3cret@[proxy", false),
        ] {
            for name in PROXIES {
                let result = check_proxies(|asked| (asked == name).then(|| value.into()));
                assert_eq!(result.is_ok(), is_one, "{name}={value}");
                if let Err(error) = result {
                    let text = error.to_string();
                    assert!(text.contains(name) && !text.contains("s3cret"), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_url_does_not_depend_on_the_last_one() {
        let transport = HttpTransport::loopback().unwrap();
        for text in [
            "https://api.example.com/v1/credentials/88213",
            "https://api.example.com/v1/credentials/88213",
            "https://api.example.com/v1/credentials?page=2&name=a%20b%26c",
            "https://api.example.com/v1/a%2Fb/%C3%A9/c.d~e_f;g",
            "https://api.example.com/v1//x",
            "https://api.example.com//other.example.com/x",
            "https://api.example.com/",
            "https://api.example.com:8443/v1/x?",
            "https://API.example.com/v1/x",
            "http://api.example.com/v1/x",
            "http://127.0.0.1:9000/v1/x",
            "http://[::1]:9000/v1/x?y=[]",
        ] {
            let url = transport.url(&text.parse().unwrap()).unwrap();
            assert_eq!(url, Url::parse(text).unwrap(), "{text}");
        }
        assert!(!format!("{transport:?}").contains("v1"), "{transport:?}");
    }
}
