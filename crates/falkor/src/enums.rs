//! Enum values in any case.

use crate::model::{
    AttendeeState, CertificateState, EnrolmentState, InviteStatus, StoryType, StreamType, VoucherState,
};

macro_rules! in_any_case {
    ($($name:ident),+) => {$(
        impl $name {
            /// This value, spelt as the vendor documents it.
            #[must_use]
            pub fn in_any_case(&self) -> Self {
                let known = Self::KNOWN.iter().find(|known| known.eq_ignore_ascii_case(self.as_str()));
                known.map_or_else(|| self.clone(), |known| Self::from(*known))
            }
        }
    )+};
}
in_any_case!(
    AttendeeState,
    CertificateState,
    EnrolmentState,
    InviteStatus,
    StoryType,
    StreamType,
    VoucherState
);
