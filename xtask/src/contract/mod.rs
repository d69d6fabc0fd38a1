//! A vendor's contract, read from its `openapi.yaml` into a closed model: an unknown keyword, a dangling reference, a
//! duplicate operation id or a missing extension is an error with the file's line and what to do.

mod operations;
mod read;
mod schemas;
mod yaml;

use serde_json::Value;

pub use read::read;
pub use yaml::Problem;

/// A vendor's contract.
#[derive(Debug)]
pub struct Contract {
    /// The file it was read from.
    pub file: String,
    /// The vendor, by the name of its crate's folder.
    pub vendor: String,
    /// What the API is called.
    pub title: String,
    /// Where the vendor describes it.
    pub documentation: String,
    /// Where it answers.
    pub servers: Vec<Server>,
    /// How a key is sent.
    pub key: Key,
    /// The quotas.
    pub quotas: Vec<Quota>,
    /// The first and the longest wait after a 429 that names none, in seconds.
    pub after_429: Option<(u64, u64)>,
    /// The operations, in the order of the file.
    pub operations: Vec<Operation>,
    /// The schemas, in the order of the file.
    pub schemas: Vec<Schema>,
}

impl Contract {
    /// A schema by its name.
    #[must_use]
    pub fn schema(&self, name: &str) -> Option<&Schema> {
        self.schemas.iter().find(|schema| schema.name == name)
    }
}

/// A host.
#[derive(Debug)]
pub struct Server {
    /// Its name in Rust.
    pub name: String,
    /// Its URL.
    pub url: String,
    /// What it is for.
    pub description: String,
}

/// How a key is sent.
#[derive(Debug)]
pub struct Key {
    /// The header.
    pub header: String,
    /// What stands before the key.
    pub prefix: String,
}

/// A quota.
#[derive(Debug)]
pub struct Quota {
    /// Its name.
    pub name: String,
    /// `address` or `credential`.
    pub scope: String,
    /// The requests and the seconds of each trailing window.
    pub trailing: Vec<(u64, u64)>,
}

/// An operation.
#[derive(Debug)]
pub struct Operation {
    /// Its name, such as `credentials.get`.
    pub id: String,
    /// The line it stands on.
    pub line: usize,
    /// The HTTP method, in upper case.
    pub method: String,
    /// The path template.
    pub path: String,
    /// One line on what it does.
    pub summary: String,
    /// Where the vendor describes it.
    pub documentation: String,
    /// The parameters.
    pub parameters: Vec<Parameter>,
    /// The request body, if there is one.
    pub request: Option<Body>,
    /// The replies that are results.
    pub replies: Vec<Reply>,
    /// `read-only`, `repeatable` or `once`.
    pub safety: String,
    /// How it is paged, if it is a listing.
    pub paging: Option<Paging>,
    /// The quota it draws on.
    pub quota: String,
    /// The key that wraps a body.
    pub wrapper: Option<String>,
    /// Whether the vendor asks not to use it.
    pub deprecated: bool,
    /// `seed`, `vendor`, `inferred` or `unknown`.
    pub certainty: String,
}

impl Operation {
    /// The schema of its reply.
    #[must_use]
    pub fn reply(&self) -> Option<&str> {
        self.replies.iter().find_map(|reply| reply.body.as_ref()).map(|body| body.schema.as_str())
    }
}

/// A parameter.
#[derive(Debug)]
pub struct Parameter {
    /// Whether it stands in the path; otherwise in the query.
    pub in_path: bool,
    /// The rest is as for a property.
    pub property: Property,
}

/// A body.
#[derive(Debug)]
pub struct Body {
    /// The name of its schema.
    pub schema: String,
    /// Examples of it.
    pub examples: Vec<Example>,
}

/// An example of a body.
#[derive(Debug)]
pub struct Example {
    /// Its name.
    pub name: String,
    /// The body.
    pub value: Value,
}

/// A reply that is a result.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The body, if there is one.
    pub body: Option<Body>,
}

/// How an operation is paged.
#[derive(Debug)]
pub struct Paging {
    /// `page` or `cursor-or-offset`.
    pub style: String,
    /// The page size to ask for.
    pub size: u64,
    /// How far offsets reach.
    pub reach: Option<u64>,
    /// The field with the items.
    pub items: String,
    /// The field of an item that tells it from others.
    pub key: String,
    /// The fields of the request: what they mean, and where they are.
    pub request: Vec<(String, String)>,
    /// The fields of the reply: what they mean, and where they are.
    pub reply: Vec<(String, String)>,
}

/// A schema.
#[derive(Debug)]
pub struct Schema {
    /// Its name.
    pub name: String,
    /// The line it stands on.
    pub line: usize,
    /// What it is.
    pub description: String,
    /// Of what kind it is.
    pub kind: Kind,
}

/// The kinds of schema.
#[derive(Debug)]
pub enum Kind {
    /// An id.
    Id,
    /// An open enum, with its known values.
    Enum(Vec<String>),
    /// An object.
    Object(Model),
    /// One of several forms, tried in order.
    Forms(Vec<Form>),
}

/// An object.
#[derive(Debug, Default)]
pub struct Model {
    /// Its properties.
    pub properties: Vec<Property>,
    /// The properties its constructor asks for.
    pub new: Vec<String>,
    /// Whether leaving a property alone differs from setting it to null.
    pub patch: bool,
}

/// A property of an object.
#[derive(Debug)]
pub struct Property {
    /// Its name on the wire.
    pub name: String,
    /// Its name in Rust.
    pub rust_name: String,
    /// What it means.
    pub description: String,
    /// Its type.
    pub ty: Type,
    /// Whether it is always there.
    pub required: bool,
    /// Other spellings it arrives under.
    pub aliases: Vec<String>,
    /// The most items, if it is a list with a limit.
    pub max_items: Option<u64>,
    /// Whether it is a person's.
    pub personal: bool,
}

/// A form of a value.
#[derive(Debug)]
pub struct Form {
    /// Its name in Rust.
    pub name: String,
    /// What it is.
    pub description: String,
    /// Its type.
    pub ty: Type,
}

/// A type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// A text.
    Text,
    /// A calendar date.
    Date,
    /// An instant.
    Timestamp,
    /// A whole number.
    Integer,
    /// A whole number that is not negative.
    Unsigned,
    /// Any number.
    Number,
    /// True or false.
    Boolean,
    /// Any JSON.
    Any,
    /// An object of any JSON.
    Map,
    /// A list.
    List(Box<Type>),
    /// A value that may be something else than it says.
    Lenient(Box<Type>),
    /// A schema.
    Ref(String),
}

impl Type {
    /// The schema it leads to, if it leads to one.
    #[must_use]
    pub fn schema(&self) -> Option<&str> {
        match self {
            Self::Ref(name) => Some(name),
            Self::List(inner) | Self::Lenient(inner) => inner.schema(),
            _ => None,
        }
    }
}
