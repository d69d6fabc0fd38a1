//! A vendor's contract, read from its `openapi.yaml` into a closed model: an unknown keyword, a dangling reference, a
//! duplicate operation id or a missing extension is an error with the file's line and what to do.

mod check;
mod expand;
mod operations;
mod quotas;
mod read;
mod schemas;
mod webhooks;
mod words;
mod yaml;

use serde_json::Value;

pub use read::read;
pub use schemas::{lower_first, snake_case, upper_camel};
pub use webhooks::{Event, ReadBack, Signature, Webhooks};
pub use words::{Certainty, Encoding, EndSignal, PagingStyle, QuotaScope, Safety};
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
    /// Where it answers; none where each customer has a host of its own.
    pub servers: Vec<Server>,
    /// The path that every base URL ends with.
    pub base_path: String,
    /// How a key is sent.
    pub key: Key,
    /// The time one attempt may take, in seconds.
    pub timeout: Option<u64>,
    /// The largest body that is read, in bytes.
    pub max_body: Option<u64>,
    /// The field of every reply that holds its value, if there is one.
    pub envelope: Option<String>,
    /// Whether a success may carry an error that its model does not show.
    pub errors_in_success: bool,
    /// The content type of a request without a body, and the methods that send it.
    pub content_type: Option<(String, Vec<String>)>,
    /// The quotas.
    pub quotas: Vec<Quota>,
    /// The first and the longest wait after a 429 that names none, in seconds.
    pub after_429: Option<(u64, u64)>,
    /// What it sends unasked.
    pub webhooks: Option<Webhooks>,
    /// The resources, in the order of the file.
    pub tags: Vec<Tag>,
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

/// A resource.
#[derive(Debug)]
pub struct Tag {
    /// Its name, with which its operations' ids begin.
    pub name: String,
    /// What it holds.
    pub description: String,
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
    /// Whose requests it counts.
    pub scope: QuotaScope,
    /// Its windows.
    pub windows: Vec<Window>,
    /// The headers that say how it stands: the limit, what remains, the seconds until it begins anew.
    pub headers: Option<[String; 3]>,
}

/// A window of a quota, in seconds.
#[derive(Debug)]
pub enum Window {
    /// So many requests in any span.
    Trailing(u64, u64),
    /// So many requests in each span, and then one every so often.
    Fixed(u64, u64, Option<u64>),
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
    /// The resource.
    pub tag: String,
    /// Whether its method is written by hand.
    pub by_hand: bool,
    /// One line on what it does.
    pub summary: String,
    /// What else there is to know, in paragraphs.
    pub description: String,
    /// Where the vendor describes it.
    pub documentation: String,
    /// The parameters.
    pub parameters: Vec<Parameter>,
    /// The request body, if there is one.
    pub request: Option<Body>,
    /// The replies that are results.
    pub replies: Vec<Reply>,
    /// The replies that are errors.
    pub errors: Vec<ErrorReply>,
    /// Whether a repeat is harmless.
    pub safety: Safety,
    /// The parts of the body with which it is not, as JSON pointers.
    pub once_with: Vec<String>,
    /// How it is paged, if it is a listing.
    pub paging: Option<Paging>,
    /// The quota it draws on.
    pub quota: String,
    /// Whether the vendor asks not to use it.
    pub deprecated: bool,
    /// How sure its description is.
    pub certainty: Certainty,
}

impl Operation {
    /// The name of its method.
    #[must_use]
    pub fn method_name(&self) -> &str {
        self.id.split_once('.').map_or(&self.id, |(_, name)| name)
    }

    /// The key that wraps its body: that of the request, or else that of the reply.
    #[must_use]
    pub fn wrapper(&self) -> Option<&str> {
        let mut bodies = self.request.iter().chain(self.reply());
        bodies.find_map(|body| body.wrapper.as_ref().map(|(key, _)| key.name.as_str()))
    }

    /// The body of its reply.
    #[must_use]
    pub fn reply(&self) -> Option<&Body> {
        self.replies.iter().find_map(|reply| reply.body.as_ref())
    }

    /// Whether a success may lack the body that another has.
    #[must_use]
    pub fn may_be_empty(&self) -> bool {
        self.reply().is_some()
            && self.replies.iter().any(|reply| reply.body.is_none() && reply.media_type.is_none())
    }

    /// Whether its reply is a redirect, which is not followed.
    #[must_use]
    pub fn redirects(&self) -> bool {
        self.replies.iter().any(|reply| (300..400).contains(&reply.status))
    }

