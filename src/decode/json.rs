//! Text becomes JSON values.
//!
//! This file decides what is read although it is not quite JSON: half of a letter that JavaScript cut in two. It refuses to
//! repair anything else, for each guess would be somebody's wrong story.

use crate::item::{Code, Failure};
use serde_json::Value;

/// Reads a document.
///
/// # Errors
/// `invalid-json` with the place.
pub(crate) fn parse(body: &str) -> Result<Value, Failure> {
    serde_json::from_str(body).or_else(|error| match whole(body).map(|body| serde_json::from_str(&body)) {
        Some(Ok(value)) => Ok(value),
        _ => {
            let (line, column) = (error.line().to_string(), error.column().to_string());
            let message = ["The JSON does not parse: see line ", &line, ", column ", &column, "."].concat();
            Err(Failure::new(Code::InvalidJson, message))
        }
    })
}

/// `body` with `\ufffd` for every escape that names half of a surrogate pair: `JSON.stringify` writes one for a text that
/// was cut inside an emoji. `None` where there is none.
fn whole(body: &str) -> Option<String> {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, escape)) = rest.find('\\').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        let pair = (half(escape, 0xD8) && escape.get(6..).is_some_and(|low| half(low, 0xDC))).then_some(12);
        let is_half = pair.is_none() && (half(escape, 0xD8) || half(escape, 0xDC));
        let length = if is_half { 6 } else { pair.unwrap_or(2) };
        let (written, after) = escape.split_at_checked(length)?;
        out.push_str(if is_half { "\\ufffd" } else { written });
        rest = after;
    }
    out.push_str(rest);
    (out != body).then_some(out)
}

/// Whether an escape names one of the four hundreds that begin at `from`: D8 for first halves, DC for second ones.
fn half(escape: &str, from: u32) -> bool {
    let code = escape.strip_prefix("\\u").and_then(|digits| u32::from_str_radix(digits.get(..2)?, 16).ok());
    escape.len() >= 6 && code.is_some_and(|code| (from..from + 4).contains(&code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn half_a_letter_costs_that_letter_and_no_story() {
        let text = r#"["cut \ud83d","\ude00 cut","\ud83d\ude00","\\ud83d","\ud83d\u0041","\uD83D\uD83D\uDE00"]"#;
        let read = json!(["cut \u{fffd}", "\u{fffd} cut", "\u{1f600}", "\\ud83d", "\u{fffd}A", "\u{fffd}\u{1f600}"]);
        assert_eq!(parse(text).unwrap(), read);
    }

    #[test]
    fn what_is_no_json_is_told_with_its_place() {
        for text in ["[1,", "[\"\\ud83d\",", "\\", "\"\\u", "[\"\\ud8"] {
            assert_eq!(parse(text).unwrap_err().code, Code::InvalidJson, "{text}");
        }
        assert_eq!(parse("[1,\n 2 3]").unwrap_err().message, "The JSON does not parse: see line 2, column 4.");
    }
}
