//! One published story.

use crate::Time;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

/// A story as own JSON names its fields, plus what other formats need.
#[derive(Clone)]
pub(crate) struct Story {
    /// WordPress knows a story by number.
    pub(crate) number: u64,
    pub(crate) slug: String,
    /// Own JSON; URLs of this server are kept without the origin.
    pub(crate) fields: Map<String, Value>,
}

impl Story {
    pub(crate) fn id(&self) -> &str {
        self.text("id").unwrap_or_default()
    }

    pub(crate) fn text(&self, field: &str) -> Option<&str> {
        self.fields.get(field).and_then(Value::as_str)
    }

    pub(crate) fn flag(&self, field: &str) -> bool {
        self.fields.get(field).and_then(Value::as_bool).unwrap_or_default()
    }

    pub(crate) fn time(&self, field: &str) -> Option<Time> {
        DateTime::parse_from_rfc3339(self.text(field)?).ok().map(|time| time.with_timezone(&Utc))
    }

    /// The texts of a list; of a single text, that one.
    pub(crate) fn texts(&self, field: &str) -> Vec<&str> {
        match self.fields.get(field) {
            Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(text)) => vec![text],
            _ => Vec::new(),
        }
    }

    /// A text of the lead picture.
    pub(crate) fn picture(&self, field: &str) -> Option<&str> {
        self.fields.get("image")?.get(field)?.as_str()
    }

    /// `width` or `height` of the lead picture, in pixels.
    pub(crate) fn picture_size(&self, field: &str) -> Option<u64> {
        self.fields.get("image")?.get(field)?.as_u64()
    }

    /// Whether an order means this story: by id, by number or by slug.
    pub(crate) fn answers_to(&self, name: &str) -> bool {
        self.id() == name || self.slug == name || self.number.to_string() == name
    }

    /// Takes over the fields of an order. `null` removes a field; `badge` is the one word that own JSON spells in several
    /// ways; a section is also among the sections.
    pub(crate) fn take_over(&mut self, order: Map<String, Value>) {
        for (name, value) in order {
            match (name.as_str(), value) {
                ("badge", Value::String(badge)) => self.wear(&badge),
                (_, Value::Null) => drop(self.fields.remove(&name)),
                ("section", section) => {
                    self.fields.insert("sections".to_owned(), json!([section]));
                    self.fields.insert(name, section);
                }
                (_, value) => drop(self.fields.insert(name, value)),
            }
        }
    }

    fn wear(&mut self, badge: &str) {
        let (field, value) = match badge {
            "photo" | "video" | "audio" | "live" => ("media", json!(badge)),
            "breaking" | "correction" | "restricted" => (badge, json!(true)),
            _ => ("badges", json!([badge])),
        };
        self.fields.insert(field.to_owned(), value);
    }
}

/// As feeds write an instant: RFC 3339, whole seconds, `Z`.
pub(crate) fn stamp(time: Time) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
