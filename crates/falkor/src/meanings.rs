//! What is asked of the vendor's values beyond their fields.

use crate::Lenient;
use crate::model::{
    Attendee, AttendeeState, Certificate, CertificateState, ChangeCount, Enrolment, EnrolmentState,
    GroupInsert, InviteStatus, StoryId, StoryLog, StoryType, UserCertificate, Voucher, VoucherState,
};

macro_rules! in_any_case {
    ($($name:ident),+) => {$(
        impl $name {
            /// The value it is when written in the documented case.
            #[must_use]
            pub fn in_any_case(&self) -> Self {
                let known = Self::KNOWN.iter().find(|known| known.eq_ignore_ascii_case(self.as_str()));
                known.map_or_else(|| self.clone(), |known| Self::from(*known))
            }
        }
    )+};
}
in_any_case!(AttendeeState, CertificateState, EnrolmentState, InviteStatus, StoryType, VoucherState);

macro_rules! telephone {
    ($($name:ident),+) => {$(
        impl $name {
            /// The telephone number, if the user has one.
            #[must_use]
            pub fn telephone(&self) -> Option<&str> {
                shown(self.raw_telephone.as_deref())
            }
        }
    )+};
}
telephone!(StoryLog, UserCertificate);

macro_rules! place {
    ($($name:ident),+) => {$(
        impl $name {
            /// The country's name in English, if the user shares it.
            #[must_use]
            pub fn country(&self) -> Option<&str> {
                shown(self.raw_country.as_deref())
            }

            /// The city's name in English, if the user shares it.
            #[must_use]
            pub fn city(&self) -> Option<&str> {
                shown(self.raw_city.as_deref())
            }
        }
    )+};
}
place!(Attendee, Enrolment, StoryLog, UserCertificate, Voucher);

/// A text that is neither empty nor a mask.
fn shown(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| text.chars().any(|c| c != '*'))
}

impl Certificate {
    /// Where it can be seen, for good, once there is such a place.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.raw_url.as_deref().filter(|url| !url.is_empty())
    }
}

impl ChangeCount {
    /// Whether everybody could be added and removed: there is no warning.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        none(self.warnings.as_ref()) && self.messages.as_ref().is_none_or(|messages| messages.is_empty())
    }
}

impl GroupInsert {
    /// Whether the user is in the group now: it says success, and there is no warning.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.status.as_deref().is_some_and(|status| status.eq_ignore_ascii_case("success"))
            && none(self.warnings.as_ref())
    }
}

/// Whether a count is zero or missing. One that cannot be read is neither.
fn none(count: Option<&Lenient<i64>>) -> bool {
    count.is_none_or(|count| count.get() == Some(0))
}

/// A story's ID where the ID or the name is asked for.
impl From<&StoryId> for String {
    fn from(id: &StoryId) -> Self {
        id.to_string()
    }
}
