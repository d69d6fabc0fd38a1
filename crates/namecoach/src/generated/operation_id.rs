//! The operations as an enum.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::operation::Operation;

use super::operations::OPERATIONS;

/// An operation. A `match` on it has an arm for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationId {
    /// [`participants.get`](super::operations::PARTICIPANTS_GET).
    ParticipantsGet,
    /// [`participants.list`](super::operations::PARTICIPANTS_LIST).
    ParticipantsList,
    /// [`participants.search`](super::operations::PARTICIPANTS_SEARCH).
    ParticipantsSearch,
    /// [`participants.latest`](super::operations::PARTICIPANTS_LATEST).
    ParticipantsLatest,
    /// [`participants.list_of_name_page`](super::operations::PARTICIPANTS_LIST_OF_NAME_PAGE).
    ParticipantsListOfNamePage,
    /// [`participants.create`](super::operations::PARTICIPANTS_CREATE).
    ParticipantsCreate,
    /// [`participants.get_of_name_page`](super::operations::PARTICIPANTS_GET_OF_NAME_PAGE).
    ParticipantsGetOfNamePage,
    /// [`exports.list`](super::operations::EXPORTS_LIST).
    ExportsList,
    /// [`exports.create`](super::operations::EXPORTS_CREATE).
    ExportsCreate,
    /// [`exports.get`](super::operations::EXPORTS_GET).
    ExportsGet,
    /// [`moodle.synchronize`](super::operations::MOODLE_SYNCHRONIZE).
    MoodleSynchronize,
}

impl OperationId {
    /// Every operation, in the order of the table.
    pub const ALL: &[Self] = &[
        Self::ParticipantsGet,
        Self::ParticipantsList,
        Self::ParticipantsSearch,
        Self::ParticipantsLatest,
        Self::ParticipantsListOfNamePage,
        Self::ParticipantsCreate,
        Self::ParticipantsGetOfNamePage,
        Self::ExportsList,
        Self::ExportsCreate,
        Self::ExportsGet,
        Self::MoodleSynchronize,
    ];

    /// Which entry of the table this is.
    #[must_use]
    pub fn of(operation: &'static Operation) -> Option<Self> {
        let place = OPERATIONS.iter().position(|entry| std::ptr::eq(*entry, operation));
        place.and_then(|place| Self::ALL.get(place)).copied()
    }
}
