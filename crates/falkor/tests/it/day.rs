//! The program in `examples/day/`.

use crate::support::in_sandbox;

#[path = "../../examples/day/day.rs"]
mod program;

#[tokio::test]
async fn a_day_of_work() {
    let client = in_sandbox();
    let second = "FAPW-WEEK-05DK: 14 activities done";
    let want = format!("2 attended\nFA-QUAY-71RD: 0 activities done\n{second}");
    assert_eq!(program::day(&client).await.unwrap(), want);
    let again = program::day(&client).await.unwrap();
    assert!(again.starts_with("0 attended"), "nobody is left: {again}");
}
