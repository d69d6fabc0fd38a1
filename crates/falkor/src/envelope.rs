//! The envelope of every answer.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use tassel_core::error::{DecodeError, RawResponse};
use tassel_core::kit::{Reply, from_json};
use tassel_core::operation::Operation;
use tassel_core::values::{OrEmpty, Text};

/// The `data` of an envelope. If it is missing, null or empty, it is the default of `T`.
///
/// `rejection` has checked the envelope's status before.
pub(crate) struct Data<T>(T);

impl<T: DeserializeOwned + Default> Reply for Data<T> {
    type Value = T;

    fn read(_: &'static Operation, answer: &RawResponse) -> Result<T, DecodeError> {
        Ok(from_json::<Self>(&answer.body)?.0)
    }
}

impl<'de, T: DeserializeOwned + Default> Deserialize<'de> for Data<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(DataVisitor(PhantomData))
    }
}

struct DataVisitor<T>(PhantomData<T>);

impl<'de, T: DeserializeOwned + Default> Visitor<'de> for DataVisitor<T> {
    type Value = Data<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an envelope with `status` and `data`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Data<T>, A::Error> {
        let mut data: Option<Option<OrEmpty<T>>> = None;
        while let Some(key) = map.next_key::<Text<'_>>()? {
            if key.as_ref() != "data" {
                map.next_value::<IgnoredAny>()?;
            } else if data.replace(map.next_value()?).is_some() {
                return Err(A::Error::duplicate_field("data"));
            }
        }
        Ok(Data(data.flatten().map(OrEmpty::into_inner).unwrap_or_default()))
    }
}
