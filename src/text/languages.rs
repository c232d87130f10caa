//! The languages we speak. A new one is a file and a line here.

use super::Language;

pub(super) mod ar;
pub(super) mod az;
pub(super) mod en;
pub(super) mod ru;

pub(super) static ALL: &[&Language] = &[&en::LANGUAGE, &ru::LANGUAGE, &az::LANGUAGE, &ar::LANGUAGE];
