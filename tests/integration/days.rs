//! The programs that do a day's work at a vendor, `crates/*/examples/day.rs`, against the sandbox on a port.

#![allow(dead_code, reason = "`main` is for the program")]

use tassel_sandbox::{Sandbox, Server};

#[path = "../../crates/accredible/examples/day.rs"]
mod accredible;
#[path = "../../crates/coursepath/examples/day.rs"]
mod coursepath;
#[path = "../../crates/damstra/examples/day.rs"]
mod damstra;
#[path = "../../crates/falkor/examples/day.rs"]
mod falkor;
#[path = "../../crates/namecoach/examples/day.rs"]
mod namecoach;

/// The URL of a sandbox on a port. Its exports end at once.
async fn served() -> String {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.namecoach.export_seconds = [0, 0]);
    let server = Server::bind(sandbox, "127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", server.address().unwrap());
    tokio::spawn(server.run());
    url
}

#[tokio::test]
async fn at_accredible() {
    let url = format!("{}/accredible", served().await);
    let client = tassel_accredible::Client::builder(tassel_sandbox::accredible::API_KEY);
    let client = client.base_url(url).build().unwrap();
    for _ in 0..2 {
        accredible::day(&client).await.unwrap();
    }
    let issued = client.credentials().search().recipient_email("ama@example.org").send().await.unwrap();
    assert_eq!(issued.items.len(), 1, "nothing is issued twice");
}

#[tokio::test]
async fn at_coursepath() {
    let url = format!("{}/coursepath", served().await);
    let client =
        tassel_coursepath::Client::builder("academy.example.org", tassel_sandbox::coursepath::API_KEY);
    coursepath::day(&client.base_url(url).build().unwrap()).await.unwrap();
}

#[tokio::test]
async fn at_damstra() {
    let url = format!("{}/damstra", served().await);
    let client = tassel_damstra::Client::builder(tassel_sandbox::damstra::ACCESS_KEY);
    damstra::day(&client.base_url(url).build().unwrap()).await.unwrap();
}

#[tokio::test]
async fn at_falkor() {
    let url = format!("{}/falkor", served().await);
    let client = tassel_falkor::Client::new(url, tassel_sandbox::falkor::TOKEN).unwrap();
    falkor::day(&client).await.unwrap();
}

#[tokio::test]
async fn at_namecoach() {
    let url = format!("{}/namecoach", served().await);
    let client = tassel_namecoach::Client::builder(tassel_sandbox::namecoach::TOKEN);
    namecoach::day(&client.base_url(url).build().unwrap()).await.unwrap();
}
