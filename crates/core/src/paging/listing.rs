//! The listing of an operation.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::task::Poll;

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use futures_util::future::ready;
use futures_util::stream::FuturesOrdered;
use futures_util::{FutureExt, StreamExt, TryStreamExt, poll, stream};

use super::reader::Reader;
use super::{Cursor, Page, PageBody, PageQuery, Paging, PagingStyle, Position};
use crate::call::Call;
use crate::client::Client;
use crate::draft::Draft;
use crate::error::Error;
use crate::operation::{Encoding, Operation};
use crate::options::CallOptions;
use crate::response::Response;

/// A listing that is ready to be sent or streamed.
///
/// It owns its query and a clone of its client, so it can be spawned. The vendor crates wrap it in types with a setter
/// for each field of the query.
#[must_use = "a listing does nothing until it is sent or streamed"]
pub struct Listing<Q, B> {
    /// The query.
    pub query: Q,
    client: Client,
    operation: &'static Operation,
    paging: &'static Paging,
    from: Cursor,
    values: Vec<(&'static str, String)>,
    max_pages: u64,
    options: CallOptions,
    refused: Option<String>,
    body: PhantomData<fn() -> B>,
}

impl<Q: PageQuery, B: PageBody> Listing<Q, B> {
    /// A listing from its first page on. An operation without [`Paging`] is read by page number.
    pub fn new(client: &Client, operation: &'static Operation, query: Q) -> Self {
        static BY_NUMBER: Paging = Paging::new(PagingStyle::Page, 100);
        let paging = operation.paging.unwrap_or(&BY_NUMBER);
        Self {
            query,
            client: client.clone(),
            operation,
            paging,
            from: Cursor::new(match paging.style {
                PagingStyle::Page => Position::Page(1),
                PagingStyle::Offset => Position::Offset(0),
                PagingStyle::CursorOrOffset => Position::Start,
            }),
            values: Vec::new(),
            max_pages: 100_000,
            options: CallOptions::default(),
            refused: None,
            body: PhantomData,
        }
    }

    /// Sets the path parameter `name`.
    pub fn at(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Options of each call, as opposed to fields of the vendor's API.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.options = options;
        self
    }

    /// Resumes from a stored cursor. A cursor of another operation or query is refused when the listing is sent.
    pub fn resume(mut self, from: Cursor) -> Self {
        let fits = match from.position {
            Position::Page(_) => self.paging.style == PagingStyle::Page,
            Position::Offset(_) => self.paging.style != PagingStyle::Page,
            Position::Start | Position::Token(_) => self.paging.style == PagingStyle::CursorOrOffset,
        };
        self.from = from;
        self.refuse((!fits).then(|| "the cursor belongs to a listing with another kind of paging".to_owned()))
    }

    /// The maximum number of pages. Default: 100,000.
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.max_pages = pages.max(1);
        self
    }

    /// Refuses the listing before it is sent, if there is a problem. The first one is reported.
    pub fn refuse(mut self, problem: impl Into<Option<String>>) -> Self {
        self.refused = self.refused.or(problem.into());
        self
    }

    /// The request for the first page that it reads, without the credentials.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidInput`]: the input was refused.
    pub fn request(&self) -> Result<http::Request<bytes::Bytes>, Error> {
        self.call(&self.from.position).request()
    }

    /// Reads one page: the first, or the one at the cursor.
    ///
    /// # Errors
    ///
    /// See the kinds of [`Error`].
    pub async fn send(self) -> Result<Page<B::Item>, Error> {
        Ok(self.send_raw().await?.value)
    }

    /// Reads one page: the first, or the one at the cursor. Returns it together with the answer.
    ///
    /// # Errors
    ///
    /// As for [`Listing::send`].
    pub async fn send_raw(self) -> Result<Response<Page<B::Item>>, Error> {
        let mut reader = self.reader();
        let answer = self.call(&self.from.position).send_raw().await?;
        let status = answer.status;
        Ok(answer.map(|body| reader.accept(&self.from.position, status, body)))
    }

