//! WordPress's refusals: `{code, message, data: {status}}`.

use super::html_to_text;
use crate::decode::Source;
use crate::item::{Code, Failure, Feed, Format};
use serde_json::Value;

/// What core answers behind the last page (with 400): an end, not a failure.
const PAST_THE_END: &str = "rest_post_invalid_page_number";
/// The message is the server's; a headline's length is enough of it.
const MESSAGE: usize = 200;

/// Whether the document is a refusal.
pub(super) fn is(value: &Value) -> bool {
    parts(value).is_some()
}

/// The refusal as an empty last page or a failure; `None` when the document is none.
pub(in crate::decode) fn refusal(value: &Value, source: &Source<'_>) -> Option<Result<Feed, Failure>> {
    let (code, message, status) = parts(value)?;
    if code == PAST_THE_END {
        return Some(Ok(Feed { format: Format::WordPress, ..Feed::default() }));
    }
    let status = status.or(source.status);
    // Bad parameters and switched-off routes are, like 401 and 403, for the publisher's settings to mend.
    let code = status.and_then(Code::from_status).filter(|code| *code != Code::NotAFeed).unwrap_or(Code::AccessDenied);
    let mut said = html_to_text(message);
    crate::decode::limits::cut(&mut said, MESSAGE);
    let said = said.unwrap_or_default();
    Some(Err(Failure::new(code, ["WordPress refused the request: ", &said].concat())))
}

fn parts(value: &Value) -> Option<(&str, &str, Option<u16>)> {
    let code = value.get("code")?.as_str()?;
    let message = value.get("message")?.as_str()?;
    let data = value.get("data")?;
    let status = data.get("status").and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok());
    // Plugins send `data: null`; a story with a code and a message of its own has neither.
    (status.is_some() || data.is_null()).then_some((code, message, status))
}
