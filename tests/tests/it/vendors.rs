//! The vendors, and how each is reached.

use std::ops::Deref;

use tassel_core::Client;
use tassel_core::kit::Api;
use xtask::contract::Contract;

/// One vendor: its table, its contract, and its client.
pub struct Vendor {
    pub api: &'static Api,
    pub contract: Contract,
    /// A client for a server.
    pub client: fn(&str) -> Client,
}

pub fn all() -> Vec<Vendor> {
    let vendor = |api: &'static Api, client: fn(&str) -> Client| {
        let folder = xtask::workspace::root().join("crates").join(api.vendor);
        Vendor { api, contract: xtask::codegen::contract_of(&folder).unwrap(), client }
    };
    vec![
        vendor(&tassel_accredible::API, |url| {
            tassel_accredible::Client::builder("a-key").base_url(url).build().unwrap().deref().clone()
        }),
        vendor(&tassel_coursepath::API, |url| {
            tassel_coursepath::Client::new(url, "a-key").unwrap().deref().clone()
        }),
        vendor(&tassel_damstra::API, |url| {
            tassel_damstra::Client::builder("a-key").base_url(url).build().unwrap().deref().clone()
        }),
        vendor(&tassel_falkor::API, |url| {
            tassel_falkor::Client::new(url, "a-token").unwrap().deref().clone()
        }),
        vendor(&tassel_namecoach::API, |url| {
            tassel_namecoach::Client::builder("a-token").base_url(url).build().unwrap().deref().clone()
        }),
    ]
}

#[test]
fn every_contract_has_its_vendor_here() {
    let named: Vec<_> = all().iter().map(|vendor| vendor.contract.vendor.clone()).collect();
    let folders = xtask::workspace::vendors().unwrap();
    let folders: Vec<_> = folders.iter().map(|path| path.file_name().unwrap().to_string_lossy()).collect();
    assert_eq!(named, folders);
}
