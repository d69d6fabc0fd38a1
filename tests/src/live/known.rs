//! What is known of an answer.

use std::collections::BTreeSet;

use http::HeaderName;
use serde_json::Value;
use xtask::contract::{Body, Contract, Kind, Shape, Type};

/// Headers of HTTP, of browsers and of servers, which say nothing of the API.
const HEADERS: &[&str] = &[
    "accept-ranges",
    "age",
    "allow",
    "alt-svc",
    "cache-control",
    "connection",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-security-policy",
    "content-type",
    "date",
    "etag",
    "expires",
    "keep-alive",
    "last-modified",
    "location",
    "permissions-policy",
    "pragma",
    "referrer-policy",
    "retry-after",
    "server",
    "set-cookie",
    "strict-transport-security",
    "transfer-encoding",
    "vary",
    "via",
    "www-authenticate",
    "x-content-type-options",
    "x-download-options",
    "x-frame-options",
    "x-permitted-cross-domain-policies",
    "x-powered-by",
    "x-request-id",
    "x-runtime",
    "x-xss-protection",
];

pub(super) fn is_known_header(name: &HeaderName) -> bool {
    HEADERS.contains(&name.as_str()) || name.as_str().starts_with("access-control-")
}

/// The paths of the fields that no schema of the body names, such as `credentials[].colour`.
pub(super) fn unknown_fields(contract: &Contract, body: &Body, value: &Value) -> BTreeSet<String> {
    let one = Type::Ref(body.schema.clone());
    let ty = if body.shape == Shape::List { Type::List(Box::new(one)) } else { one };
    let as_it_is = walk(contract, &ty, value);
    // It may be wrapped in one key.
    let wrapped = value.as_object().filter(|fields| body.shape == Shape::Unwrapped && fields.len() == 1);
    match wrapped.and_then(|fields| fields.iter().next()) {
        Some((key, inner)) if inner.is_object() => {
            let inner = under(key, walk(contract, &ty, inner));
            if inner.len() < as_it_is.len() { inner } else { as_it_is }
        }
        _ => as_it_is,
    }
}

fn walk(contract: &Contract, ty: &Type, value: &Value) -> BTreeSet<String> {
    match (ty, value) {
        (Type::Lenient(inner) | Type::OrEmpty(inner), _) => walk(contract, inner, value),
        (Type::List(inner), Value::Array(items)) => {
            under("[]", items.iter().flat_map(|item| walk(contract, inner, item)).collect())
        }
        (Type::Ref(name), _) => match (contract.schema(name).map(|schema| &schema.kind), value) {
            (Some(Kind::Object(model)), Value::Object(fields)) => {
                let unknown = fields.iter().flat_map(|(key, value)| {
                    let is_named = |known: &&xtask::contract::Property| {
                        known.name == *key || known.aliases.iter().any(|alias| alias == key)
                    };
                    match model.properties.iter().find(is_named) {
                        Some(property) => under(key, walk(contract, &property.ty, value)),
                        None => BTreeSet::from([key.clone()]),
                    }
                });
                unknown.collect()
            }
            // The form that knows most of it.
            (Some(Kind::Forms(forms)), _) => {
                let fits = forms.iter().filter(|form| has_shape(contract, &form.ty, value));
                let unknown = fits.map(|form| walk(contract, &form.ty, value));
                unknown.min_by_key(BTreeSet::len).unwrap_or_default()
            }
            _ => BTreeSet::new(),
        },
        _ => BTreeSet::new(),
    }
}

/// Whether a value is the object or the list that a type asks for.
fn has_shape(contract: &Contract, ty: &Type, value: &Value) -> bool {
    match ty {
        Type::List(_) => value.is_array(),
        Type::Ref(name) => match contract.schema(name).map(|schema| &schema.kind) {
            Some(Kind::Object(_)) => value.is_object(),
            _ => true,
        },
        _ => true,
    }
}

/// The same paths, below a key or an index.
fn under(key: &str, paths: BTreeSet<String>) -> BTreeSet<String> {
    let join =
        |path: String| if path.starts_with('[') { format!("{key}{path}") } else { format!("{key}.{path}") };
    paths.into_iter().map(join).collect()
}
