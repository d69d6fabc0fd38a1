//! The envelopes of listings.

use http::{Request, Response};
use serde_json::Value;
use tassel_core::Error;
use tassel_core::kit::{Bytes, TryStreamExt};
use tassel_core::operation::PagingStyle;

use super::input::{Input, split_at_line};
use super::shown;
use super::wire::{Canned, run};
use crate::Vendor;

const PAGES: u64 = 10;

/// `vendor listing pages-ahead`, and a body on each line, which are answered in turn, for ever: the listing is read to
/// an end, at its own address, goes on only where rows came, and is complete only where no signal says otherwise. Says
/// how it ended: `complete`, or the kind of the error; nothing where the vendor has no listings.
pub fn paging(bytes: &[u8]) -> Option<&'static str> {
    let input = Input::new(bytes);
    let vendor = input.vendor();
    let listings = vendor.listings();
    if listings.is_empty() {
        return None;
    }
    let listing = input.operation(&listings);
    let ahead = usize::from(input.number() % 4);
    let mut bodies = Vec::new();
    let mut rest = input.rest;
    while !rest.is_empty() || bodies.is_empty() {
        let (body, after) = split_at_line(rest);
        bodies.push(body);
        rest = after;
    }
    let answers = bodies.iter().map(|body| Response::new(body.to_vec().into())).collect();
    let canned = Canned::new(answers);
    let client = vendor.canned(&canned);
    let (pages, end) = run(async {
        let mut stream = client.read(listing, PAGES, ahead);
        let mut pages = Vec::new();
        loop {
            match stream.try_next().await {
                Ok(Some(page)) => pages.push(page),
                Ok(None) => break (pages, Ok(())),
                Err(error) => break (pages, Err(error)),
            }
        }
    });
    let requests: Vec<_> = canned.requests().into_iter().map(|(_, request)| request).collect();
    go_to_one_place(&requests);
    let most = usize::try_from(PAGES).unwrap() + ahead.saturating_sub(1);
    assert!(requests.len() <= most, "{} requests", requests.len());
    if ahead < 2 {
        for (number, (rows, _)) in pages.iter().enumerate() {
            assert!(
                *rows > 0 || number + 1 == requests.len(),
                "no row came with page {number}, and it went on"
            );
        }
    }
    match end {
        Ok(()) => {
            if ahead < 2 {
                let last = bodies[(requests.len() - 1) % bodies.len()];
                agrees(vendor, listing.paging.map(|paging| paging.style), last, &pages);
            }
            Some("complete")
        }
        Err(error) => {
            shown::check(&error);
            let possible = matches!(error, Error::Incomplete(_) | Error::Decode { .. } | Error::Rejected(_))
                || error.rejection().is_some();
            assert!(possible, "{error}");
            Some(error.kind())
        }
    }
}

/// All requests of a listing go to its own address, whatever came with a page.
pub(crate) fn go_to_one_place(requests: &[Request<Bytes>]) {
    let place = |request: &Request<Bytes>| {
        let url = url::Url::parse(&request.uri().to_string()).unwrap();
        (request.method().clone(), url.origin(), url.path().to_owned(), request.headers().clone())
    };
    for request in requests {
        assert_eq!(place(request), place(&requests[0]));
    }
}

/// No signal of the last page says that there is more.
fn agrees(vendor: Vendor, style: Option<PagingStyle>, last: &[u8], pages: &[(usize, Option<u64>)]) {
    let read: usize = pages.iter().map(|(rows, _)| rows).sum();
    let (rows, total) = pages.last().copied().unwrap_or_default();
    assert!(total.is_none_or(|total| total == read as u64), "{read} rows of {total:?}, and complete");
    let body: Value = serde_json::from_slice(last).unwrap_or_default();
    let number = pages.len() as u64;
    match (vendor, style) {
        (Vendor::Accredible, Some(PagingStyle::Page)) => {
            assert!(body["meta"]["next_page"].is_null(), "it names a next page, and is complete");
        }
        (Vendor::Accredible, Some(PagingStyle::CursorOrOffset)) => {
            let leads_on = body["meta"]["cursor"].as_str().is_some_and(|cursor| !cursor.is_empty());
            assert!(!leads_on || rows == 0 || total.is_some(), "it has a cursor, and is complete");
        }
        (Vendor::NameCoach, _) => {
            let meta = &body["meta"];
            assert!(meta["next_page_url"].as_str().is_none_or(str::is_empty), "it names a next page");
            assert!(meta["total_pages"].as_u64().is_none_or(|pages| number >= pages), "it counts more pages");
        }
        _ => {}
    }
}
