//! The members of fields that come as objects or as lists, in any version of ninjs, whatever the schemas say.

use crate::decode::field::Fields;
use serde_json::Value;

/// A member and the name it has in its object; in a list the member names itself.
pub(super) type Part<'a> = (&'a str, Fields<'a>);

/// More members than any newsroom lists are not read.
const MOST: usize = 100;
/// What a lone member has and an object of members does not: a text under one of these names.
const OWN_NAMES: [&str; 5] = ["uri", "href", "value", "name", "literal"];

/// The members of the first of `names` that is there, in the order of the document; an object's in the order of their names.
pub(super) fn parts<'a>(fields: Fields<'a>, names: &str) -> Vec<Part<'a>> {
    let inside = |value: &'a Value| Fields { value, ..fields };
    match fields.get(names) {
        Some(Value::Array(list)) => list.iter().take(MOST).map(|value| ("", inside(value))).collect(),
        Some(value) if OWN_NAMES.iter().any(|name| value.get(name).is_some_and(Value::is_string)) => {
            vec![("", inside(value))]
        }
        Some(Value::Object(members)) => {
            members.iter().take(MOST).map(|(name, value)| (name.as_str(), inside(value))).collect()
        }
        _ => Vec::new(),
    }
}
