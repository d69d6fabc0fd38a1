//! How certificates and badges look.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// How certificates and badges look. See [`Client::designs`](crate::Client::designs).
#[derive(Debug, Clone)]
pub struct Designs {
    pub(crate) client: Client,
}

impl Designs {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists designs.
    ///
    /// The vendor recommends [`search`](Self::search) instead.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::DesignKinds;

let badges = client.designs().list(Some(DesignKinds::Badges), None).send().await?;
assert_eq!(badges[0].name.as_deref(), Some("Anchor"));
```"#
    )]
    ///
    /// Source: `GET /v1/designs` in <https://docs.api.accredible.com/#tag/Designs>.
    #[deprecated(note = "the vendor asks not to use it")]
    pub fn list(&self, kind: Option<DesignKinds>, department_id: Option<DepartmentId>) -> Call<Vec<Design>> {
        let draft =
            Draft::new(&operations::DESIGNS_LIST).query("kind", kind).query("department_id", department_id);
        draft.call::<DesignsListBody>(&self.client)
    }

    /// Creates a design.
    ///
    /// A group gets it by its `certificate_design_id` or `badge_design_id`. If no answer arrives, look for it
    /// with [`search`](Self::search); give it metadata of its own to find it by.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::{DesignKind, NewDesign, PaperSize};

let new = NewDesign::new("Green wave", DesignKind::Certificate, "0a1b2c3d4e5f").size(PaperSize::UsLetter);
let design = client.designs().create(new.meta_data([("course", "HS")])).send().await?;
assert_eq!(design.size, Some(PaperSize::UsLetter));
```"#
    )]
    ///
    /// Source: `POST /v1/designs` in <https://docs.api.accredible.com/#tag/Designs>.
    pub fn create(&self, design: NewDesign) -> Call<Design> {
        let draft = Draft::new(&operations::DESIGNS_CREATE).body(NewDesignBody::new(design));
        draft.call::<DesignBody>(&self.client)
    }

    /// Fetches one design, with the groups that use it.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let design = client.designs().get(23).send().await?;
for group in design.groups.unwrap_or_default() {
    println!("{:?}: {:?} credentials", group.name, group.credentials_count);
}
```"#
    )]
    ///
    /// Source: `GET /v1/designs/{design_id}` in <https://docs.api.accredible.com/#tag/Designs>.
    pub fn get(&self, design_id: impl Into<DesignId>) -> Call<Design> {
        let draft = Draft::new(&operations::DESIGNS_GET).at("design_id", design_id.into());
        draft.call::<DesignBody>(&self.client)
    }

    /// Updates the given fields of a design. The other fields keep their values.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::DesignUpdate;

let design = client.designs().update(23, DesignUpdate::default().name("Green wave")).send().await?;
assert_eq!(design.name.as_deref(), Some("Green wave"));
```"#
    )]
    ///
    /// Source: `PUT /v1/designs/{design_id}` in <https://docs.api.accredible.com/#tag/Designs>.
    pub fn update(&self, design_id: impl Into<DesignId>, design: DesignUpdate) -> Call<Design> {
        let draft = Draft::new(&operations::DESIGNS_UPDATE)
            .at("design_id", design_id.into())
            .body(DesignUpdateBody::new(design));
        draft.call::<DesignBody>(&self.client)
    }

    /// Deletes a design and returns it.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///   After a repeat of the same call, whose first answer was lost, it is [`Deleted::NotThere`] instead.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.designs().delete(24).send().await?;
assert!(client.designs().get(24).send_opt().await?.is_none());
```"#
    )]
    ///
    /// Source: `DELETE /v1/designs/{design_id}` in <https://docs.api.accredible.com/#tag/Designs>.
    pub fn delete(&self, design_id: impl Into<DesignId>) -> Call<Deleted<Design>> {
        let draft = Draft::new(&operations::DESIGNS_DELETE).at("design_id", design_id.into());
        draft.call::<Deleted<DesignBody>>(&self.client)
    }

    /// Creates a copy of a design.
    ///
    /// The copy has an id of its own. Without a department it is in the default one.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::DesignCopy;

let copy = client.designs().copy(23, DesignCopy::default().department_id(124)).send().await?;
assert_ne!(copy.id, 23.into());
```"#
    )]
    ///
    /// Source: `POST /v1/designs/{design_id}/copy` in <https://docs.api.accredible.com/#tag/Designs>.
    pub fn copy(&self, design_id: impl Into<DesignId>, design: DesignCopy) -> Call<Design> {
        let draft = Draft::new(&operations::DESIGNS_COPY)
            .at("design_id", design_id.into())
            .body(DesignCopyBody::new(design));
        draft.call::<DesignBody>(&self.client)
    }

    /// Searches for designs.
    ///
    /// The results do not have the groups that use a design.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::TryStreamExt;
use tassel_accredible::model::DesignKind;

let search = client.designs().search().kind(DesignKind::Certificate).department(123);
let designs: Vec<_> = search.stream().try_collect().await?;
assert_eq!(designs[0].name.as_deref(), Some("Blue wave"));
```"#
    )]
    ///
    /// Source: `POST /v1/designs/search` in <https://docs.api.accredible.com/#tag/Designs>.
    pub fn search(&self) -> SearchDesigns {
        SearchDesigns(Listing::new(&self.client, &operations::DESIGNS_SEARCH, DesignSearch::default()))
    }

    /// Renders a design with the given values, and returns a link to it.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::DesignPreview;

let mut values = DesignPreview::default().recipient_name("Imke Aalto").course_name("Harbour Safety");
values.extra.insert("custom.Berth", "14B");
let link = client.designs().preview(23, values).send().await?;
println!("{link}");
```"#
    )]
    ///
    /// Source: `POST /v1/designs/{design_id}/preview` in <https://docs.api.accredible.com/#tag/Designs>.
    pub fn preview(&self, design_id: impl Into<DesignId>, design_preview: DesignPreview) -> Call<String> {
        let draft =
            Draft::new(&operations::DESIGNS_PREVIEW).at("design_id", design_id.into()).body(design_preview);
        draft.call::<DesignsPreviewBody>(&self.client)
    }
}

listing! {
    /// A listing of [`Designs::search`](crate::designs::Designs::search), 50 on a page unless another size is
    /// set.
    SearchDesigns: DesignSearch => DesignList
}

impl SearchDesigns {
    /// Only designs of this kind. The vendor's example has the singular, an older text the plural.
    pub fn kind(mut self, kind: impl Into<DesignKind>) -> Self {
        self.0.query.kind = Some(kind.into());
        self
    }

    /// Only designs with this metadata.
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.0.query.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Only designs of this department.
    pub fn department(mut self, department: impl Into<DepartmentId>) -> Self {
        self.0.query.department = Some(department.into());
        self
    }

    /// The number of items on a page. Default 50. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.page_size = Some(size);
        self
    }
}
