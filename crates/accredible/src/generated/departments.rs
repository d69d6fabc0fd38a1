//! Departments of the account. A group belongs to one.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Departments of the account. A group belongs to one. See
/// [`Client::departments`](crate::Client::departments).
#[derive(Debug, Clone)]
pub struct Departments {
    pub(crate) client: Client,
}

impl Departments {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Creates a department.
    ///
    /// The vendor copies the images, so their URLs in the reply differ. If no answer arrives, look for the
    /// department with [`search`](Self::search).
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
use tassel_accredible::model::NewDepartment;

let new =
    NewDepartment::new("Dive School", "https://dive.example.org", "https://dive.example.org/logo.png");
let department = client.departments().create(new).send().await?;
assert_eq!(department.name.as_deref(), Some("Dive School"));
```"#
    )]
    ///
    /// Source: `POST /v1/departments` in <https://docs.api.accredible.com/#tag/Departments>.
    pub fn create(&self, department: NewDepartment) -> Call<Department> {
        let draft = Draft::new(&operations::DEPARTMENTS_CREATE).body(NewDepartmentBody::new(department));
        draft.call::<DepartmentBody>(&self.client)
    }

    /// Fetches one department.
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
let department = client.departments().get(123).send().await?;
assert_eq!(department.name.as_deref(), Some("Harbour Academy"));
```"#
    )]
    ///
    /// Source: `GET /v1/departments/{department_id}` in <https://docs.api.accredible.com/#tag/Departments>.
    pub fn get(&self, department_id: impl Into<DepartmentId>) -> Call<Department> {
        let draft = Draft::new(&operations::DEPARTMENTS_GET).at("department_id", department_id.into());
        draft.call::<DepartmentBody>(&self.client)
    }

    /// Updates the given fields of a department. The other fields keep their values.
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
use tassel_accredible::model::DepartmentUpdate;

let changes = DepartmentUpdate::default().description("Lifts and signals".to_owned());
let department = client.departments().update(124, changes).send().await?;
assert_eq!(department.description.as_deref(), Some("Lifts and signals"));
```"#
    )]
    ///
    /// Source: `PUT /v1/departments/{department_id}` in <https://docs.api.accredible.com/#tag/Departments>.
    pub fn update(
        &self,
        department_id: impl Into<DepartmentId>,
        department: DepartmentUpdate,
    ) -> Call<Department> {
        let draft = Draft::new(&operations::DEPARTMENTS_UPDATE)
            .at("department_id", department_id.into())
            .body(DepartmentUpdateBody::new(department));
        draft.call::<DepartmentBody>(&self.client)
    }

    /// Deletes a department and returns it.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///   After a repeat of the same call, whose first answer was lost, it is [`Deleted::NotThere`] instead.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.departments().delete(124).send().await?;
assert!(client.departments().get(124).send_opt().await?.is_none());
```"#
    )]
    ///
    /// Source: `DELETE /v1/departments/{department_id}` in
    /// <https://docs.api.accredible.com/#tag/Departments>.
    pub fn delete(&self, department_id: impl Into<DepartmentId>) -> Call<Deleted<Department>> {
        let draft = Draft::new(&operations::DEPARTMENTS_DELETE).at("department_id", department_id.into());
        draft.call::<Deleted<DepartmentBody>>(&self.client)
    }

    /// Searches for departments.
    ///
    /// A department's key finds its own department.
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

let departments: Vec<_> = client.departments().search().stream().try_collect().await?;
assert_eq!(departments.len(), 2);
```"#
    )]
    ///
    /// Source: `POST /v1/departments/search` in <https://docs.api.accredible.com/#tag/Departments>.
    pub fn search(&self) -> SearchDepartments {
        SearchDepartments(Listing::new(
            &self.client,
            &operations::DEPARTMENTS_SEARCH,
            DepartmentSearch::default(),
        ))
    }
}

listing! {
    /// A listing of [`Departments::search`](crate::departments::Departments::search), 50 on a page unless
    /// another size is set.
    SearchDepartments: DepartmentSearch => DepartmentList
}

impl SearchDepartments {
    /// Only departments with this metadata.
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.0.query.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// The number of items on a page. Default 50. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.page_size = Some(size);
        self
    }
}
