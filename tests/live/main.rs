//! Read-only checks against the hosts of vendors.
