//! The browser twin: `Intl.DateTimeFormat`, the only source of zone rules that costs no bytes.
//!
//! Nothing here may throw: an unknown zone makes the constructor throw a RangeError, which `Reflect.construct` hands
//! back as a value.

use crate::item::Time;
use js_sys::{Array, Function, JSON, JsString, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// A page shows one zone or two; making a formatter takes a hundred times as long as using it.
    static FORMATTERS: RefCell<Vec<(String, Function)>> = const { RefCell::new(Vec::new()) };
}

/// English with Latin digits on the Gregorian calendar, so that six digit groups can be read back on any machine.
const LOCALE: &str = "en-US-u-ca-gregory-nu-latn";
const FIELDS: &str = r#"{"hourCycle":"h23","year":"numeric","month":"numeric","day":"numeric","hour":"numeric","minute":"numeric","second":"numeric"}"#;

/// The name, when the engine knows it.
pub(super) fn canonical(name: &str) -> Option<String> {
    formatter(name).map(|_| name.to_owned())
}

pub(super) fn reader() -> Option<String> {
    let plain = construct(&Array::new())?;
    let options: Function = get(&plain, "resolvedOptions")?.dyn_into().ok()?;
    get(&options.call0(&plain).ok()?, "timeZone")?.as_string()
}

pub(super) fn offset_seconds(name: &str, time: Time) -> Option<i32> {
    let seconds = time.timestamp();
    let text = formatter(name)?.call1(&JsValue::UNDEFINED, &JsValue::from_f64(seconds as f64 * 1000.0)).ok()?;
    let there = civil_seconds(&text.as_string()?)?;
    i32::try_from(there - seconds).ok()
}

/// Seconds since 1970 on the wall clock, from "3/2/2027, 16:09:00".
fn civil_seconds(text: &str) -> Option<i64> {
    let mut groups = text.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).map(str::parse::<u32>);
    let mut next = || groups.next()?.ok();
    let (month, day, year, hour, minute, second) = (next()?, next()?, next()?, next()?, next()?, next()?);
    let date = chrono::NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    // Some engines write midnight as 24 in spite of h23.
    Some(date.and_hms_opt(hour % 24, minute, second)?.and_utc().timestamp())
}

fn formatter(name: &str) -> Option<Function> {
    let known = FORMATTERS.with_borrow(|all| all.iter().find(|(n, _)| n == name).map(|(_, format)| format.clone()));
    if known.is_some() {
        return known;
    }
    let options = JSON::parse(FIELDS).ok()?;
    Reflect::set(&options, &JsString::from("timeZone"), &JsString::from(name)).ok()?;
    // `format` is a getter that returns the function already bound.
    let made = construct(&Array::of2(&JsString::from(LOCALE), &options))?;
    let format: Function = get(&made, "format")?.dyn_into().ok()?;
    FORMATTERS.with_borrow_mut(|all| all.push((name.to_owned(), format.clone())));
    Some(format)
}

fn construct(arguments: &Array) -> Option<JsValue> {
    let class: Function = get(&get(&js_sys::global(), "Intl")?, "DateTimeFormat")?.dyn_into().ok()?;
    Reflect::construct(&class, arguments).ok()
}

fn get(target: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(target, &JsString::from(name)).ok()
}
