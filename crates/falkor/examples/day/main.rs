//! A day's work at Falkor. With a sandbox in another terminal:
//!
//! ```sh
//! tassel sandbox &
//! eval "$(tassel sandbox --print-env)"
//! cargo run -p tassel-falkor --example day
//! ```

mod day;

use std::env;

use tassel_falkor::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(env::var("TASSEL_FALKOR_URL")?, env::var("TASSEL_FALKOR_TOKEN")?)?;
    println!("{}", day::day(&client).await?);
    Ok(())
}
