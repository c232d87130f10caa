//! How fields of loose JSON are read.
//!
//! This file decides what counts as missing (null, blank, another kind) and which kinds stand for one another: numbers
//! for texts, words for booleans. It refuses to know formats. Names are given as one string, separated by spaces, the
//! preferred one first: data, so that the wasm holds one loop instead of many.

#[cfg(not(feature = "formats"))]
use super::elsewhere as html;
#[cfg(all(feature = "formats", feature = "common"))]
use super::html;
use super::{date, image, limits, text, url};
use crate::item::Time;
use serde_json::Value;
use std::borrow::Cow;

/// The fields of one object, and the address its relative URLs start from.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    pub(crate) value: &'a Value,
    pub(crate) base: &'a str,
}

impl<'a> Fields<'a> {
    /// The first of `names` for which `read` finds something.
    pub(crate) fn first<T>(self, names: &str, read: impl Fn(&'a Value) -> Option<T>) -> Option<T> {
        let mut found = None;
        self.each(names, &mut |value| {
            found = read(value);
            found.is_some()
        });
        found
    }

    /// Visits the values of `names` until `visit` says that it has enough. Not generic, so that the wasm holds it once.
    fn each(self, names: &str, visit: &mut dyn FnMut(&'a Value) -> bool) {
        for name in names.split(' ') {
            if self.value.get(name).is_some_and(&mut *visit) {
                return;
            }
        }
    }

    /// The first that is there and not null.
    pub(crate) fn get(self, names: &str) -> Option<&'a Value> {
        self.first(names, |value| (!value.is_null()).then_some(value))
    }

    /// A text as written, or the digits of a number; blank is missing.
    pub(crate) fn string(self, names: &str) -> Option<Cow<'a, str>> {
        self.first(names, string)
    }

    /// A text that is plain by its format, on one line.
    pub(crate) fn plain(self, names: &str) -> Option<String> {
        self.first(names, |value| text::plain(&string(value)?))
    }

    /// An http(s) address.
    pub(crate) fn url(self, names: &str) -> Option<String> {
        self.first(names, |value| url::absolute(value.as_str()?, self.base))
    }

    /// An instant.
    #[cfg(feature = "common")]
    pub(crate) fn time(self, names: &str) -> Option<Time> {
        self.first(names, date::of)
    }

    /// An instant in any writing, as XML has it.
    #[cfg(feature = "formats")]
    pub(crate) fn any_time(self, names: &str) -> Option<Time> {
        self.first(names, |value| value.as_str().and_then(date::loose).or_else(|| date::of(value)))
    }

    /// A truth; missing is false.
    pub(crate) fn flag(self, names: &str) -> bool {
        self.first(names, flag).unwrap_or(false)
    }

    /// A positive whole number.
    pub(crate) fn count(self, names: &str) -> Option<u32> {
        self.first(names, image::pixels)
    }

    /// Texts: of an array each, of one string its parts between commas and semicolons.
    pub(crate) fn words(self, names: &str) -> Vec<String> {
        self.first(names, |value| match value {
            Value::Array(list) => {
                Some(list.iter().filter_map(|entry| short(text::plain(&name_of(entry)?))).take(limits::FEW).collect())
            }
            _ => Some(
                string(value)?
                    .split([',', ';'])
                    .filter_map(|word| short(text::plain(word)))
                    .take(limits::FEW)
                    .collect(),
            ),
        })
        .unwrap_or_default()
    }

    /// People: an array, one name, or objects with a name. Commas stay, for they may belong to a name.
    pub(crate) fn people(self, names: &str) -> Vec<String> {
        self.first(names, |value| match value {
            Value::Array(list) => {
                Some(list.iter().filter_map(|entry| short(text::person(&name_of(entry)?))).take(limits::FEW).collect())
            }
            _ => Some(
                name_of(value)?.split(';').filter_map(|name| short(text::person(name))).take(limits::FEW).collect(),
            ),
        })
        .unwrap_or_default()
    }

    /// The entries of an array.
    pub(crate) fn list(self, names: &str) -> impl Iterator<Item = Fields<'a>> + use<'a> {
        let list = self.first(names, Value::as_array).map_or(&[][..], Vec::as_slice);
        list.iter().take(limits::DELETED + 1).map(move |value| Fields { value, base: self.base })
    }
}

