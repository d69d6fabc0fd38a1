//! Everything that can go wrong, and quotas at full speed; see `tests/`.
