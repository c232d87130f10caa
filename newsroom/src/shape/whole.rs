//! The feeds that come in one piece: which file is which format, under which type and in which letters.

use super::{atom, jsonfeed, jsonld, ninjs, rss, rss1, simple, sitemap};
use crate::desk::Desk;

/// How a document becomes bytes.
#[derive(Clone, Copy)]
enum Letters {
    /// As it is; JSON and HTML.
    Utf8,
    /// With an XML declaration that names it.
    Xml,
    /// The encoding of many Russian feeds. A letter it lacks becomes a numeric reference.
    Windows1251,
    /// Little-endian, with the byte order mark.
    Utf16,
}

/// One file below `/feeds/L/`.
pub(crate) struct Whole {
    file: &'static str,
    /// The Content-Type its real counterparts send.
    pub(crate) kind: &'static str,
    letters: Letters,
    text: fn(&Desk, &str) -> String,
}

static ALL: [Whole; 13] = [
    whole("simple.json", "application/json", Letters::Utf8, |desk, origin| simple::write(desk, origin).to_string()),
    whole("jsonfeed.json", "application/feed+json", Letters::Utf8, |desk, origin| {
        jsonfeed::write(desk, origin).to_string()
    }),
    whole("ninjs1.json", "application/json", Letters::Utf8, ninjs::first::write),
    whole("ninjs2.json", "application/json", Letters::Utf8, ninjs::later::second),
    whole("ninjs3.json", "application/json", Letters::Utf8, ninjs::later::third),
    whole("jsonld.json", "application/ld+json", Letters::Utf8, jsonld::write),
    whole("jsonld.html", "text/html; charset=utf-8", Letters::Utf8, jsonld::page),
    whole("rss.xml", "application/rss+xml; charset=utf-8", Letters::Xml, |desk, origin| {
        rss::write(desk, origin, "rss.xml")
    }),
    whole("rss-1251.xml", "application/rss+xml; charset=windows-1251", Letters::Windows1251, |desk, origin| {
        rss::write(desk, origin, "rss-1251.xml")
    }),
    whole("rss-utf16.xml", "application/rss+xml; charset=utf-16", Letters::Utf16, |desk, origin| {
        rss::write(desk, origin, "rss-utf16.xml")
    }),
    whole("rss1.xml", "application/rdf+xml", Letters::Xml, rss1::write),
    whole("atom.xml", "application/atom+xml", Letters::Xml, atom::write),
    whole("news-sitemap.xml", "application/xml", Letters::Xml, sitemap::write),
];

const fn whole(file: &'static str, kind: &'static str, letters: Letters, text: fn(&Desk, &str) -> String) -> Whole {
    Whole { file, kind, letters, text }
}

/// The feed of that file name.
pub(crate) fn find(file: &str) -> Option<&'static Whole> {
    ALL.iter().find(|whole| whole.file == file)
}

impl Whole {
    /// The body of the answer.
    pub(crate) fn write(&self, desk: &Desk, origin: &str) -> Vec<u8> {
        let text = (self.text)(desk, origin);
        let declared = |encoding: &str| format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n{text}");
        match self.letters {
            Letters::Utf8 => text.into_bytes(),
            Letters::Xml => declared("UTF-8").into_bytes(),
            Letters::Windows1251 => encoding_rs::WINDOWS_1251.encode(&declared("windows-1251")).0.into_owned(),
            Letters::Utf16 => {
                let text = declared("UTF-16");
                std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
            }
        }
    }
}
