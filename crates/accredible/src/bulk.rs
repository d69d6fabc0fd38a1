//! The report on a batch of credentials that are created independently.

use serde_json::Value;
use tassel_core::values::Lenient;

use crate::model::{BulkError, BulkResult, Credential, NewCredential};

/// The results of a batch.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkReport {
    /// One result for each credential, in the order of the batch.
    pub results: Vec<CreationResult>,
    /// Results that match no credential of the batch; usually empty.
    pub unmatched: Vec<Lenient<BulkResult>>,
}

/// The result of creating one credential of a batch.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum CreationResult {
    /// The credential was created and published.
    Created(Credential),
    /// The credential was created but not published. Do not create it again.
    Unpublished(Credential, BulkError),
    /// The credential was not created.
    Rejected(BulkError),
    /// The answer does not say. Look for the credential before you create it again.
    Unknown,
    /// The result cannot be read, and is kept as it came. Look for the credential before you create it again.
    Unreadable(Value),
}

impl BulkReport {
    /// Matches results to credentials: in order if there is one for each, otherwise by the recipient's address.
    pub(crate) fn new(credentials: &[NewCredential], results: Vec<Lenient<BulkResult>>) -> Self {
        if results.len() == credentials.len() {
            let results = results
                .into_iter()
                .map(|result| CreationResult::of(result).unwrap_or(CreationResult::Unknown));
            return Self { results: results.collect(), unmatched: Vec::new() };
        }
        let mut matched = vec![None; credentials.len()];
        let mut unmatched = Vec::new();
        for result in results {
            let address = match &result {
                Lenient::Known(result) => result.credential.as_ref().and_then(address_of),
                Lenient::Other(result) => {
                    result["credential"]["recipient"]["email"].as_str().map(str::to_lowercase)
                }
            };
            let place = address.and_then(|address| {
                let is_it = |credential: &NewCredential| address_in(credential).as_ref() == Some(&address);
                (0..credentials.len()).find(|place| matched[*place].is_none() && is_it(&credentials[*place]))
            });
            match place {
                Some(place) => matched[place] = CreationResult::of(result),
                None => unmatched.push(result),
            }
        }
        let results = matched.into_iter().map(|result| result.unwrap_or(CreationResult::Unknown)).collect();
        Self { results, unmatched }
    }

    /// Whether every credential was created and published, and every result was matched.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.unmatched.is_empty()
            && self.results.iter().all(|result| matches!(result, CreationResult::Created(_)))
    }
}

impl CreationResult {
    fn of(result: Lenient<BulkResult>) -> Option<Self> {
        let result = match result {
            Lenient::Known(result) => result,
            Lenient::Other(other) => return Some(Self::Unreadable(other)),
        };
        let error = result.errors.map(|error| match error {
            Lenient::Known(error) => error,
            // An error in another form becomes the message.
            Lenient::Other(Value::String(text)) => BulkError { message: Some(text), ..BulkError::default() },
            Lenient::Other(other) => BulkError { message: Some(other.to_string()), ..BulkError::default() },
        });
        match (result.credential, error) {
            (Some(credential), None) => Some(Self::Created(credential)),
            (Some(credential), Some(error)) => Some(Self::Unpublished(credential, error)),
            (None, Some(error)) => Some(Self::Rejected(error)),
            (None, None) => None,
        }
    }

    /// The credential, if it was created.
    #[must_use]
    pub fn credential(&self) -> Option<&Credential> {
        match self {
            Self::Created(credential) | Self::Unpublished(credential, _) => Some(credential),
            Self::Rejected(_) | Self::Unknown | Self::Unreadable(_) => None,
        }
    }

    /// The vendor's error, if there is one.
    #[must_use]
    pub fn error(&self) -> Option<&BulkError> {
        match self {
            Self::Unpublished(_, error) | Self::Rejected(error) => Some(error),
            Self::Created(_) | Self::Unknown | Self::Unreadable(_) => None,
        }
    }
}

fn address_of(credential: &Credential) -> Option<String> {
    credential.recipient.as_ref()?.email.as_deref().map(str::to_lowercase)
}

fn address_in(credential: &NewCredential) -> Option<String> {
    credential.recipient.as_ref()?.email.as_deref().map(str::to_lowercase)
}
