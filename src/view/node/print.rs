//! A view as HTML: natively, for prerendering. In the browser nothing here is ever called.

use super::View;
use leptos::prelude::{AddAnyAttr, RenderHtml};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState, Render};

impl AddAnyAttr for View {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for View {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    #[cfg(not(feature = "native"))]
    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    #[cfg(feature = "native")]
    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra: Vec<AnyAttribute>,
    ) {
        match self {
            Self::Nothing => {}
            Self::Words(words) => buf.push_str(&html_escape::encode_text(&words)),
            Self::Live(mut text) => buf.push_str(&html_escape::encode_text(&text().unwrap_or_default())),
            Self::Element(node) => element(*node, buf),
            Self::Several(views) => {
                views.into_iter().for_each(|v| v.to_html_with_buf(buf, position, escape, mark_branches, Vec::new()));
            }
            Self::Piece(_, mut build) => build().to_html_with_buf(buf, position, escape, mark_branches, Vec::new()),
            Self::Leptos(view) => view.to_html_with_buf(buf, position, escape, mark_branches, extra),
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        // Prerendered markup is replaced, never hydrated.
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(feature = "native")]
fn element(node: super::Node, buf: &mut String) {
    const VOID: [&str; 1] = ["img"];
    buf.extend(["<", node.tag]);
    let live = node.live.into_iter().filter_map(|(name, mut value)| Some((name, value()?)));
    for (name, value) in node.fixed.into_iter().chain(live) {
        buf.extend([" ", name, "=\"", &html_escape::encode_double_quoted_attribute(&value), "\""]);
    }
    buf.push('>');
    for child in node.children {
        child.to_html_with_buf(buf, &mut Position::FirstChild, true, false, Vec::new());
    }
    if !VOID.contains(&node.tag) {
        buf.extend(["</", node.tag, ">"]);
    }
}
