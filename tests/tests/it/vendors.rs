//! The vendors, and how each is reached.

use tassel_core::{Api, Call, Operation};
use xtask::contract::Contract;

/// One vendor: its table, its contract, and its client.
pub struct Vendor {
    pub api: &'static Api,
    pub contract: Contract,
    /// Calls an operation of a server.
    pub call: fn(&str, &'static Operation) -> Call<Vec<u8>>,
}

pub fn all() -> Vec<Vendor> {
    let contract = |vendor: &str| {
        let folder = xtask::workspace::root().join("crates").join(vendor);
        xtask::codegen::contract_of(&folder).unwrap()
    };
    vec![
        Vendor {
            api: &tassel_accredible::API,
            contract: contract("accredible"),
            call: |url, operation| {
                let client = tassel_accredible::Client::builder("a-key").base_url(url).build().unwrap();
                client.operation(operation)
            },
        },
        Vendor {
            api: &tassel_coursepath::API,
            contract: contract("coursepath"),
            call: |url, operation| tassel_coursepath::Client::new(url, "a-key").unwrap().operation(operation),
        },
        Vendor {
            api: &tassel_damstra::API,
            contract: contract("damstra"),
            call: |url, operation| {
                let client = tassel_damstra::Client::builder("a-key").base_url(url).build().unwrap();
                client.operation(operation)
            },
        },
        Vendor {
            api: &tassel_falkor::API,
            contract: contract("falkor"),
            call: |url, operation| tassel_falkor::Client::new(url, "a-token").unwrap().operation(operation),
        },
        Vendor {
            api: &tassel_namecoach::API,
            contract: contract("namecoach"),
            call: |url, operation| {
                let client = tassel_namecoach::Client::builder("a-token").base_url(url).build().unwrap();
                client.operation(operation)
            },
        },
    ]
}

#[test]
fn every_contract_has_its_vendor_here() {
    let named: Vec<_> = all().iter().map(|vendor| vendor.contract.vendor.clone()).collect();
    let folders = xtask::workspace::vendors().unwrap();
    let folders: Vec<_> = folders.iter().map(|path| path.file_name().unwrap().to_string_lossy()).collect();
    assert_eq!(named, folders);
}
