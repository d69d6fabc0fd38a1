//! The vendors with their contracts.

use tassel_core::kit::Api;
use tassel_core::{Client, ClientOptions};
use tassel_tests::Vendor as Known;
use xtask::contract::Contract;

/// One vendor: its table and its contract.
pub struct Vendor {
    known: Known,
    pub api: &'static Api,
    pub contract: Contract,
}

impl Vendor {
    /// A client for a server.
    pub fn client(&self, url: &str) -> Client {
        self.known.client(url, "a-key", ClientOptions::new()).unwrap()
    }
}

pub fn all() -> Vec<Vendor> {
    let vendor = |known: &Known| {
        let api = known.api();
        let folder = xtask::workspace::root().join("crates").join(api.vendor);
        Vendor { known: *known, api, contract: xtask::codegen::contract_of(&folder).unwrap() }
    };
    Known::ALL.iter().map(vendor).collect()
}

#[test]
fn every_contract_has_its_vendor_here() {
    let named: Vec<_> = all().iter().map(|vendor| vendor.contract.vendor.clone()).collect();
    let folders = xtask::workspace::vendors().unwrap();
    let folders: Vec<_> = folders.iter().map(|path| path.file_name().unwrap().to_string_lossy()).collect();
    assert_eq!(named, folders);
}
