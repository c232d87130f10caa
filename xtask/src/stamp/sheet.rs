//! One style sheet for prerendered pages, which have shadow roots before any script of ours runs.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The order of the cascade; sheets that are not named here follow by name.
const ORDER: [&str; 5] = ["tokens", "base", "rail", "ticker", "article"];

/// All sheets of a folder in order, without comments.
///
/// # Errors
/// When the folder or a sheet cannot be read.
pub(crate) fn joined(folder: &Path) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut sheets: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    sheets.retain(|path| path.extension().is_some_and(|ending| ending == "css"));
    sheets.sort_by_key(|path| rank(&path.file_stem().unwrap_or_default().to_string_lossy()));
    let read = |path: &std::path::PathBuf| {
        fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
    };
    sheets.iter().map(|path| Ok(squeeze(&read(path)?))).collect()
}

fn rank(name: &str) -> (usize, String) {
    (ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len()), name.to_owned())
}

/// Drops comments, indentation and empty lines. What stands in quotes stays: `content: "/*"` is text.
fn squeeze(css: &str) -> String {
    let (mut kept, mut quote) = (String::with_capacity(css.len()), None);
    let mut letters = css.chars().peekable();
    while let Some(letter) = letters.next() {
        if quote.is_none() && letter == '/' && letters.peek() == Some(&'*') {
            letters.next();
            skip_comment(&mut letters);
            continue;
        }
        kept.push(letter);
        match (quote, letter) {
            (Some(_), '\\') => kept.extend(letters.next()),
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'') => quote = Some(letter),
            _ => {}
        }
    }
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

fn skip_comment(letters: &mut impl Iterator<Item = char>) {
    let mut star = false;
    for letter in letters {
        if star && letter == '/' {
            return;
        }
        star = letter == '*';
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(squeeze("/* head **/\n.rail {\n  color: red; /* why */\n\n}\n"), ".rail {\ncolor: red;\n}\n");
    }

    #[test]
    fn what_stands_in_quotes_stays() {
        assert_eq!(squeeze(r#"a::before { content: "/* \" */" }"#), "a::before { content: \"/* \\\" */\" }\n");
    }

    #[test]
    fn a_comment_that_never_ends_swallows_the_rest() {
        assert_eq!(squeeze("a{}/* b{}"), "a{}\n");
    }

    #[test]
    fn sheets_stand_in_the_order_of_the_cascade() {
        let mut names = ["wire", "rail", "tokens", "article", "base", "look"];
        names.sort_by_key(|name| rank(name));
        assert_eq!(names, ["tokens", "base", "rail", "article", "look", "wire"]);
    }
}