/// The HTML of a body. Where it leaves the page it was asked for, its addresses are made absolute; inside the page the
/// sanitizer does that for those that are shown.
#[cfg(feature = "common")]
pub(crate) fn body(html: &str, base: &str) -> String {
    html::absolutised(html, base)
}

/// A text as written, or the digits of a number; `None` for a blank one.
pub(crate) fn string(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => (!text.trim().is_empty()).then_some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
}

/// A truth, also in words; `None` for what is neither true nor false.
pub(crate) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => number.as_i64().map(|number| number != 0),
        Value::String(word) => match word.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" | "on" => Some(true),
            "false" | "no" | "0" | "off" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// A non-negative number, also as text: seconds.
pub(crate) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::String(text) => numeral(text),
        _ => value.as_f64().and_then(sane),
    }
}

/// The same of a text. Read by serde_json, so that std's float parser and its tables stay out of the wasm.
pub(crate) fn numeral(text: &str) -> Option<f64> {
    serde_json::from_str::<Value>(text.trim()).ok()?.as_f64().and_then(sane)
}

/// To the thousandth, and no longer than four months: nobody counts finer, and such numbers are printed and read exactly.
fn sane(number: f64) -> Option<f64> {
    (0.0..=1e7).contains(&number).then(|| (number * 1e3).round() / 1e3)
}

/// Cut like a headline.
pub(super) fn short(text: Option<String>) -> Option<String> {
    let mut text = text;
    limits::cut(&mut text, limits::TITLE);
    text
}

/// Every word once, and no more than a story has.
pub(super) fn distinct(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    // Repetitions count too, or a list of thousands would still be walked.
    for word in words.take(4 * limits::FEW) {
        if kept.len() < limits::FEW && !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}

fn name_of(value: &Value) -> Option<Cow<'_, str>> {
    string(value).or_else(|| string(value.get("name")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn blank_and_null_fall_through_to_the_next_name() {
        let value = json!({"title": " ", "headline": null, "name": 7});
        let fields = Fields { value: &value, base: "" };
        assert_eq!(fields.plain("title headline name").as_deref(), Some("7"));
    }

    #[test]
    fn one_string_of_tags_is_split_and_an_array_is_not() {
        let value = json!({"a": "port; works, tide", "b": ["a, b", null, 7, {"name": "c"}]});
        let fields = Fields { value: &value, base: "" };
        assert_eq!(fields.words("a"), ["port", "works", "tide"]);
        assert_eq!(fields.words("b"), ["a, b", "7", "c"]);
    }

    #[test]
    fn a_list_of_thousands_of_words_ends_at_fifty_and_a_long_word_is_cut() {
        let many = (0..100_000).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
        let value = json!({"a": many, "b": vec!["x"; 5_000], "c": "y".repeat(5_000)});
        let fields = Fields { value: &value, base: "" };
        assert_eq!((fields.words("a").len(), fields.words("b").len(), fields.people("b").len()), (50, 50, 50));
        assert_eq!(fields.words("c")[0].len(), limits::TITLE);
    }

    #[test]
    fn people_come_as_a_name_a_list_or_objects() {
        let value =
            json!({"a": "Dunlin, Maeve; Odo", "b": {"name": "Ilka"}, "c": ["A", {"name": "B"}, {"email": "x"}]});
        let fields = Fields { value: &value, base: "" };
        assert_eq!(fields.people("a"), ["Dunlin, Maeve", "Odo"]);
        assert_eq!(fields.people("b"), ["Ilka"]);
        assert_eq!(fields.people("c"), ["A", "B"]);
    }

    #[test]
    fn booleans_come_as_words_and_numbers() {
        let read: Vec<_> =
            [json!("TRUE"), json!(1), json!("no"), json!(0), json!("maybe"), json!([])].iter().map(flag).collect();
        assert_eq!(read, [Some(true), Some(true), Some(false), Some(false), None, None]);
    }

    #[test]
    fn durations_come_as_text_too() {
        assert_eq!(number(&json!("90.5")), Some(90.5));
        assert_eq!(number(&json!(90)), Some(90.0));
        assert_eq!([number(&json!("1:30")), number(&json!(-1)), number(&json!([]))], [None; 3]);
    }
}
