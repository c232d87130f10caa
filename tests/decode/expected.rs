//! How an expected file is applied: only what it lists is asserted (tests/fixtures/cases, `*.expected.json`).

use newsrail::decode::date::instant;
use newsrail::decode::text::html_to_text;
use newsrail::item::json::rfc3339;
use newsrail::item::{Failure, Feed, LiveUpdate, State};
use serde_json::{Value, json};

/// What of a decoded document an expected file may speak about.
pub fn shown(result: &Result<Feed, Failure>) -> Value {
    let feed = match result {
        Ok(feed) => feed,
        Err(failure) => return json!({"error": failure.code.as_str(), "discovered": failure.discovered}),
    };
    let ids =
        |state| feed.items.iter().filter(|item| item.state == state).map(|item| item.id.as_str()).collect::<Vec<_>>();
    let items = feed.items.iter().map(|item| {
        let mut shown = item.to_json();
        shown["revised"] = item.revised.into();
        shown["state"] = item.state.as_str().into();
        shown["sort_key"] = item.sort_key.map(rfc3339).into();
        shown
    });
    json!({
        "format": feed.format.as_str(), "error": null, "next": feed.next, "truncated": feed.truncated, "items": items.collect::<Vec<_>>(),
        "feed": feed.head(), "visible": ids(State::Live), "hidden": ids(State::Hidden),
        "live_updates": feed.items.iter().flat_map(|item| &item.live_updates).map(live_update).collect::<Vec<_>>(),
        "children": feed.children, "deleted": feed.deleted.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
    })
}

/// An entry of a live blog; its text is the `summary`.
fn live_update(update: &LiveUpdate) -> Value {
    json!({
        "id": update.id, "title": update.title, "url": update.url, "published": update.published.map(rfc3339),
        "summary": update.content_html.as_deref().and_then(html_to_text),
    })
}

/// Every difference in words; empty when `got` is as wanted.
pub fn differences(want: &Value, got: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for (key, want) in want.as_object().unwrap().iter().filter(|(key, _)| *key != "_given") {
        let items = got["items"].as_array().map_or(&[][..], Vec::as_slice);
        match key.as_str() {
            "items" => {
                for (place, want) in want.as_array().unwrap().iter().enumerate() {
                    fields(&format!("item {place}"), want, items.get(place).unwrap_or(&Value::Null), &mut out);
                }
            }
            "items_count" if *want != items.len() => {
                out.push(format!("items_count: want {want}, have {}", items.len()))
            }
            "items_count" => {}
            "items_min" if want.as_u64().is_some_and(|least| items.len() < least as usize) => {
                out.push(format!("items_min: want {want}, have {}", items.len()));
            }
            "items_min" => {}
            // Stable is shown by the caller, who reads twice.
            "ids" => {
                let ids: Vec<_> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
                if ids.iter().enumerate().any(|(place, id)| id.is_empty() || ids[..place].contains(id)) {
                    out.push(format!("ids are not distinct: {ids:?}"));
                }
            }
            "must_not_appear" => {
                let whole = got.to_string();
                let found = want.as_array().unwrap().iter().filter(|word| whole.contains(word.as_str().unwrap()));
                out.extend(found.map(|word| format!("{word} must not appear")));
            }
            "next" if want.is_object() => {
                let page = want["page"].to_string();
                if got["next"] != page.as_str() {
                    out.push(format!("next: want page {page}, have {}", got["next"]));
                }
            }
            _ if !same(want, &got[key]) => out.push(format!("{key}: want {want}, have {}", got[key])),
            _ => {}
        }
    }
    out
}

fn fields(name: &str, want: &Value, got: &Value, out: &mut Vec<String>) {
    for (key, want) in want.as_object().unwrap() {
        if let Some(base) = key.strip_suffix("_any_of") {
            if !want.as_array().unwrap().iter().any(|want| same(want, &got[base])) {
                out.push(format!("{name} {base}: want one of {want}, have {}", got[base]));
            }
        } else if let Some(base) = key.strip_suffix("_contains") {
            let have = got[base].as_str().unwrap_or_default();
            let lacking = words(want).into_iter().filter(|word| !have.contains(word.as_str()));
            out.extend(lacking.map(|word| format!("{name} {base}: lacks {word:?}: {have}")));
        } else if let Some(base) = key.strip_suffix("_lacks").or_else(|| key.strip_suffix("_must_not_contain")) {
            let have = got[base].as_str().unwrap_or_default();
            let found = words(want).into_iter().filter(|word| have.contains(word.as_str()));
            out.extend(found.map(|word| format!("{name} {base}: holds {word:?}: {have}")));
        } else if let Some(base) = key.strip_suffix("_max_length") {
            let length = got[base].as_str().unwrap_or_default().chars().count() as u64;
            if want.as_u64().is_some_and(|most| length > most) {
                out.push(format!("{name} {base}: at most {want} characters, have {length}"));
            }
        } else if key == "sort_key_max" {
            let [most, have] = [want, &got["sort_key"]].map(|value| value.as_str().and_then(instant));
            if have > most {
                out.push(format!("{name} sort_key: at most {want}, have {}", got["sort_key"]));
            }
        } else if want.is_object() {
            fields(&format!("{name} {key}"), want, &got[key], out);
        } else if !same(want, &got[key]) {
            out.push(format!("{name} {key}: want {want}, have {}", got[key]));
        }
    }
}

fn words(want: &Value) -> Vec<String> {
    let list = want.as_array().cloned().unwrap_or_else(|| vec![want.clone()]);
    list.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

fn same(want: &Value, got: &Value) -> bool {
    match (want, got) {
        (Value::Null, got) => got.is_null() || *got == "" || *got == json!([]) || *got == json!({}),
        (Value::Bool(false), Value::Null) => true,
        (Value::Object(want), got) => want.iter().all(|(key, want)| same(want, &got[key])),
        (Value::Array(want), Value::Array(got)) => {
            want.len() == got.len() && want.iter().zip(got).all(|(w, g)| same(w, g))
        }
        (Value::Array(want), Value::Null) => want.is_empty(),
        (Value::String(want), Value::String(got)) if want.contains('T') && instant(want).is_some() => {
            instant(want) == instant(got)
        }
        _ => want == got,
    }
}
