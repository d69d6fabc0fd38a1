//! What is held of an answer, over the bodies of the fuzz corpus.

use std::path::Path;
use std::sync::Arc;

use tassel_core::ClientOptions;
use tassel_core::testing::{Scripted, Step};

/// Bodies below this size would show what a client costs, and not what it holds.
const SIZE: usize = 64 << 10;

/// The JSON texts of the corpus.
fn corpus() -> Vec<String> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
    let files = ["error_body", "headers", "paging"]
        .into_iter()
        .flat_map(|target| std::fs::read_dir(corpus.join(target)).unwrap())
        .map(|file| std::fs::read(file.unwrap().path()).unwrap());
    let json = files.filter_map(|bytes| {
        let text = String::from_utf8(bytes).ok()?;
        let body = text[text.find(['{', '['])?..].trim().to_owned();
        serde_json::from_str::<serde::de::IgnoredAny>(&body).is_ok().then_some(body)
    });
    json.collect()
}

async fn get(status: u16, body: String) -> Result<Arc<dyn Send + Sync>, tassel_core::Error> {
    let options = ClientOptions::new().transport(Scripted::new([Step::answer(status, body)]));
    let client = tassel_accredible::Client::builder("a-key").with(options).build().unwrap();
    Ok(Arc::new(client.credentials().get(1).send().await?))
}

/// The most bytes held per byte received, by a record that keeps the body in a field that no model knows and by an
/// error, and the number of bodies.
pub async fn worst(heap: impl Fn() -> usize) -> (f64, f64, usize) {
    let bodies = corpus();
    let (mut kept, mut failed) = (0.0_f64, 0.0_f64);
    for body in &bodies {
        let many = vec![body.as_str(); SIZE.div_ceil(body.len())].join(",");
        for (status, body, worst) in [
            (200, format!(r#"{{"credential":{{"id":1,"unknown":[{many}]}}}}"#), &mut kept),
            (400, format!(r#"{{"errors":[{many}]}}"#), &mut failed),
        ] {
            // The first time, what is made once is made.
            drop(get(status, body.clone()).await);
            let size = body.len() as f64;
            let again = body.clone();
            let before = heap() - again.capacity();
            let result = get(status, again).await;
            *worst = worst.max((heap() - before) as f64 / size);
            assert_eq!(result.is_ok(), status == 200);
        }
    }
    (kept, failed, bodies.len())
}
