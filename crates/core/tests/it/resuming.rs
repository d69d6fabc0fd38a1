//! Listings that are resumed from a stored cursor.

use serde_json::json;
use tassel_core::Error;
use tassel_core::kit::Listing;
use tassel_core::operation::{Operation, Paging, PagingStyle};
use tassel_core::paging::Cursor;
use tassel_core::testing::Step;
use tassel_core::transport::Method;

use crate::paging::{LEADING, Leading, NUMBERED, Numbered, Query, listing, pages, read};
use crate::support::{client, paged, script};

#[tokio::test]
async fn a_listing_can_be_resumed() {
    let answers =
        [json!({"things": [1, 2, 3], "next": "a", "total": 5}), json!({"things": [4, 5], "total": 5})];
    let script = pages(&answers);
    let first = listing::<Leading>(script.clone(), &LEADING).send().await.unwrap();
    assert_eq!((first.items.len(), first.total), (3, Some(5)));
    let stored = first.next.unwrap().to_string();
    let rest = listing::<Leading>(script.clone(), &LEADING).resume(stored.parse().unwrap());
    let (items, end) = read(rest.stream()).await;
    assert_eq!((items, end.as_str()), (vec![4, 5], ""), "complete, as the cursor stores the count");

    let rest = listing::<Numbered>(pages(&[json!({"things": [7], "next": null, "total": 7})]), &NUMBERED)
        .resume("page:3".parse().unwrap());
    assert_eq!(read(rest.stream()).await, (vec![7], String::new()), "the count is not known");
}

#[tokio::test]
async fn items_removed_before_a_listing_is_resumed_are_noticed() {
    let answers = [
        json!({"things": [1, 2, 3], "next": 2, "total": 9}),
        json!({"things": [7, 8, 9], "next": null, "total": 6}),
    ];
    let script = pages(&answers);
    let first = listing::<Numbered>(script.clone(), &NUMBERED).send().await.unwrap();
    let stored = first.next.unwrap().to_string();
    let rest = listing::<Numbered>(script, &NUMBERED).resume(stored.parse().unwrap());
    let (items, end) = read(rest.stream()).await;
    assert_eq!(items, [7, 8, 9]);
    assert!(
        end.ends_with("the vendor counted 9 items and then 6: items were removed during the listing"),
        "{end}"
    );
}

#[tokio::test]
async fn a_cursor_of_another_listing_is_refused() {
    static OFFSETS: Paging = Paging::new(PagingStyle::Offset, 3);
    for (cursor, fitting) in [
        ("page:3", [true, false, false]),
        ("offset:3", [false, true, true]),
        ("token:a", [false, false, true]),
        ("start", [false, false, true]),
    ] {
        for (paging, fits) in [&NUMBERED, &OFFSETS, &LEADING].into_iter().zip(fitting) {
            let script = pages(&[json!({"things": []})]);
            let sent =
                listing::<Numbered>(script.clone(), paging).resume(cursor.parse().unwrap()).send().await;
            let refused = matches!(sent, Err(Error::InvalidInput { .. }));
            assert_eq!(
                (refused, script.requests().len()),
                (!fits, usize::from(fits)),
                "{cursor}, {}",
                paging.style
            );
        }
    }
}

#[tokio::test]
async fn the_largest_position_ends_a_listing() {
    let last = u64::MAX;
    let answers = [json!({"things": [1], "next": last}), json!({"things": [2], "next": last})];
    let by_number = listing::<Numbered>(pages(&answers), &NUMBERED);
    let (items, end) = read(by_number.prefetch(3)).await;
    assert_eq!(items, [1, 2]);
    assert!(end.contains("names page 18446744073709551615 as the next one"), "{end}");

    let by_offset = listing::<Leading>(pages(&[json!({"things": [1]})]), &LEADING);
    let (items, end) = read(by_offset.resume(format!("offset:{last}").parse().unwrap()).stream()).await;
    assert_eq!(
        (items, end.as_str()),
        (vec![1], "things.list is incomplete: no offset lies beyond this page")
    );
}

#[tokio::test]
async fn a_cursor_belongs_to_one_operation_and_one_query() {
    let answers = [json!({"things": [1, 2, 3], "next": 2}), json!({"things": [4], "next": null})];
    let first = listing::<Numbered>(pages(&answers), &NUMBERED).send().await.unwrap();
    let stored: Cursor = first.next.unwrap().to_string().parse().unwrap();
    static OTHER: Operation = Operation::new("things.elsewhere", Method::GET, "/elsewhere");
    let script = pages(&answers[1..]);
    let query = |page, size| Query { size, page, ..Query::default() };
    let filter = {
        let mut query = Query::default();
        query.extra.insert("group", 34);
        query
    };
    for (label, operation, query, fits) in [
        ("the same", paged(&NUMBERED), Query::default(), true),
        ("another page, which is not a part of the query", paged(&NUMBERED), query(Some(7), None), true),
        ("the default page size, set", paged(&NUMBERED), query(None, Some(3)), true),
        ("another page size", paged(&NUMBERED), query(None, Some(4)), false),
        ("another filter", paged(&NUMBERED), filter, false),
        ("another operation", &OTHER, Query::default(), false),
    ] {
        let client = client(pages(&answers[1..]));
        let resumed = Listing::<Query, Numbered>::new(&client, operation, query).resume(stored.clone());
        let result = resumed.send().await;
        let refused =
            matches!(&result, Err(error) if error.to_string().contains("belongs to another listing"));
        assert_eq!((result.is_ok(), refused), (fits, !fits), "{label}: {result:?}");
    }
    let first = listing::<Numbered>(script.clone(), &NUMBERED).resume("page:2".parse().unwrap());
    first.send().await.unwrap();
    assert_eq!(script.requests().len(), 1, "a cursor of the caller's own fits any listing");
}

#[tokio::test]
async fn a_partial_page_is_incomplete() {
    for status in [206, 207] {
        let whole = json!({"things": [1], "next": null, "total": 1}).to_string();
        let script = script([Step::answer(status, whole)]);
        let (items, end) = read(listing::<Numbered>(script, &NUMBERED).stream()).await;
        let want =
            format!("things.list is incomplete: the vendor answered {status}, which is part of a page");
        assert_eq!((items, end), (vec![1], want));
    }
}
