//! The vendors.

use std::ops::Deref;

use tassel_core::kit::Api;
use tassel_core::operation::Operation;
use tassel_core::{Client, ClientOptions, Error};

/// A vendor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "their names say it")]
pub enum Vendor {
    Accredible,
    Coursepath,
    Damstra,
    Falkor,
    NameCoach,
}

impl Vendor {
    /// Every vendor.
    pub const ALL: &[Self] =
        &[Self::Accredible, Self::Coursepath, Self::Damstra, Self::Falkor, Self::NameCoach];

    /// Its table.
    #[must_use]
    pub fn api(self) -> &'static Api {
        match self {
            Self::Accredible => &tassel_accredible::API,
            Self::Coursepath => &tassel_coursepath::API,
            Self::Damstra => &tassel_damstra::API,
            Self::Falkor => &tassel_falkor::API,
            Self::NameCoach => &tassel_namecoach::API,
        }
    }

    /// Its listings.
    #[must_use]
    pub fn listings(self) -> Vec<&'static Operation> {
        self.api().operations.iter().copied().filter(|operation| operation.paging.is_some()).collect()
    }

    /// A client of its crate for a server, without what differs between vendors.
    ///
    /// # Errors
    ///
    /// As for the builder of the vendor's client.
    pub fn client(self, url: &str, key: &str, options: ClientOptions) -> Result<Client, Error> {
        macro_rules! core {
            ($builder:expr) => {
                $builder.with(options).build()?.deref().clone()
            };
        }
        Ok(match self {
            Self::Accredible => core!(tassel_accredible::Client::builder(key).base_url(url)),
            Self::Coursepath => core!(tassel_coursepath::Client::builder(url, key)),
            Self::Damstra => core!(tassel_damstra::Client::builder(key).base_url(url)),
            Self::Falkor => core!(tassel_falkor::Client::builder(url, key)),
            Self::NameCoach => core!(tassel_namecoach::Client::builder(key).base_url(url)),
        })
    }
}
