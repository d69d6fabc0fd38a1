//! Rewards of pathways, and their vouchers.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Rewards of pathways, and their vouchers. See [`Client::rewards`](crate::Client::rewards).
#[derive(Debug, Clone)]
pub struct Rewards {
    pub(crate) client: Client,
}

impl Rewards {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Fetches the rewards of pathways with their vouchers.
    ///
    /// The vouchers are those that are not redeemed. An empty list in a filter may match all. The older
    /// parameter `keyword` is omitted; the vendor advises against it.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `search` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::RewardsFilter;

let pathways = client.rewards().list(RewardsFilter::default().search(["Crew Cap"])).send().await?;
let rewards = pathways.iter().flat_map(|pathway| &pathway.rewards).flat_map(|rewards| rewards.iter());
for voucher in rewards.flat_map(|reward| &reward.vouchers).flat_map(|vouchers| vouchers.iter()) {
    println!("{:?}: {:?}, expires {:?}", voucher.email, voucher.state, voucher.expires);
}
```"#
    )]
    ///
    /// Source: `POST /v1/rewards/list` in <https://developer.docs.falkor.io>.
    pub fn list(&self, rewards_filter: RewardsFilter) -> Call<Vec<PathwayRewards>> {
        let body = rewards_filter;
        let draft = Draft::new(&operations::REWARDS_LIST).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<PathwayRewards>>>(&self.client)
    }

    /// Sets the state of vouchers.
    ///
    /// Unknown vouchers are ignored, and only vouchers in another state are counted. With `verify` the users'
    /// devices ask for a confirmation; whether a second call asks again is not known.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `guids` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{ConsumeVouchers, VoucherState};

let guids = ["5d1c7a40-0b7e-4c3e-9a02-000000000001"];
let set = ConsumeVouchers::new(guids, VoucherState::Redeemed);
let changed = client.rewards().consume(set).send().await?.changed;
assert_eq!(changed.and_then(|changed| changed.get()), Some(1));
```"#
    )]
    ///
    /// Source: `POST /v1/rewards/consume` in <https://developer.docs.falkor.io>.
    pub fn consume(&self, consume_vouchers: ConsumeVouchers) -> Call<Changed> {
        let body = consume_vouchers;
        let draft = Draft::new(&operations::REWARDS_CONSUME).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Changed>>(&self.client)
    }
}
