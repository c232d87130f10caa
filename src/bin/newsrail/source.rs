//! Where the bytes come from: a file, standard input, or an address.
//!
//! This file decides how the program asks (once, politely, with the time limits of the widget) and how a failing
//! connection is named. It refuses to know formats.

use crate::server::{ORIGIN, Server};
use crate::{NO_FEED, USAGE, spelling};
use clap::Args;
use newsrail::decode::{self, Hint, Source, limits};
use newsrail::fetch::request_url;
use newsrail::item::{Code, Failure, Feed, Time};
use std::io::{self, Read};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use ureq::ResponseExt;

/// From the request to the end of the answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// What to read, and what to assume about it.
#[derive(Args)]
pub(crate) struct Input {
    /// A file, an http(s) address, or - for standard input
    #[arg(value_name = "FILE|URL|-")]
    pub(crate) input: String,
    /// Address that relative links start from (for an address: its own, after redirects)
    #[arg(long, value_name = "BASE")]
    pub(crate) url: Option<String>,
    /// Content-Type the bytes came with
    #[arg(long, value_name = "T")]
    content_type: Option<String>,
    /// HTTP status the bytes came with
    #[arg(long, value_name = "N")]
    status: Option<u16>,
    /// The moment to decode for, RFC 3339 (default: the present)
    #[arg(long, value_name = "RFC3339", value_parser = moment)]
    now: Option<Time>,
    /// Format to assume
    #[arg(long, value_name = "FORMAT", default_value = "auto", value_parser = Hint::WORDS)]
    format: String,
}

/// An answer: bytes and circumstances.
pub(crate) struct Answer {
    bytes: Vec<u8>,
    url: String,
    content_type: Option<String>,
    status: Option<u16>,
    /// What else the server said; `None` when the bytes came from none.
    pub(crate) server: Option<Server>,
}

/// Why there are no bytes.
pub(crate) enum Trouble {
    /// The file cannot be read.
    File(io::Error),
    /// The server cannot be asked.
    Network(Failure),
}

impl Input {
    /// Fetches or reads the bytes.
    pub(crate) fn read(&self) -> Result<Answer, Trouble> {
        let mut answer = if self.input.starts_with("http://") || self.input.starts_with("https://") {
            ask(&self.input).map_err(Trouble::Network)?
        } else {
            let bytes =
                if self.input == "-" { capped(io::stdin()) } else { std::fs::File::open(&self.input).and_then(capped) };
            let bytes = bytes.map_err(Trouble::File)?;
            Answer { bytes, url: String::new(), content_type: None, status: None, server: None }
        };
        if let Some(url) = &self.url {
            answer.url.clone_from(url);
        }
        answer.content_type = self.content_type.clone().or(answer.content_type);
        answer.status = self.status.or(answer.status);
        Ok(answer)
    }

    /// Reads and decodes: the feed and the address it came from, or the exit code and what to say.
    pub(crate) fn feed(&self) -> Result<(Feed, String), (u8, String)> {
        let refused = |failure: Failure| (NO_FEED, format!("{}: {failure}", failure.code.as_str()));
        let answer = self.read().map_err(|trouble| match trouble {
            Trouble::File(error) => (USAGE, self.unreadable(&error)),
            Trouble::Network(failure) => refused(failure),
        })?;
        let feed = self.decode(&answer).map_err(refused)?;
        Ok((feed, answer.url))
    }

    /// Why there is no such file, and what may have been meant.
    pub(crate) fn unreadable(&self, error: &io::Error) -> String {
        let input = &self.input;
        let host = input.split('/').next().unwrap_or_default();
        let meant = match input.split_once("://") {
            Some((scheme, _)) => format!("; addresses begin with https:// or http://, not {scheme}://"),
            None if error.kind() == io::ErrorKind::NotFound && host.contains('.') && input.contains('/') => {
                format!("; did you mean https://{input}?")
            }
            None => String::new(),
        };
        format!("{input}: {error}{meant}")
    }

    /// The moment asked for, else the present.
    pub(crate) fn moment(&self) -> Time {
        self.now.unwrap_or_else(present)
    }

    /// Decodes an answer at that moment.
    pub(crate) fn decode(&self, answer: &Answer) -> Result<Feed, Failure> {
        decode::decode(&answer.bytes, &self.source(answer))
    }

    /// The same, and looks for slips of the pen.
    pub(crate) fn check(&self, answer: &Answer) -> Result<Feed, Failure> {
        let mut feed = self.decode(answer)?;
        spelling::check(&mut feed, &answer.bytes, &self.source(answer));
        Ok(feed)
    }

    fn source<'a>(&self, answer: &'a Answer) -> Source<'a> {
        Source {
            url: &answer.url,
            content_type: answer.content_type.as_deref(),
            status: answer.status,
            hint: Hint::from_word(&self.format),
            now: self.moment(),
        }
    }
}

/// One byte more than a feed may have is enough to refuse it.
fn capped(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(limits::DOCUMENT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn ask(url: &str) -> Result<Answer, Failure> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE))
        .user_agent(concat!("newsrail/", env!("CARGO_PKG_VERSION")))
        .build()
        .into();
    let asked = request_url(url);
    let answer = agent.get(&asked).header("Origin", ORIGIN).call().map_err(|error| failure(&error))?;
    let header = |name: &str| {
        let values: Vec<&str> = answer.headers().get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    };
    let (allowed, content_type) = (header("access-control-allow-origin"), header("content-type"));
    let url = answer.get_uri().to_string();
    let status = answer.status().as_u16();
    let bytes = capped(answer.into_body().into_reader()).map_err(|error| failure(&ureq::Error::from(error)))?;
    let is_utf8 = !bytes.is_ascii() && std::str::from_utf8(&bytes).is_ok();
    // An address without a path gets one; that is no redirect.
    let moved = url.trim_end_matches('/') != asked.split('#').next().unwrap_or_default().trim_end_matches('/');
    let server = Server { url: url.clone(), allowed, content_type: content_type.clone(), moved, is_utf8 };
    Ok(Answer { bytes, url, content_type, status: Some(status), server: Some(server) })
}

fn failure(error: &ureq::Error) -> Failure {
    let kind = if let ureq::Error::Io(error) = error { Some(error.kind()) } else { None };
    let late = || format!("The server did not finish its answer within {} seconds.", PATIENCE.as_secs());
    match (error, kind) {
        (ureq::Error::Timeout(_), _) | (_, Some(io::ErrorKind::TimedOut)) => Failure::new(Code::Timeout, late()),
        (_, Some(io::ErrorKind::ConnectionRefused)) => {
            Failure::new(Code::Network, "Nothing answers there: the connection was refused.")
        }
        (ureq::Error::HostNotFound, _) => Failure::new(Code::Network, "There is no host of that name."),
        // The system's resolver reports an unknown name so.
        _ if error.to_string().contains("lookup address") => {
            Failure::new(Code::Network, "There is no host of that name.")
        }
        _ => Failure::new(Code::Network, format!("The server cannot be asked: {error}.")),
    }
}

pub(crate) fn present() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time::from_timestamp(i64::try_from(since.as_secs()).unwrap_or(0), since.subsec_nanos()).unwrap_or_default()
}

fn moment(text: &str) -> Result<Time, &'static str> {
    decode::date::instant(text).ok_or("not a moment like 2026-03-02T12:00:00Z")
}
