//! The query of a listing, as query parameters.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use super::{PageField, PageQuery, Paging, Position};
use crate::draft::text;
use crate::limits;

/// Query parameters by name. `Debug` shows only the names, as values may be personal.
#[derive(Clone, Default)]
pub struct Query {
    parameters: BTreeMap<Cow<'static, str>, String>,
    problem: Option<String>,
}

impl Query {
    /// A query without parameters.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a parameter. Null removes it.
    pub fn set(&mut self, name: impl Into<Cow<'static, str>>, value: impl Serialize) {
        let name = name.into();
        match serde_json::to_value(value).map(text) {
            Ok(Some(value)) => {
                self.parameters.insert(name, value);
            }
            Ok(None) => {
                self.parameters.remove(&name);
            }
            Err(error) => self.refuse(format!("`{name}`: {error}")),
        }
    }

    /// Sets a parameter that is a list. Its items are joined by commas: an empty list, and an item that is blank or has
    /// a comma, are refused.
    pub fn set_list<T: Serialize>(&mut self, name: &'static str, items: impl IntoIterator<Item = T>) {
        let items = items.into_iter().map(|item| serde_json::to_value(item).ok().and_then(text));
        let items: Vec<_> = items.map(Option::unwrap_or_default).collect();
        self.refuse(limits::joined(name, &items));
        self.parameters.insert(name.into(), items.join(","));
    }

    /// Refuses the listing before it is sent. The first problem is reported.
    pub fn refuse(&mut self, problem: impl Into<Option<String>>) {
        if self.problem.is_none() {
            self.problem = problem.into();
        }
    }
}

impl PageQuery for Query {
    fn size(&self, paging: &Paging) -> Option<u64> {
        let (_, name) = paging.parameters.iter().find(|(field, _)| *field == PageField::Size)?;
        self.parameters.get(*name)?.parse().ok()
    }

    fn seek(&mut self, paging: &Paging, position: &Position, size: u64) {
        for (field, name) in paging.parameters {
            let value = match (field, position) {
                (PageField::Size, _) => Some(size.to_string()),
                (PageField::Page, Position::Page(number)) => Some(number.to_string()),
                (PageField::Offset, Position::Offset(offset)) => Some(offset.to_string()),
                (PageField::Cursor, Position::Token(token)) => Some(token.clone()),
                _ => None,
            };
            self.set(*name, value);
        }
    }

    fn problem(&self) -> Option<String> {
        self.problem.clone()
    }
}

impl Serialize for Query {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.parameters)
    }
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.parameters.keys()).finish()
    }
}
