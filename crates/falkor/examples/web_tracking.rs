//! Examples of `web_tracking`: the documentation of each method shows its own.

use tassel_falkor::{Client, Error};

pub async fn pull(client: &Client) -> Result<(), Error> {
    // The query parameter `webToken` of the activity's URL.
    let web_token = "sandbox-falkor-web-token";
    let state = client.web_tracking().pull(web_token).send().await?;
    println!("{:?}", state.user.as_ref().and_then(|user| user.country()));
    let progress = state.progress.as_ref().and_then(|progress| progress.get()?.as_f64());
    assert_eq!(progress, Some(40.0));
    Ok(())
}
