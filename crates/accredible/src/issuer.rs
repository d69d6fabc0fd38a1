//! The account itself.

use tassel_core::kit::Draft;
use tassel_core::{Call, Client};

use crate::generated::operations as op;
use crate::{IssuerDetails, IssuerDetailsBody};

/// The account itself; see [`Client::issuer`](crate::Client::issuer).
#[derive(Debug, Clone)]
pub struct Issuer {
    client: Client,
}

impl Issuer {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Fetches the issuer that the key belongs to. It costs nothing, needs no id and tells how many credits are left:
    /// a good health check.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied): the key is missing or wrong.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// let issuer = client.issuer().get().send().await?;
    /// println!("{:?} credits left", issuer.certificate_left);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /v1/issuer/details` in <https://docs.api.accredible.com>.
    pub fn get(&self) -> Call<IssuerDetails> {
        Draft::new(&op::ISSUER_GET).call::<IssuerDetailsBody>(&self.client)
    }
}
