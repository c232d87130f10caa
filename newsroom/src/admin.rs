//! Orders from a test or a demo page: publish, change, withdraw, trash, freeze, reset, misbehave.

use crate::{fault::Fault, room::Room};
use serde_json::{Map, Value, json};
use std::{error::Error, fmt};

/// Why an order was not carried out.
#[derive(Debug)]
pub struct Refusal {
    /// The HTTP status that says the same.
    pub status: u16,
    /// For the person who wrote the order.
    pub message: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.status)
    }
}

impl Error for Refusal {}

fn refuse<T>(status: u16, message: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal { status, message: message.into() })
}

/// Carries out one order; `path` is what stands after `/admin/`.
pub(crate) fn carry_out(room: &Room, path: &str, order: Value) -> Result<Value, Refusal> {
    match path.trim_matches('/').split_once('/') {
        Some((language, verb)) => at_desk(room, language, verb, order),
        None if path == "reset" => match room.reset() {
            Ok(()) => Ok(json!({"ok": true})),
            Err(error) => refuse(500, error.to_string()),
        },
        None if path == "fault" => match serde_json::from_value::<Fault>(order) {
            Ok(fault) => {
                room.faults.arm(fault);
                Ok(json!({"ok": true}))
            }
            Err(error) => refuse(400, error.to_string()),
        },
        None => refuse(404, format!("no such order: {path}")),
    }
}

fn at_desk(room: &Room, language: &str, verb: &str, order: Value) -> Result<Value, Refusal> {
    let Value::Object(order) = order else { return refuse(400, "the order must be a JSON object") };
    let now = chrono::Utc::now();
    let mut desks = room.desks.lock();
    let Some(desk) = desks.get_mut(language) else { return refuse(404, format!("no such language: {language}")) };
    let name = name(&order);
    let known = match verb {
        "publish" if order.get("title").is_some_and(|title| !title.is_null()) => {
            return Ok(json!({"id": desk.publish(order, now)}));
        }
        "publish" => return refuse(400, "a story needs a title"),
        "freeze" => {
            desk.frozen = order.get("on").and_then(Value::as_bool).unwrap_or(true);
            return Ok(json!({"on": desk.frozen}));
        }
        "change" => desk.change(&name, order, now),
        "withdraw" => desk.withdraw(&name, now),
        "trash" => desk.trash(&name, now),
        _ => return refuse(404, format!("no such order: {verb}")),
    };
    if known { Ok(json!({"id": name})) } else { refuse(404, format!("no such story: {name}")) }
}

/// Which story an order means. WordPress ids are numbers.
fn name(order: &Map<String, Value>) -> String {
    match order.get("id") {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
