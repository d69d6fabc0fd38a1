//! Telephone numbers and places, without the vendor's masks.

use crate::model::{
    Attendee, Enrolment, ReviewComment, StoryLog, StreamSubscription, UserCertificate, Voucher, WebUser,
};

macro_rules! telephone {
    ($($name:ident),+) => {$(
        impl $name {
            /// The telephone number, if the user has one.
            #[must_use]
            pub fn telephone(&self) -> Option<&str> {
                unmasked(self.raw_telephone.as_deref())
            }
        }
    )+};
}
telephone!(Enrolment, ReviewComment, StoryLog, StreamSubscription, UserCertificate, WebUser);

macro_rules! place {
    ($($name:ident),+) => {$(
        impl $name {
            /// The country's name in English, if the user shares it.
            #[must_use]
            pub fn country(&self) -> Option<&str> {
                unmasked(self.raw_country.as_deref())
            }

            /// The city's name in English, if the user shares it.
            #[must_use]
            pub fn city(&self) -> Option<&str> {
                unmasked(self.raw_city.as_deref())
            }
        }
    )+};
}
place!(Attendee, Enrolment, ReviewComment, StoryLog, StreamSubscription, UserCertificate, Voucher, WebUser);

/// The text, unless it is empty or consists of asterisks.
fn unmasked(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| text.chars().any(|c| c != '*'))
}
