//! What `Debug` shows: no secret, and no address of a person, whatever type holds it. A type that can hold a text is
//! either printed here or has a reason why it may show what it holds, so that a new type cannot be forgotten.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::Path;

use http::HeaderMap;
use serde_json::json;
use tassel_core::kit::Draft;
use tassel_core::quota::QuotaKey;
use tassel_core::testing::{Scripted, Step};
use tassel_core::transport::{BodyError, TransportError};
use tassel_sandbox::{Fault, Sandbox, Webhook};

const SECRET: &str = "planted-secret-8c1f";
const ADDRESS: &str = "planted.person@example.org";

/// What the types of a crate print with secrets and addresses in them.
fn both(value: &impl Debug) -> String {
    format!("{value:?}\n{value:#?}")
}

fn script(steps: impl IntoIterator<Item = Step>) -> tassel_core::ClientOptions {
    tassel_core::ClientOptions::new().transport(Scripted::new(steps)).seed(1)
}

/// An answer with a cookie, an echoed key and an address, in its head and in its body.
fn telling(status: u16) -> Step {
    let body = json!({"errors": format!("{ADDRESS} is taken"), "token": SECRET}).to_string();
    let cookie = format!("sid={SECRET}");
    Step::answer(status, body).header("set-cookie", &cookie).header("location", &format!("/{ADDRESS}"))
}

async fn printed() -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    let mut print = |name, value: &dyn Debug| all.push((name, both(&value)));

    let accredible =
        |steps: Vec<Step>| tassel_accredible::Client::builder(SECRET).with(script(steps)).build().unwrap();
    let client = accredible(Vec::new());
    print("accredible ClientBuilder", &tassel_accredible::Client::builder(SECRET));
    print("accredible Client", &client);
    print("core ClientOptions", &script([telling(200)]));
    print(
        "core Draft",
        &Draft::new(&tassel_accredible::operations::CREDENTIALS_GET).at("id", ADDRESS).query("a", SECRET),
    );
    print("a call", &client.credentials().get(ADDRESS));
    print("core Listing", &client.credentials().search().recipient_email(ADDRESS));
    print("core LowerCase", &tassel_core::values::LowerCase::from(ADDRESS));
    print("core Query", &tassel_core::kit::Query::new());
    #[expect(deprecated, reason = "it is a listing by a query")]
    let list = client.credentials().list().email(ADDRESS);
    print("core Query in a listing", &list);
    for status in [400, 401, 403, 404, 409, 422, 429, 500] {
        let error = accredible((0..9).map(|_| telling(status)).collect()).issuer().get().await.unwrap_err();
        print("core Error", &error);
        print("core Problem", &error.rejection());
        print("core Throttled", &error);
        print("core RawResponse", &error);
    }
    let decode = accredible(vec![telling(200)]).issuer().get().await.unwrap_err();
    print("core DecodeError", &decode);
    let mut headers = HeaderMap::new();
    headers.insert("set-cookie", SECRET.parse().unwrap());
    let cut = BodyError::CutShort("cut".into());
    print(
        "core TransportError",
        &TransportError::Body { status: http::StatusCode::OK, headers: Box::new(headers), error: cut },
    );
    print("core QuotaKey", &QuotaKey::new("acme", "host", Some(SECRET.into())));
    print("core Secret", &tassel_core::values::Secret::from(SECRET));
    print("core ApiKey", &client);
    print("core Acknowledged", &accredible(vec![telling(200)]).issuer().get());

    let coursepath =
        || tassel_coursepath::Credential::Jwt { email: ADDRESS.to_owned(), secret: SECRET.into() };
    print("coursepath Credential", &coursepath());
    print("coursepath ClientBuilder", &tassel_coursepath::Client::builder("a.example.org", coursepath()));
    let damstra = tassel_damstra::Client::builder("plantedsecret8c1f").with(script([]));
    print("damstra ClientBuilder", &damstra);
    print("damstra Client", &damstra.build().unwrap());
    print("falkor Credential", &tassel_falkor::Credential::Raw(SECRET.into()));
    let falkor =
        tassel_falkor::Client::builder("a.example.org", tassel_falkor::Credential::Raw(SECRET.into()));
    print("falkor ClientBuilder", &falkor);
    print("falkor Client", &falkor.with(script([])).build().unwrap());
    let namecoach = tassel_namecoach::Client::builder(SECRET).with(script([])).build().unwrap();
    print("namecoach ClientBuilder", &tassel_namecoach::Client::builder(SECRET));
    print("namecoach Client", &namecoach);
    print("namecoach GetPronunciation", &namecoach.participants().pronunciation(ADDRESS));
    print("namecoach GetParticipant", &namecoach.participants().get(ADDRESS));
    print("namecoach search", &namecoach.participants().search([ADDRESS]));

    print("sandbox Webhook", &Webhook::new("falkor", "http://127.0.0.1:1/hook").secret(SECRET));
    print("sandbox Fault", &Fault::status(500));
    let sandbox = Sandbox::new();
    print("sandbox SandboxTransport", &sandbox.accredible());
    sandbox.register_webhook(Webhook::new("falkor", "http://127.0.0.1:1/hook").secret(SECRET)).unwrap();
    print("sandbox RegisteredWebhook", &sandbox.webhooks());
    print("sandbox Sandbox", &sandbox);
    all
}

