//! Texts that carry a role and a type: `headlines`, `descriptions`, `bodies` (ninjs 2 and 3).

use crate::decode::field::Fields;

/// One entry of such a list.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a>(Fields<'a>);

impl Entry<'_> {
    /// The text as written.
    pub(super) fn value(self) -> Option<String> {
        self.0.string("value").map(|value| value.into_owned())
    }

    /// Whether the role begins with one of these words; `""` is an entry without a role.
    pub(super) fn plays(self, roles: &[&str]) -> bool {
        let role = self.0.string("role").unwrap_or_default().to_ascii_lowercase();
        roles.iter().any(|wanted| if wanted.is_empty() { role.is_empty() } else { role.starts_with(wanted) })
    }

    /// The media type; `""` where none is stated.
    pub(super) fn kind(self) -> String {
        self.0.string("contenttype contentType").unwrap_or_default().to_ascii_lowercase()
    }
}

/// The entries of the list.
pub(super) fn entries<'a>(fields: Fields<'a>, names: &str) -> Vec<Entry<'a>> {
    fields.list(names).map(Entry).collect()
}
