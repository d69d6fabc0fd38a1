//! Whatever bytes arrive as webhooks; see `tests/webhooks.rs`.
