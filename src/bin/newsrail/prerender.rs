//! `newsrail prerender`: an element with its first paint inside.

use crate::USAGE;
use crate::source::Input;
use clap::Args;
use newsrail::element::attributes::attribute;
use newsrail::element::prerender::{Order, prerender};
use newsrail::element::settings::Tag;
use std::process::ExitCode;

/// The command's options.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: Input,
    /// news-rail, news-ticker or news-article
    #[arg(long, default_value = "news-rail", value_parser = tag)]
    element: Tag,
    /// Address of the style sheet, as the page asks for it
    #[arg(long, value_name = "URL", default_value = "newsrail.css")]
    css: String,
    /// Attributes of the element, last: --lang ru --timezone Asia/Baku --show-zone
    #[arg(value_name = "--ATTRIBUTE VALUE", trailing_var_arg = true, allow_hyphen_values = true)]
    attributes: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match html(arguments) {
        Ok((html, said)) => {
            said.iter().for_each(|line| eprintln!("newsrail: {line}"));
            print!("{html}");
            ExitCode::SUCCESS
        }
        Err((code, message)) => {
            eprintln!("newsrail: {message}");
            ExitCode::from(code)
        }
    }
}

fn html(arguments: &Arguments) -> Result<(String, Vec<String>), (u8, String)> {
    let attributes = pairs(&arguments.attributes).map_err(|message| (USAGE, message))?;
    let (feed, from) = arguments.input.feed()?;
    let page = arguments.input.url.as_deref().unwrap_or(&from);
    let order = Order {
        tag: arguments.element,
        attributes: &attributes,
        page,
        css: &arguments.css,
        now: arguments.input.moment(),
    };
    Ok(prerender(&feed, &order))
}

/// `--name value --flag` as attributes; every name must be one of the table.
fn pairs(words: &[String]) -> Result<Vec<(String, String)>, String> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for word in words {
        match (word.strip_prefix("--"), pairs.last_mut()) {
            (Some(name), _) if attribute(name).is_some() => pairs.push((name.into(), String::new())),
            (Some(name), _) => return Err(format!("there is no attribute {name}")),
            (None, Some((_, value))) if value.is_empty() => value.clone_from(word),
            (None, _) => return Err(format!("{word} belongs to no attribute")),
        }
    }
    Ok(pairs)
}

fn tag(name: &str) -> Result<Tag, String> {
    Tag::from_name(name).ok_or_else(|| "one of news-rail, news-ticker, news-article".into())
}
