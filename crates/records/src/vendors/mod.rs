//! The readings of each vendor, and the mapping of its records.

#[cfg(feature = "accredible")]
mod accredible;
#[cfg(feature = "coursepath")]
mod coursepath;
#[cfg(feature = "damstra")]
mod damstra;
#[cfg(feature = "falkor")]
mod falkor;
#[cfg(feature = "namecoach")]
mod namecoach;

use futures_util::{Stream, StreamExt, TryStreamExt, stream};
use tassel_core::Error;
use tassel_core::kit::BoxStream;
use tassel_core::paging::Page;

/// The trimmed text, unless it is empty.
fn text(given: Option<&str>) -> Option<String> {
    given.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// A name from its parts.
fn full_name(first: Option<&str>, last: Option<&str>) -> Option<String> {
    let parts: Vec<_> = [text(first), text(last)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The items of all pages. The first page was read before.
fn items<T: Send + 'static>(
    first: Option<Page<T>>,
    rest: BoxStream<'static, Result<Page<T>, Error>>,
) -> impl Stream<Item = Result<T, Error>> + Send + 'static {
    let pages = stream::iter(first.map(Ok)).chain(rest);
    pages.map_ok(|page| stream::iter(page.items.into_iter().map(Ok))).try_flatten()
}

/// The number of pages after the first, as an estimate from the first.
fn pages_left<T>(first: Option<&Page<T>>) -> u64 {
    let Some(Page { items, total, next: Some(_), .. }) = first else { return 0 };
    let size = items.len().max(1) as u64;
    total.map_or(1, |total| total.div_ceil(size).saturating_sub(1).max(1))
}

/// All items of a listing, the number of pages, and an [`Error::Incomplete`] if the items may not be all.
async fn read_all<T>(
    mut pages: BoxStream<'static, Result<Page<T>, Error>>,
) -> Result<(Vec<T>, u32, Option<Error>), Error> {
    let (mut items, mut page_count) = (Vec::new(), 0);
    loop {
        match pages.try_next().await {
            Ok(Some(page)) => {
                page_count += 1;
                items.extend(page.items);
            }
            Ok(None) => return Ok((items, page_count, None)),
            Err(error @ Error::Incomplete(_)) => return Ok((items, page_count, Some(error))),
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_texts_and_names_are_none() {
        for (given, want) in
            [(None, None), (Some(""), None), (Some(" \n"), None), (Some(" a b "), Some("a b"))]
        {
            assert_eq!(text(given).as_deref(), want, "{given:?}");
        }
        for (first, last, want) in [
            (Some("Ana"), Some("Aalto"), Some("Ana Aalto")),
            (Some(" Ana "), None, Some("Ana")),
            (Some(" "), Some("Aalto"), Some("Aalto")),
            (Some(""), None, None),
        ] {
            assert_eq!(full_name(first, last).as_deref(), want, "{first:?} {last:?}");
        }
    }

    #[tokio::test]
    async fn an_incomplete_listing_returns_its_items_and_its_error() {
        let listing = |end: Vec<Error>| {
            let pages = stream::iter(end.into_iter().map(Err::<Page<u8>, _>));
            read_all(pages.boxed())
        };
        assert!(matches!(listing(vec![]).await, Ok((items, 0, None)) if items.is_empty()));
        let cut = listing(vec![Error::incomplete("acme.list", ["cut"])]).await;
        assert!(matches!(cut, Ok((_, 0, Some(Error::Incomplete(_))))), "{cut:?}");
        let failed = listing(vec![Error::Config("no".to_owned())]).await;
        assert!(matches!(failed, Err(Error::Config(_))), "{failed:?}");
    }
}
