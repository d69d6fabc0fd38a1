//! What becomes of a batch whose credentials are issued each by itself.

use serde_json::Value;
use tassel_core::values::Lenient;

use crate::model::{BulkError, BulkResult, Credential, NewCredential};

/// What became of a batch.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkReport {
    /// What became of each credential, in the order in which they were given.
    pub outcomes: Vec<BulkOutcome>,
    /// Results that belong to none of them as far as can be told; usually none.
    pub unmatched: Vec<BulkResult>,
}

/// What became of one credential of a batch.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum BulkOutcome {
    /// It was created.
    Created(Credential),
    /// It was created, and could not be published: do not create it again.
    Unpublished(Credential, BulkError),
    /// It was not created.
    Rejected(BulkError),
    /// The answer does not say: look before creating it again.
    Unsaid,
}

impl BulkReport {
    /// Joins results to the credentials they are about: in order, where there is one for each, and otherwise by the
    /// recipient's address.
    pub(crate) fn new(credentials: &[NewCredential], results: Vec<BulkResult>) -> Self {
        if results.len() == credentials.len() {
            let outcomes =
                results.into_iter().map(|result| BulkOutcome::of(result).unwrap_or(BulkOutcome::Unsaid));
            return Self { outcomes: outcomes.collect(), unmatched: Vec::new() };
        }
        let mut outcomes = vec![None; credentials.len()];
        let mut unmatched = Vec::new();
        for result in results {
            let address = result.credential.as_ref().and_then(address_of);
            let place = address.and_then(|address| {
                let is_it = |credential: &NewCredential| address_in(credential).as_ref() == Some(&address);
                (0..credentials.len()).find(|place| outcomes[*place].is_none() && is_it(&credentials[*place]))
            });
            match place {
                Some(place) => outcomes[place] = BulkOutcome::of(result),
                None => unmatched.push(result),
            }
        }
        let outcomes = outcomes.into_iter().map(|outcome| outcome.unwrap_or(BulkOutcome::Unsaid)).collect();
        Self { outcomes, unmatched }
    }

    /// Whether every credential was created and published as asked.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.unmatched.is_empty()
            && self.outcomes.iter().all(|outcome| matches!(outcome, BulkOutcome::Created(_)))
    }
}

impl BulkOutcome {
    fn of(result: BulkResult) -> Option<Self> {
        let error = result.errors.map(|error| match error {
            Lenient::Known(error) => error,
            // In a shape nobody told us of it is kept as words.
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
            Self::Rejected(_) | Self::Unsaid => None,
        }
    }

    /// What went wrong, if the vendor says that something did.
    #[must_use]
    pub fn error(&self) -> Option<&BulkError> {
        match self {
            Self::Unpublished(_, error) | Self::Rejected(error) => Some(error),
            Self::Created(_) | Self::Unsaid => None,
        }
    }
}

fn address_of(credential: &Credential) -> Option<String> {
    credential.recipient.as_ref()?.email.as_deref().map(str::to_lowercase)
}

fn address_in(credential: &NewCredential) -> Option<String> {
    credential.recipient.as_ref()?.email.as_deref().map(str::to_lowercase)
}