    /// The media type of its reply, where that is not JSON.
    #[must_use]
    pub fn produces(&self) -> Option<&str> {
        self.replies.iter().find_map(|reply| reply.media_type.as_deref())
    }
}

/// A parameter.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Whether it stands in the path; otherwise in the query.
    pub in_path: bool,
    /// The rest is as for a property.
    pub property: Property,
}

/// A body.
#[derive(Debug)]
pub struct Body {
    /// The name of its schema, or of that of its items.
    pub schema: String,
    /// How it stands in the body.
    pub shape: Shape,
    /// The key that wraps it, as a property whose type is the schema, and what may stand beside it.
    pub wrapper: Option<(Property, Vec<Property>)>,
    /// Whether it is written as a form.
    pub form: bool,
    /// Examples of it.
    pub examples: Vec<Example>,
}

/// How a schema stands in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// It is the body.
    Plain,
    /// The body is a list of it.
    List,
    /// It is the body, or is wrapped in one key.
    Unwrapped,
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
    /// The body, if there is one in JSON.
    pub body: Option<Body>,
    /// The media type of a body that is not JSON.
    pub media_type: Option<String>,
}

/// A reply that is an error.
#[derive(Debug)]
pub struct ErrorReply {
    /// The status.
    pub status: u16,
    /// What it means.
    pub meaning: String,
}

/// How an operation is paged.
#[derive(Debug)]
pub struct Paging {
    /// How the next page is asked for.
    pub style: PagingStyle,
    /// The page size to ask for.
    pub size: u64,
    /// How far offsets reach.
    pub reach: Option<u64>,
    /// What says that the listing is whole.
    pub ends: Vec<EndSignal>,
    /// The field with the items; none where the body is the list.
    pub items: Option<String>,
    /// The fields of an item that tell it from others.
    pub key: Vec<String>,
    /// The fields of the request: what they mean, and where they are, by their names in Rust.
    pub request: Vec<(String, String)>,
    /// The fields of the reply: what they mean, and where they are, by their names in Rust.
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
    /// An open enum, with its known values and their names in Rust.
    Enum(Vec<(String, String)>),
    /// An open enum of numbers, with those known and their names in Rust.
    Numbers(Vec<(u64, String)>),
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
    /// The properties its constructor asks for; empty where it is written by hand.
    pub new: Option<Vec<String>>,
    /// Whether leaving a property alone differs from setting it to null.
    pub patch: bool,
}

/// A property of an object.
#[derive(Debug, Clone)]
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
    /// Whether it is written as null where it has no value.
    pub null: bool,
    /// Other spellings it arrives under.
    pub aliases: Vec<String>,
    /// The fewest items, if it is a list with a limit.
    pub min_items: Option<u64>,
    /// The most items, if it is a list with a limit.
    pub max_items: Option<u64>,
    /// Whether it is a text that must not be blank.
    pub not_blank: bool,
    /// Whether its setter is written by hand.
    pub by_hand: bool,
    /// Whether it stands in answers only.
    pub read_only: bool,
    /// Whether it stands in requests only.
    pub write_only: bool,
    /// Whether it is a person's.
    pub personal: bool,
    /// Values of a path parameter that would lead elsewhere.
    pub reserved: Vec<String>,
    /// The schema that is found somewhere within it, if it is any JSON.
    pub within: Option<String>,
}

impl Property {
    /// A required property of a type, and nothing else.
    #[must_use]
    pub fn new(name: &str, ty: Type) -> Self {
        Self {
            name: name.to_owned(),
            rust_name: snake_case(name),
            description: format!("The {}.", snake_case(name).replace('_', " ")),
            ty,
            required: true,
            null: false,
            aliases: Vec::new(),
            min_items: None,
            max_items: None,
            not_blank: false,
            by_hand: false,
            read_only: false,
            write_only: false,
            personal: false,
            reserved: Vec::new(),
            within: None,
        }
    }
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
    /// An instant, in a form of its own if it has one.
    Timestamp(Option<String>),
    /// A text that must not be shown.
    Secret,
    /// A text that is sent in lower case.
    LowerCase,
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
    /// An object or a list, of which an empty one may come as the other.
    OrEmpty(Box<Type>),
    /// A list of which a single item may come without the list.
    OrOne(Box<Type>),
    /// A schema.
    Ref(String),
}

impl Type {
    /// The schema it leads to, if it leads to one.
    #[must_use]
    pub fn schema(&self) -> Option<&str> {
        match self {
            Self::Ref(name) => Some(name),
            Self::List(inner) | Self::Lenient(inner) | Self::OrEmpty(inner) | Self::OrOne(inner) => {
                inner.schema()
            }
            _ => None,
        }
    }
}