    /// A stream of pages. An error is its last item: [`Error::Incomplete`] if the listing ends and is not known to be
    /// complete.
    pub fn pages(self) -> BoxStream<'static, Result<Page<B::Item>, Error>> {
        self.pages_ahead(1)
    }

    /// A stream of items. An error is its last item: [`Error::Incomplete`] if the listing ends and is not known to be
    /// complete.
    pub fn stream(self) -> BoxStream<'static, Result<B::Item, Error>> {
        items(self.pages())
    }

    /// A stream of items in order, with up to `pages` pages in flight at a time if the positions of the next pages can
    /// be computed. The requests stay within their quota.
    pub fn prefetch(mut self, pages: usize) -> BoxStream<'static, Result<B::Item, Error>> {
        if self.from.position == Position::Start {
            self.from = Cursor::new(Position::Offset(0));
        }
        items(self.pages_ahead(pages.max(1)))
    }

    fn size(&self) -> u64 {
        self.query.size(self.paging).unwrap_or(self.paging.size)
    }

    fn reader(&self) -> Reader {
        let (operation, paging) = (self.operation.id, self.paging);
        Reader::new(operation, paging, self.max_pages, &self.from, self.hash())
    }

    /// The FNV-1a hash of the operation, its path values, its query and its page size. The hash is stored, so it must
    /// be the same in every version.
    fn hash(&self) -> u64 {
        let mut query = self.query.clone();
        query.seek(self.paging, &Position::Start, self.size());
        let values = self.values.iter().map(|(_, value)| value.as_bytes());
        // A query that cannot be written is refused when it is sent.
        let query = serde_json::to_vec(&query).unwrap_or_default();
        let parts = values.chain([self.operation.id.as_bytes(), query.as_slice()]);
        let bytes = parts.flat_map(|part| part.iter().chain(&[0xff]));
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }

    /// The call for one page.
    fn call(&self, position: &Position) -> Call<B> {
        let size = match (position, self.paging.reach) {
            (Position::Offset(offset), Some(reach)) => self.size().min(reach.saturating_sub(*offset)),
            _ => self.size(),
        };
        let mut query = self.query.clone();
        query.seek(self.paging, position, size);
        let foreign = self.from.query.is_some_and(|query| query != self.hash()).then(|| {
            "the cursor belongs to another listing: another operation, filter, order or page size".to_owned()
        });
        let draft = Draft::new(self.operation).refuse(foreign);
        let draft = self.values.iter().fold(draft, |draft, (name, value)| draft.at(name, value));
        let draft = match self.operation.encoding {
            Encoding::None => draft.query_from(&query),
            Encoding::Json | Encoding::Form => draft.body(&query),
        };
        let draft = draft.refuse(self.refused.clone()).refuse(query.problem());
        let call = draft.call::<B>(&self.client).with(self.options.clone());
        call.max_items(size.saturating_mul(10).max(1_000))
    }

    fn pages_ahead(self, ahead: usize) -> BoxStream<'static, Result<Page<B::Item>, Error>> {
        let reader = self.reader();
        let next = Some(self.from.position.clone());
        let state = PageStream { listing: self, reader, next, ahead, step: None, in_flight: None, end: None };
        stream::try_unfold(state, PageStream::next_page).boxed()
    }
}

/// The pages in flight, in order, each with its position.
struct PagesInFlight<B> {
    /// The calls that are not sent yet.
    calls: Box<dyn Iterator<Item = Fetch<B>> + Send>,
    requests: FuturesOrdered<Fetch<B>>,
    ahead: usize,
}

type Fetch<B> = BoxFuture<'static, (Position, Result<Response<B>, Error>)>;

