//! Why there is no feed, and who can do what about it.

use std::fmt;

/// The reason; its name is printed by `newsrail check` and carried by the `news-error` event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// Neither a known feed nor a story.
    NotAFeed,
    /// JSON that does not parse. Never repaired: a guess could show half a headline.
    InvalidJson,
    /// Markup beyond repair.
    InvalidXml,
    /// More than the 2 MiB a feed may have.
    TooLarge,
    /// A known format, or a setting, that this build does not serve.
    Unsupported,
    /// 401, 403, or the server's own words for them.
    AccessDenied,
    /// 404.
    NotFound,
    /// 410: asking again is pointless.
    Gone,
    /// 5xx.
    ServerError,
    /// 429.
    RateLimited,
    /// No headers within 8 s, or no end within 15 s.
    Timeout,
    /// The browser says it has no network.
    Offline,
    /// Refused, no CORS header, mixed content, or blocked: the browser does not say which.
    Network,
    /// The page's policy does not allow WebAssembly.
    WasmRefused,
    /// The module did not arrive or did not start.
    WasmFailed,
    /// A panic.
    Crashed,
}

/// What helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Advice {
    /// The publisher mends the feed.
    FixFeed,
    /// The publisher mends the element's settings or the access rules.
    FixSettings,
    /// The publisher mends the address.
    FixUrl,
    /// Nothing to do but wait; we ask again.
    Wait,
    /// The server needs a header; the message holds the line to add.
    FixHeader,
    /// Tell the makers.
    Report,
}

/// Every code.
const ALL: [Code; 16] = [
    Code::NotAFeed,
    Code::InvalidJson,
    Code::InvalidXml,
    Code::TooLarge,
    Code::Unsupported,
    Code::AccessDenied,
    Code::NotFound,
    Code::Gone,
    Code::ServerError,
    Code::RateLimited,
    Code::Timeout,
    Code::Offline,
    Code::Network,
    Code::WasmRefused,
    Code::WasmFailed,
    Code::Crashed,
];

impl Code {
    /// The code of a name that [`Code::as_str`] gives.
    pub fn from_word(word: &str) -> Option<Self> {
        ALL.into_iter().find(|code| code.as_str() == word)
    }

    /// The name in `error` and in `news-error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotAFeed => "not-a-feed",
            Self::InvalidJson => "invalid-json",
            Self::InvalidXml => "invalid-xml",
            Self::TooLarge => "too-large",
            Self::Unsupported => "unsupported",
            Self::AccessDenied => "access-denied",
            Self::NotFound => "not-found",
            Self::Gone => "gone",
            Self::ServerError => "server-error",
            Self::RateLimited => "rate-limited",
            Self::Timeout => "timeout",
            Self::Offline => "offline",
            Self::Network => "network",
            Self::WasmRefused => "wasm-refused",
            Self::WasmFailed => "wasm-failed",
            Self::Crashed => "crashed",
        }
    }

    /// What helps against it.
    pub fn advice(self) -> Advice {
        match self {
            Self::NotAFeed | Self::InvalidJson | Self::InvalidXml | Self::TooLarge | Self::Unsupported => {
                Advice::FixFeed
            }
            Self::AccessDenied => Advice::FixSettings,
            Self::NotFound | Self::Gone => Advice::FixUrl,
            Self::ServerError | Self::RateLimited | Self::Timeout | Self::Offline => Advice::Wait,
            Self::Network | Self::WasmRefused => Advice::FixHeader,
            Self::WasmFailed | Self::Crashed => Advice::Report,
        }
    }

    /// The code of an HTTP status that is no success; `None` for one that is.
    pub fn from_status(status: u16) -> Option<Self> {
        match status {
            200..=299 | 304 => None,
            401 | 403 => Some(Self::AccessDenied),
            404 => Some(Self::NotFound),
            410 => Some(Self::Gone),
            429 => Some(Self::RateLimited),
            500..=599 => Some(Self::ServerError),
            _ => Some(Self::NotAFeed),
        }
    }
}

impl Advice {
    /// The word in `news-error`'s `advice`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FixFeed => "fix the feed",
            Self::FixSettings => "fix the settings",
            Self::FixUrl => "fix the URL",
            Self::Wait => "wait",
            Self::FixHeader => "fix the header",
            Self::Report => "report",
        }
    }
}

/// A refusal with its reason. The message is for the publisher's developer, in English, one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The reason.
    pub code: Code,
    /// What happened and what to change.
    pub message: String,
    /// Feeds that the page names which stands where a feed was expected.
    pub discovered: Vec<String>,
}

impl Failure {
    /// A refusal for `code`, explained by `message`.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), discovered: Vec::new() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
