//! Categories and tags of a post, told apart by `taxonomy`, never by position.

use super::{decode_references, plain};
use crate::decode::field::Fields;
use crate::item::Item;

/// The default category as core names it in the languages we ship; it says nothing about a story.
const NO_CATEGORY: [&str; 5] = ["Uncategorized", "Uncategorised", "Без рубрики", "Kateqoriyasız", "غير مصنف"];

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
            Some("category") if !NO_CATEGORY.contains(&name.as_str()) => item.sections.push(name),
            Some("post_tag") => item.tags.push(name),
            _ => {}
        }
    }
    item.section = item.sections.first().cloned();
}