impl<B: Send + 'static> PagesInFlight<B> {
    async fn next(&mut self) -> Option<(Position, Result<Response<B>, Error>)> {
        while self.requests.len() < self.ahead
            && let Some(mut call) = self.calls.next()
        {
            // Polled now, so that the request is sent before earlier pages are decoded.
            match poll!(&mut call) {
                Poll::Ready(page) => self.requests.push_back(ready(page).boxed()),
                Poll::Pending => {
                    self.requests.push_back(call);
                    yield_once().await;
                }
            }
        }
        self.requests.next().await
    }
}

/// Yields once, so that the tasks of the connections run.
async fn yield_once() {
    let mut is_first = true;
    poll_fn(|context| {
        if std::mem::take(&mut is_first) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(())
    })
    .await;
}

/// The state of a stream of pages.
struct PageStream<Q, B: PageBody> {
    listing: Listing<Q, B>,
    reader: Reader,
    next: Option<Position>,
    ahead: usize,
    /// The number of items in a page, and in the whole listing. Known after the first page.
    step: Option<(u64, Option<u64>)>,
    in_flight: Option<PagesInFlight<B>>,
    end: Option<Error>,
}

impl<Q: PageQuery, B: PageBody> PageStream<Q, B> {
    async fn next_page(mut self) -> Result<Option<(Page<B::Item>, Self)>, Error> {
        if let Some(error) = self.end.take() {
            return Err(error);
        }
        let Some(wanted) = self.next.take() else {
            return Ok(None);
        };
        let answer = self.fetch(&wanted).await?;
        let mut page = self.reader.accept(&wanted, answer.status, answer.value);
        self.step = Some((self.reader.received(), page.total));
        self.next = page.next.as_ref().map(|cursor| cursor.position.clone());
        self.end = page.incomplete.take().map(|incomplete| Error::Incomplete(Box::new(incomplete)));
        Ok(Some((page, self)))
    }

    /// The page at `wanted`: the next one in flight, or requested now.
    async fn fetch(&mut self, wanted: &Position) -> Result<Response<B>, Error> {
        if let Some(in_flight) = &mut self.in_flight
            && let Some((position, body)) = in_flight.next().await
            && position == *wanted
        {
            return body;
        }
        // No page is in flight, or the previous page leads to another one.
        self.in_flight = self.begin(wanted);
        match &mut self.in_flight {
            Some(in_flight) => match in_flight.next().await {
                Some((_, body)) => body,
                None => self.listing.call(wanted).send_raw().await,
            },
            None => self.listing.call(wanted).send_raw().await,
        }
    }

    /// Prepares the calls for the pages from `wanted` on, if their positions can be computed.
    fn begin(&self, wanted: &Position) -> Option<PagesInFlight<B>> {
        let (size, total) = self.step.filter(|(size, _)| *size > 0 && self.ahead > 1)?;
        let first = wanted.clone();
        let page = move |number: u64| match &first {
            Position::Page(first) => first.checked_add(number).map(Position::Page),
            Position::Offset(first) => number.checked_mul(size)?.checked_add(*first).map(Position::Offset),
            Position::Start | Position::Token(_) => None,
        };
        page(0)?;
        let left =
            total.zip(self.reader.read()).map(|(total, read)| total.saturating_sub(read).div_ceil(size));
        let reach = self.listing.paging.reach.unwrap_or(u64::MAX);
        let listing = self.listing.clone();
        let calls = (0..left.unwrap_or(u64::MAX).max(1))
            .map_while(page)
            .take_while(move |position| !matches!(position, Position::Offset(offset) if *offset >= reach))
            .map(move |position| (listing.call(&position), position))
            .map(|(call, position)| async move { (position, call.send_raw().await) }.boxed());
        Some(PagesInFlight { calls: Box::new(calls), requests: FuturesOrdered::new(), ahead: self.ahead })
    }
}

