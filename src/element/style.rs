//! The style sheet of a shadow root: constructed, so that `style-src 'self'` does not refuse it, and shared.

use js_sys::{Array, Function, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Document, ShadowRoot};

/// All of style/, joined and stripped of comments by build.rs.
const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/newsrail.css"));

thread_local! {
    // A root adopts only sheets made for its own document, so there is one per document that ever held an element.
    static SHEETS: RefCell<Vec<(Document, CssStyleSheet)>> = const { RefCell::new(Vec::new()) };
}

/// Gives `root` our style sheet. Engines without constructed sheets show plain, readable HTML.
pub fn adopt(root: &ShadowRoot) {
    let Some(document) = root.owner_document() else { return };
    if let Some(sheet) = sheet(&document) {
        root.set_adopted_style_sheets(&Array::of1(&sheet));
    }
}

fn sheet(document: &Document) -> Option<CssStyleSheet> {
    SHEETS.with(|sheets| {
        let mut sheets = sheets.try_borrow_mut().ok()?;
        if let Some((_, sheet)) = sheets.iter().find(|(owner, _)| owner == document) {
            return Some(sheet.clone());
        }
        let sheet = construct(document).ok()?;
        sheet.replace_sync(CSS).ok()?;
        sheets.push((document.clone(), sheet.clone()));
        Some(sheet)
    })
}

/// `new CSSStyleSheet()` of the document's own window, which is another one inside an iframe.
fn construct(document: &Document) -> Result<CssStyleSheet, JsValue> {
    let window = Reflect::get(document, &"defaultView".into())?;
    let class: Function = Reflect::get(&window, &"CSSStyleSheet".into())?.dyn_into()?;
    Reflect::construct(&class, &Array::new())?.dyn_into::<CssStyleSheet>().or_else(|other| Ok(other.unchecked_into()))
}
