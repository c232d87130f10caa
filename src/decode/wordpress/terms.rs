//! Categories and tags of a post, told apart by `taxonomy`, never by position.

use super::{decode_references, plain};
use crate::decode::field::Fields;
use crate::item::Item;

/// Fills section, sections and tags.
pub(super) fn read(item: &mut Item, fields: Fields<'_>) {
    let Some(value) = fields.get("_embedded") else {
        return;
    };
    let groups = Fields { value, ..fields }.list("wp:term");
    let terms = groups.flat_map(|group| group.value.as_array().into_iter().flatten());
    for value in terms {
        let term = Fields { value, ..fields };
        let Some(name) = term.string("name").and_then(|name| plain(&decode_references(&name))) else {
            continue;
        };
        match term.string("taxonomy").as_deref() {
            Some("category") => item.sections.push(name),
            Some("post_tag") => item.tags.push(name),
            _ => {}
        }
    }
    item.section = item.sections.first().cloned();
}