/// Declares the type of a listing: [`Listing`] under the vendor's name, to which its crate adds the setters.
#[doc(hidden)]
#[macro_export]
macro_rules! __listing {
    ($(#[$doc:meta])* $name:ident: $query:ty => $body:ty) => {
        $(#[$doc])*
        #[must_use = "a listing does nothing until it is sent or streamed"]
        #[derive(Debug, Clone)]
        pub struct $name(pub(crate) $crate::paging::Listing<$query, $body>);

        impl $name {
            /// Options of each call, as opposed to fields of the vendor's API.
            pub fn with(self, options: $crate::CallOptions) -> Self {
                Self(self.0.with(options))
            }

            /// Resumes from a stored cursor. A cursor of another operation or query is refused when the listing is
            /// sent.
            pub fn resume(self, from: $crate::paging::Cursor) -> Self {
                Self(self.0.resume(from))
            }

            /// The maximum number of pages. Default: 100,000.
            pub fn max_pages(self, pages: u64) -> Self {
                Self(self.0.max_pages(pages))
            }

            /// The request for the first page that it reads, without the credentials.
            ///
            /// # Errors
            ///
            /// `InvalidInput`: the input was refused.
            pub fn request(&self) -> Result<$crate::kit::http::Request<$crate::kit::Bytes>, $crate::Error> {
                self.0.request()
            }

            /// Reads one page: the first, or the one at the cursor.
            ///
            /// # Errors
            ///
            /// See the kinds of `Error`.
            pub async fn send(
                self,
            ) -> Result<$crate::paging::Page<<$body as $crate::paging::PageBody>::Item>, $crate::Error> {
                self.0.send().await
            }

            /// Reads one page: the first, or the one at the cursor. Returns it together with the answer.
            ///
            /// # Errors
            ///
            /// See the kinds of `Error`.
            pub async fn send_raw(
                self,
            ) -> Result<
                $crate::kit::Response<$crate::paging::Page<<$body as $crate::paging::PageBody>::Item>>,
                $crate::Error,
            > {
                self.0.send_raw().await
            }

            /// A stream of pages. An error is its last item: `Incomplete` if the listing ends and is not known to be
            /// complete.
            #[must_use]
            pub fn pages(
                self,
            ) -> $crate::kit::BoxStream<
                'static,
                Result<$crate::paging::Page<<$body as $crate::paging::PageBody>::Item>, $crate::Error>,
            > {
                self.0.pages()
            }

            /// A stream of items. An error is its last item: `Incomplete` if the listing ends and is not known to be
            /// complete.
            #[must_use]
            pub fn stream(
                self,
            ) -> $crate::kit::BoxStream<
                'static,
                Result<<$body as $crate::paging::PageBody>::Item, $crate::Error>,
            > {
                self.0.stream()
            }

            /// A stream of items in order, with up to `pages` pages in flight at a time. The requests stay within their
            /// quota.
            #[must_use]
            pub fn prefetch(
                self,
                pages: usize,
            ) -> $crate::kit::BoxStream<
                'static,
                Result<<$body as $crate::paging::PageBody>::Item, $crate::Error>,
            > {
                self.0.prefetch(pages)
            }
        }
    };
}

fn items<T: Send + 'static>(
    pages: BoxStream<'static, Result<Page<T>, Error>>,
) -> BoxStream<'static, Result<T, Error>> {
    pages.map_ok(|page| stream::iter(page.items.into_iter().map(Ok))).try_flatten().boxed()
}

impl<Q: Clone, B> Clone for Listing<Q, B> {
    fn clone(&self) -> Self {
        Self {
            query: self.query.clone(),
            client: self.client.clone(),
            operation: self.operation,
            paging: self.paging,
            from: self.from.clone(),
            values: self.values.clone(),
            max_pages: self.max_pages,
            options: self.options.clone(),
            refused: self.refused.clone(),
            body: PhantomData,
        }
    }
}

/// Without the query, which may hold addresses.
impl<Q, B> fmt::Debug for Listing<Q, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listing").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}
