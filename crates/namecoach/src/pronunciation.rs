//! How one person's name is said: recorded, not recorded, or not known.

use std::fmt;

use tassel_core::kit::http::Request;
use tassel_core::kit::{Bytes, TryStreamExt};
use tassel_core::{CallOptions, Error};

use crate::model::Participant;
use crate::participants::ListParticipants;

/// What there is of one person. None of it is an error.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Pronunciation {
    /// There is a recording, with this participant.
    Recorded(Participant),
    /// The person is on a name page, and has recorded nothing.
    NotRecorded(Participant),
    /// The person is on no name page of the account.
    NotFound,
}

impl Pronunciation {
    /// The participant, if there is one.
    #[must_use]
    pub fn participant(&self) -> Option<&Participant> {
        match self {
            Self::Recorded(participant) | Self::NotRecorded(participant) => Some(participant),
            Self::NotFound => None,
        }
    }

    /// Where the recording is, if there is one.
    #[must_use]
    pub fn recording(&self) -> Option<&str> {
        self.participant()?.recording()
    }
}

impl From<Participant> for Pronunciation {
    fn from(participant: Participant) -> Self {
        match participant.recording() {
            Some(_) => Self::Recorded(participant),
            None => Self::NotRecorded(participant),
        }
    }
}

/// For what `send_opt` returns.
impl From<Option<Participant>> for Pronunciation {
    fn from(participant: Option<Participant>) -> Self {
        participant.map_or(Self::NotFound, Self::from)
    }
}

/// A question that is ready to be sent; see
/// [`Participants::pronunciation`](crate::participants::Participants::pronunciation).
#[must_use = "a question does nothing until it is sent"]
#[derive(Clone)]
pub struct AskPronunciation {
    email: String,
    participants: ListParticipants,
}

/// Without the address.
impl fmt::Debug for AskPronunciation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AskPronunciation").finish_non_exhaustive()
    }
}

impl AskPronunciation {
    pub(crate) fn new(email: String, participants: ListParticipants) -> Self {
        Self { participants: participants.emails([email.as_str()]), email }
    }

    /// Options of each call, as opposed to fields of the vendor's API.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.participants = self.participants.with(options);
        self
    }

    /// The request as it would be sent, without the token.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidInput`]: the address is blank or holds a comma.
    pub fn request(&self) -> Result<Request<Bytes>, Error> {
        self.participants.request()
    }

    /// Asks.
    ///
    /// # Errors
    ///
    /// Each kind of [`Error`] says what to do about it; that the person is not known is none.
    pub async fn send(self) -> Result<Pronunciation, Error> {
        let address = self.email.to_lowercase();
        let mut participants = self.participants.stream();
        let mut not_recorded = None;
        loop {
            let participant = match participants.try_next().await {
                Ok(Some(participant)) => participant,
                Ok(None) => break,
                Err(Error::NotFound(_)) => return Ok(Pronunciation::NotFound),
                Err(error) => return Err(error),
            };
            // Somebody else's recording would be worse than none.
            if participant.email.as_ref().is_none_or(|email| email.to_lowercase() != address) {
                continue;
            }
            match Pronunciation::from(participant) {
                Pronunciation::NotRecorded(participant) => {
                    not_recorded.get_or_insert(participant);
                }
                recorded => return Ok(recorded),
            }
        }
        Ok(not_recorded.into())
    }
}
