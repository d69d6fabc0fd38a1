//! Examples of `rewards`: the documentation of each method shows its own.

use tassel_falkor::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::RewardsFilter;

    let pathways = client.rewards().list(RewardsFilter::default().search(["Crew Cap"])).send().await?;
    let rewards = pathways.iter().flat_map(|pathway| &pathway.rewards).flat_map(|rewards| rewards.iter());
    for voucher in rewards.flat_map(|reward| &reward.vouchers).flat_map(|vouchers| vouchers.iter()) {
        println!("{:?}: {:?}, expires {:?}", voucher.email, voucher.state, voucher.expires);
    }
    Ok(())
}

pub async fn consume(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::{ConsumeVouchers, VoucherState};

    let guids = ["5d1c7a40-0b7e-4c3e-9a02-000000000001"];
    let set = ConsumeVouchers::new(guids, VoucherState::Redeemed);
    let changed = client.rewards().consume(set).send().await?.changed;
    assert_eq!(changed.and_then(|changed| changed.get()), Some(1));
    Ok(())
}
