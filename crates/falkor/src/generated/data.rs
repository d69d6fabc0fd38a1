//! Tables of the account's own figures, in uploads of collections.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Tables of the account's own figures, in uploads of collections. See [`Client::data`](crate::Client::data).
#[derive(Debug, Clone)]
pub struct Data {
    pub(crate) client: Client,
}

impl Data {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Stores a table, and replaces the one that is there.
    ///
    /// A missing collection or upload is created. The first row is the header. Features that use the table
    /// are updated afterwards. The numbers of rows and columns and the size are limited; the limits are not
    /// known.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `collection` is blank; `upload` is blank;
    ///   `data` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::Lenient;
use tassel_falkor::model::UploadTable;

let table = [["Crew", "Calls"], ["Day Crew", "41"], ["Night Crew", "17"]];
let stored = client.data().upload(UploadTable::new("Berths", "2026-09", table)).send().await?;
let stats = stored.stats.unwrap_or_default();
assert_eq!(stats.rows, Some(Lenient::Known(2)));
```"#
    )]
    ///
    /// Source: `POST /v1/data/upload` in <https://developer.docs.falkor.io>.
    pub fn upload(&self, upload_table: UploadTable) -> Call<UploadTableResult> {
        let body = upload_table;
        let draft = Draft::new(&operations::DATA_UPLOAD).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<UploadTableResult>>(&self.client)
    }

    /// Appends rows to a table.
    ///
    /// With an invalid row the call succeeds with a warning, `messages` has the problem, and the other rows
    /// are stored.
    ///
    /// A second call appends the rows again. If no answer arrives, store the whole table with
    /// [`upload`](Self::upload).
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
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record. That this is an error
    ///   is inferred.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `collection` is blank; `upload` is blank.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use serde_json::json;
use tassel_falkor::model::InsertRows;

let rows = [vec![json!("Pilots"), json!(3)], vec![json!("Tugs"), json!(5), json!("one cell too many")]];
let inserted = client.data().insert(InsertRows::new("Berths", "2026-08", rows)).send().await?;
for message in inserted.messages.iter().flat_map(|messages| messages.iter()) {
    println!("row {:?}: {:?}", message.index, message.error);
}
assert!(!inserted.is_complete());
```"#
    )]
    ///
    /// Source: `POST /v1/data/insert` in <https://developer.docs.falkor.io>.
    pub fn insert(&self, insert_rows: InsertRows) -> Call<InsertRowsResult> {
        let body = insert_rows;
        let draft = Draft::new(&operations::DATA_INSERT).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<InsertRowsResult>>(&self.client)
    }

    /// Removes rows from a table by number.
    ///
    /// The header is row 0 and cannot be removed. Unknown numbers are ignored. Whether later rows move up is
    /// not known: send all numbers in one call, and do not use them afterwards.
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
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record. That this is an error
    ///   is inferred.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `collection` is blank; `upload` is blank;
    ///   `rows` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{RemoveRows, RowNumber};

let removed = client.data().remove(RemoveRows::new("Berths", "2026-08", [1, 3, 99])).send().await?;
let numbers = removed.removed.unwrap_or_default();
assert_eq!(numbers.iter().filter_map(RowNumber::as_u64).collect::<Vec<_>>(), [1, 3]);
```"#
    )]
    ///
    /// Source: `POST /v1/data/remove` in <https://developer.docs.falkor.io>.
    pub fn remove(&self, remove_rows: RemoveRows) -> Call<RemoveRowsResult> {
        let body = remove_rows;
        let draft = Draft::new(&operations::DATA_REMOVE).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<RemoveRowsResult>>(&self.client)
    }

    /// Deletes an upload.
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
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record. That this is an error
    ///   is inferred.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `collection` is blank; `upload` is blank.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::DeleteUpload;

let collection = client.data().delete(DeleteUpload::new("Berths", "2026-08")).send().await?;
assert_eq!(collection.collection.as_deref(), Some("Berths"));
```"#
    )]
    ///
    /// Source: `POST /v1/data/delete` in <https://developer.docs.falkor.io>.
    pub fn delete(&self, delete_upload: DeleteUpload) -> Call<DeleteUploadResult> {
        let body = delete_upload;
        let draft = Draft::new(&operations::DATA_DELETE).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<DeleteUploadResult>>(&self.client)
    }
}
