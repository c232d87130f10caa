//! `newsrail prerender`: an element with its first paint inside.

use super::source;
use clap::Args;
use newsrail::element::attributes::attribute;
use newsrail::element::prerender::{Order, prerender};
use newsrail::element::settings::Tag;

/// Options of `newsrail prerender`.
#[derive(Args)]
pub struct Prerender {
    /// A file, a URL, or `-` for standard input.
    pub feed: String,
    /// news-rail, news-ticker or news-article.
    #[arg(long, default_value = "news-rail")]
    pub element: String,
    /// The page that the element will stand on.
    #[arg(long)]
    pub url: String,
    /// Address of the style sheet as the page asks for it.
    #[arg(long, default_value = "newsrail.css")]
    pub css: String,
    /// The moment to render for (RFC 3339); now, if absent.
    #[arg(long)]
    pub now: Option<String>,
    /// Any attribute of the element: `--lang ru --timezone Asia/Baku --show-zone`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "--ATTRIBUTE VALUE")]
    pub attributes: Vec<String>,
}
