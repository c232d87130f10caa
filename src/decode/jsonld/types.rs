//! Which schema.org types are stories, lists, or neither (formats.md section 9).
//!
//! This file decides by names alone; [`super::tidy`] has taken their prefixes off. Subtypes come and go in schema.org, so
//! articles are told by the end of their names.

use serde_json::Value;

/// One value, or several: any property of schema.org may be either.
pub(super) fn many(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

/// Whether one of the node's types is accepted.
pub(super) fn has(node: &Value, is: impl Fn(&str) -> bool) -> bool {
    node.get("@type").is_some_and(|types| many(types).iter().filter_map(Value::as_str).any(is))
}

pub(super) fn is_story(kind: &str) -> bool {
    is_article(kind) || is_video(kind)
}

pub(super) fn is_article(kind: &str) -> bool {
    kind.ends_with("Article") || matches!(kind, "Report" | "BlogPosting" | "LiveBlogPosting" | "SocialMediaPosting")
}

pub(super) fn is_video(kind: &str) -> bool {
    kind == "VideoObject"
}

pub(super) fn is_live(kind: &str) -> bool {
    kind == "LiveBlogPosting"
}

pub(super) fn is_paid_for(kind: &str) -> bool {
    kind == "AdvertiserContentArticle"
}

/// What names a feed.
pub(super) fn is_list(kind: &str) -> bool {
    matches!(kind, "ItemList" | "CollectionPage" | "Blog" | "DataFeed")
}

pub(super) fn is_site(kind: &str) -> bool {
    kind == "WebSite"
}

/// Lists that lead around the site.
pub(super) fn is_navigation(kind: &str) -> bool {
    matches!(kind, "BreadcrumbList" | "SiteNavigationElement")
}

/// What may stand in a list for the story it leads to.
pub(super) fn is_link(kind: &str) -> bool {
    matches!(kind, "ListItem" | "WebPage" | "ItemPage" | "CreativeWork" | "Thing")
}
