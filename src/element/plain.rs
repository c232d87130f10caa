//! JSON values as objects of the page: what the `items` property hands out. Built, not printed and parsed again.

use js_sys::{Array, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::JsValue;

/// The same value as the page would have it from `JSON.parse`.
pub fn of(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(truth) => JsValue::from_bool(*truth),
        Value::Number(number) => number.as_f64().map_or(JsValue::NULL, JsValue::from_f64),
        Value::String(text) => JsValue::from_str(text),
        Value::Array(list) => list.iter().map(of).collect::<Array>().into(),
        Value::Object(fields) => {
            let object = Object::new();
            for (name, value) in fields {
                // A plain object of our own takes every property.
                let _ = Reflect::set(&object, &name.as_str().into(), &of(value));
            }
            object.into()
        }
    }
}
