//! YAML with positions: what is wrong is told with its line, and a keyword nobody asked for is an error.

use std::cell::RefCell;
use std::collections::BTreeSet;

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use serde_json::Value;

/// What is wrong with a contract file, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

/// A YAML document.
#[derive(Debug)]
pub struct Document<'a> {
    file: &'a str,
    root: MarkedYaml<'a>,
}

impl<'a> Document<'a> {
    /// Parses a text.
    pub fn parse(file: &'a str, text: &'a str) -> Result<Self, Problem> {
        let problem = |line, message: String| Problem { file: file.to_owned(), line, message };
        let documents = MarkedYaml::load_from_str(text)
            .map_err(|error| problem(error.marker().line(), format!("not valid YAML: {}", error.info())))?;
        let [root] = <[MarkedYaml<'_>; 1]>::try_from(documents).map_err(|documents| {
            problem(1, format!("{} documents in one file; keep one", documents.len()))
        })?;
        Ok(Self { file, root })
    }

    /// The whole document.
    pub fn root(&'a self) -> Node<'a> {
        Node { file: self.file, yaml: &self.root }
    }
}

/// A value in a document.
#[derive(Debug, Clone, Copy)]
pub struct Node<'a> {
    file: &'a str,
    yaml: &'a MarkedYaml<'a>,
}

impl<'a> Node<'a> {
    /// The line it begins on.
    pub fn line(&self) -> usize {
        self.yaml.span.start.line()
    }

    /// A problem at this place.
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        self.problem_on(self.line(), message)
    }

    /// A problem on a line of the same file.
    pub fn problem_on(&self, line: usize, message: impl Into<String>) -> Problem {
        Problem { file: self.file.to_owned(), line, message: message.into() }
    }

    /// A text.
    pub fn text(&self) -> Result<&'a str, Problem> {
        match &self.yaml.data {
            YamlData::Value(Scalar::String(text)) => Ok(text),
            _ => {
                Err(self.problem("not a text; put it in quotes if it looks like a number or a word of YAML"))
            }
        }
    }

    /// True or false.
    pub fn boolean(&self) -> Result<bool, Problem> {
        match &self.yaml.data {
            YamlData::Value(Scalar::Boolean(value)) => Ok(*value),
            _ => Err(self.problem("neither true nor false")),
        }
    }

    /// A whole number that is not negative.
    pub fn number(&self) -> Result<u64, Problem> {
        match &self.yaml.data {
            YamlData::Value(Scalar::Integer(value)) => u64::try_from(*value).ok(),
            _ => None,
        }
        .ok_or_else(|| self.problem("not a whole number"))
    }

    /// A list.
    pub fn list(&self) -> Result<Vec<Self>, Problem> {
        match &self.yaml.data {
            YamlData::Sequence(items) => {
                Ok(items.iter().map(|yaml| Self { file: self.file, yaml }).collect())
            }
            _ => Err(self.problem("not a list")),
        }
    }

    /// A list of texts.
    pub fn texts(&self) -> Result<Vec<String>, Problem> {
        self.list()?.iter().map(|node| node.text().map(str::to_owned)).collect()
    }

    /// An object.
    pub fn object(&self) -> Result<Object<'a>, Problem> {
        let YamlData::Mapping(entries) = &self.yaml.data else {
            return Err(self.problem("not an object"));
        };
        let mut object = Object { node: *self, entries: Vec::new(), used: RefCell::default() };
        for (key, yaml) in entries {
            let key = Self { file: self.file, yaml: key };
            object.entries.push((key, key.text()?, Self { file: self.file, yaml }));
        }
        Ok(object)
    }

    /// The same as JSON.
    pub fn json(&self) -> Result<Value, Problem> {
        Ok(match &self.yaml.data {
            YamlData::Value(Scalar::Null) => Value::Null,
            YamlData::Value(Scalar::Boolean(value)) => (*value).into(),
            YamlData::Value(Scalar::Integer(value)) => (*value).into(),
            YamlData::Value(Scalar::FloatingPoint(value)) => value.into_inner().into(),
            YamlData::Value(Scalar::String(text)) => text.as_ref().into(),
            YamlData::Sequence(_) => self.list()?.iter().map(Node::json).collect::<Result<_, _>>()?,
            YamlData::Mapping(_) => {
                let entries = self.object()?.entries;
                let entries = entries.iter().map(|(_, key, value)| Ok(((*key).to_owned(), value.json()?)));
                Value::Object(entries.collect::<Result<_, Problem>>()?)
            }
            _ => return Err(self.problem("no JSON can stand for this; write it plainly")),
        })
    }
}

/// An object whose keys must all be asked for.
#[derive(Debug)]
pub struct Object<'a> {
    node: Node<'a>,
    entries: Vec<(Node<'a>, &'a str, Node<'a>)>,
    used: RefCell<BTreeSet<&'a str>>,
}

impl<'a> Object<'a> {
    /// The value of a key, if it is there.
    pub fn get(&self, name: &str) -> Option<Node<'a>> {
        let (_, key, value) = self.entries.iter().find(|(_, key, _)| *key == name)?;
        self.used.borrow_mut().insert(key);
        Some(*value)
    }

    /// The value of a key that must be there; `what` says what to write.
    pub fn need(&self, name: &str, what: &str) -> Result<Node<'a>, Problem> {
        self.get(name).ok_or_else(|| self.node.problem(format!("`{name}` is missing; add {what}")))
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All entries, where every key is allowed.
    pub fn entries(&self) -> impl Iterator<Item = (Node<'a>, &'a str, Node<'a>)> + '_ {
        self.used.borrow_mut().extend(self.entries.iter().map(|(_, key, _)| key));
        self.entries.iter().copied()
    }

    /// Refuses keys that nobody asked for.
    pub fn finish(&self, what: &str) -> Result<(), Problem> {
        let used = self.used.borrow();
        let Some((key, name, _)) = self.entries.iter().find(|(_, key, _)| !used.contains(key)) else {
            return Ok(());
        };
        Err(key.problem(format!(
            "`{name}` is not a keyword known for {what}; remove it, or teach xtask/src/contract what it means"
        )))
    }
}
