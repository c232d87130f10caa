//! The twin made of crates.

use super::Platform;
use encoding_rs::{Encoding, REPLACEMENT};
use url::Url;

/// URLs by `url`, charsets by `encoding_rs`.
pub(crate) struct Native;

impl Platform for Native {
    const REMARKS: bool = true;

    fn resolve(url: &str, base: &str) -> Option<String> {
        let parsed = match Url::parse(base) {
            Ok(base) => base.join(url),
            Err(_) => Url::parse(url),
        };
        parsed.ok().map(String::from)
    }

    fn text(label: &str, bytes: &[u8]) -> Option<String> {
        // TextDecoder refuses the labels of the replacement encoding; so do we.
        let encoding = Encoding::for_label(label.as_bytes()).filter(|encoding| *encoding != REPLACEMENT)?;
        Some(encoding.decode_with_bom_removal(bytes).0.into_owned())
    }
}
