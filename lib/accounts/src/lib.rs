//! Users and groups by name and number.
