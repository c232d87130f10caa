//! The twin made of the page's own objects.

use super::Platform;
use web_sys::{TextDecoder, Url};

/// URLs by `URL`, charsets by `TextDecoder`.
pub(crate) struct Browser;

impl Platform for Browser {
    const REMARKS: bool = false;

    fn resolve(url: &str, base: &str) -> Option<String> {
        Url::new_with_base(url, base).or_else(|_| Url::new(url)).ok().map(|url| url.href())
    }

    fn text(label: &str, bytes: &[u8]) -> Option<String> {
        TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
    }
}
