//! Whether a person has recorded their name.

use std::fmt;

use tassel_core::kit::http::Request;
use tassel_core::kit::{Bytes, TryStreamExt};
use tassel_core::{CallOptions, Error};

use crate::model::Participant;
use crate::participants::ListParticipants;

/// The recording of one person's name. Each variant is an ordinary result, not an error.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Pronunciation {
    /// This participant has a recording.
    Recorded(Participant),
    /// The person is on a name page but has no recording.
    NotRecorded(Participant),
    /// The person is not on any name page of the account.
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

    /// The URL of the recording, if there is one.
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

/// Converts the result of `send_opt`.
impl From<Option<Participant>> for Pronunciation {
    fn from(participant: Option<Participant>) -> Self {
        participant.map_or(Self::NotFound, Self::from)
    }
}

/// A call that is ready to be sent; see
/// [`Participants::pronunciation`](crate::participants::Participants::pronunciation).
#[must_use = "a call does nothing until it is sent"]
#[derive(Clone)]
pub struct GetPronunciation {
    email: String,
    participants: ListParticipants,
}

/// Does not show the address.
impl fmt::Debug for GetPronunciation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GetPronunciation").finish_non_exhaustive()
    }
}

impl GetPronunciation {
    pub(crate) fn new(email: String, participants: ListParticipants) -> Self {
        Self { participants: participants.emails([email.as_str()]), email }
    }

    /// Sets the options of each call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.participants = self.participants.with(options);
        self
    }

    /// The request that would be sent, without the token.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidInput`]: the address is blank or has a comma.
    pub fn request(&self) -> Result<Request<Bytes>, Error> {
        self.participants.request()
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`Error`]. An unknown person is not an error.
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
            // Never return the recording of another person.
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
