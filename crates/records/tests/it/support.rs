//! Clients of the vendors in a sandbox.

use tassel_core::ClientOptions;
use tassel_core::transport::Transport;
use tassel_records::roll::Vendors;
use tassel_sandbox::Sandbox;

/// All vendors, each over what `transport` makes of its transport.
pub fn vendors<T: Transport>(
    sandbox: &Sandbox,
    transport: impl Fn(tassel_sandbox::SandboxTransport) -> T,
) -> Vendors {
    let options = |it| ClientOptions::new().transport(transport(it)).clock(sandbox.clock()).seed(0);
    Vendors::new()
        .accredible(accredible(options(sandbox.accredible())))
        .coursepath(coursepath(options(sandbox.coursepath())))
        .damstra(damstra(options(sandbox.damstra())))
        .falkor(falkor(options(sandbox.falkor())))
        .namecoach(namecoach(options(sandbox.namecoach())))
}

pub fn accredible(options: ClientOptions) -> tassel_accredible::Client {
    tassel_accredible::Client::builder(tassel_sandbox::accredible::API_KEY).with(options).build().unwrap()
}

pub fn coursepath(options: ClientOptions) -> tassel_coursepath::Client {
    let key = tassel_sandbox::coursepath::API_KEY;
    tassel_coursepath::Client::builder("academy.example.org", key).with(options).build().unwrap()
}

pub fn damstra(options: ClientOptions) -> tassel_damstra::Client {
    tassel_damstra::Client::builder(tassel_sandbox::damstra::ACCESS_KEY).with(options).build().unwrap()
}

pub fn falkor(options: ClientOptions) -> tassel_falkor::Client {
    let token = tassel_sandbox::falkor::TOKEN;
    tassel_falkor::Client::builder("account.example.org", token).with(options).build().unwrap()
}

pub fn namecoach(options: ClientOptions) -> tassel_namecoach::Client {
    tassel_namecoach::Client::builder(tassel_sandbox::namecoach::TOKEN).with(options).build().unwrap()
}
