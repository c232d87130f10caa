//! `newsrail prerender`: an element with its first paint inside.

use crate::source::{Input, Trouble};
use crate::{NO_FEED, USAGE};
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
    let refused = |failure: newsrail::item::Failure| (NO_FEED, format!("{}: {failure}", failure.code.as_str()));
    let answer = arguments.input.read().map_err(|trouble| match trouble {
        Trouble::File(error) => (USAGE, format!("{}: {error}", arguments.input.input)),
        Trouble::Network(failure) => refused(failure),
    })?;
    let feed = arguments.input.decode(&answer).map_err(refused)?;
    let page = arguments.input.url.as_deref().unwrap_or(&answer.url);
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
