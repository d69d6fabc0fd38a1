//! The vendors. Another vendor needs a module, a feature and a line here.

use serde::{Deserialize, Serialize};

use crate::sandbox::{Emulator, Sandbox, Start, World};
use crate::settings::VendorSettings;
use crate::transport::SandboxTransport;

macro_rules! vendors {
    ($($feature:literal: $vendor:ident::$Emulator:ident;)*) => {
        /// The settings of all vendors.
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[non_exhaustive]
        pub struct Settings {
            $(
                #[doc = concat!("The settings of ", stringify!($Emulator), ".")]
                #[cfg(feature = $feature)]
                pub $vendor: crate::$vendor::Settings,
            )*
        }

        impl Settings {
            /// What is wrong with the settings, if anything.
            pub(crate) fn problem(&self) -> Option<String> {
                let each: &[&dyn VendorSettings] = &[$(#[cfg(feature = $feature)] &self.$vendor),*];
                each.iter().find_map(|settings| settings.problem())
            }
        }

        /// The emulators of the vendors in this build.
        pub(crate) struct Emulators {
            $(#[cfg(feature = $feature)] $vendor: crate::$vendor::$Emulator,)*
        }

        impl Emulators {
            pub(crate) fn new(start: Start, world: &mut World) -> Self {
                Self { $(#[cfg(feature = $feature)] $vendor: crate::$vendor::$Emulator::new(start, world),)* }
            }

            pub(crate) fn iter(&self) -> impl Iterator<Item = &dyn Emulator> {
                [$(#[cfg(feature = $feature)] (&self.$vendor as &dyn Emulator)),*].into_iter()
            }

            pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut dyn Emulator> {
                [$(#[cfg(feature = $feature)] (&mut self.$vendor as &mut dyn Emulator)),*].into_iter()
            }

            /// The settings of all emulators.
            pub(crate) fn settings(&self) -> Settings {
                Settings { $(#[cfg(feature = $feature)] $vendor: self.$vendor.settings.clone(),)* }
            }

            pub(crate) fn set(&mut self, settings: Settings) {
                $(#[cfg(feature = $feature)] { self.$vendor.settings = settings.$vendor; })*
            }
        }

        impl Sandbox {
            $(
                #[doc = concat!("A transport to ", stringify!($Emulator), " in this sandbox.")]
                #[cfg(feature = $feature)]
                #[must_use]
                pub fn $vendor(&self) -> SandboxTransport {
                    SandboxTransport::new(self.clone(), $feature)
                }
            )*
        }
    };
}

vendors! {
    "accredible": accredible::Accredible;
    "coursepath": coursepath::Coursepath;
    "damstra": damstra::Damstra;
    "falkor": falkor::Falkor;
    "namecoach": namecoach::NameCoach;
}