#[tokio::test(start_paused = true)]
async fn debug_shows_no_secret_and_no_address() {
    let planted = [SECRET, "plantedsecret8c1f", ADDRESS];
    let mut showing = printed().await;
    showing.retain(|(_, text)| planted.iter().any(|planted| text.contains(planted)));
    assert!(showing.is_empty(), "{showing:#?}");
}

/// Types that can hold a text and are not printed above, with the reason.
const MAY_SHOW: [(&str, &[&str]); 6] = [
    (
        "it holds what the contract says",
        &[
            "Api",
            "Operation",
            "Parameter",
            "Paging",
            "QuotaRule",
            "QuotaScope",
            "QuotaHeaders",
            "Webhook",
            "ReadBack",
        ],
    ),
    (
        "it is a value of the vendor, and its Debug is what a caller asked to see",
        &[
            "Response",
            "File",
            "Listed",
            "Unwrapped",
            "UnknownValue",
            "UnknownEvent",
            "Lenient",
            "Text",
            "ValuePacker",
            "Download",
            "CreationResult",
            "EvidenceContent",
            "TranscriptEntry",
            "FieldError",
        ],
    ),
    ("it is a place in a listing, which a caller stores", &["Position", "Incomplete"]),
    (
        "it tells what went wrong without values",
        &["WebhookError", "SetupError", "SynchronizeRejection", "CallContext"],
    ),
    ("it records what was sent to a test or to a server of this machine", &["Exchange", "WholeBody"]),
    (
        "it is what the sandbox serves: made-up people, the keys of its settings, and records with credentials masked",
        &["LoggedRequest", "Settings", "Delivery", "MoodleSettings"],
    ),
];

#[tokio::test(start_paused = true)]
async fn no_type_that_can_hold_a_text_is_forgotten() {
    let printed: BTreeSet<_> = printed()
        .await
        .into_iter()
        .filter_map(|(name, _)| name.split(' ').nth(1))
        .map(str::to_owned)
        .collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut forgotten = Vec::new();
    for name in ["core", "quotas", "accredible", "coursepath", "damstra", "falkor", "namecoach", "sandbox"] {
        for file in rust_files(&root.join("crates").join(name).join("src")) {
            let text = std::fs::read_to_string(&file).unwrap();
            for (ty, body) in public_types(&text) {
                let holds = [
                    "String",
                    "Bytes",
                    "HeaderMap",
                    "Value",
                    "Secret",
                    "Request",
                    "Vec<u8>",
                    "ApiKey",
                    "Uri",
                ];
                let may = MAY_SHOW.iter().any(|(_, types)| types.contains(&ty));
                if holds.iter().any(|held| body.contains(held)) && !may && !printed.contains(ty) {
                    forgotten.push(format!("{}: {ty}", file.display()));
                }
            }
        }
    }
    assert!(
        forgotten.is_empty(),
        "print these with something planted, or say why they may show it:\n{forgotten:#?}"
    );
}

fn rust_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let inner = folders.iter().filter(|path| !path.ends_with("generated")).flat_map(|path| rust_files(path));
    files.into_iter().filter(|path| path.extension().is_some_and(|it| it == "rs")).chain(inner).collect()
}

/// The public types of a file, with their fields.
fn public_types(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices("\npub ").filter_map(|(at, found)| {
        let rest = &text[at + found.len()..];
        let rest = rest.strip_prefix("struct ").or_else(|| rest.strip_prefix("enum "))?;
        let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
        let end = rest.find("\n}").into_iter().chain(rest.find(";\n")).min()?;
        Some((name, &rest[..end]))
    })
}
