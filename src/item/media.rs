//! Pictures, recordings, and the kind of a story that its badge names.

/// One rendition of a picture. Pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Absolute http(s) URL.
    pub url: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels, when stated.
    pub height: Option<u32>,
}

/// The lead picture.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Image {
    /// Absolute http(s) URL.
    pub url: String,
    /// Width in pixels, when stated.
    pub width: Option<u32>,
    /// Height in pixels, when stated.
    pub height: Option<u32>,
    /// What is to be seen. `Some("")` means decorative, `None` unknown. A caption is not an alt.
    pub alt: Option<String>,
    /// The line under the picture, plain text.
    pub caption: Option<String>,
    /// Whose picture it is.
    pub credit: Option<String>,
    /// Smaller renditions, as the feed lists them.
    pub sizes: Vec<Size>,
}

/// A recording or another file that belongs to the story.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Attachment {
    /// Absolute http(s) URL.
    pub url: String,
    /// MIME type.
    pub media_type: Option<String>,
    /// Length in seconds.
    pub duration: Option<f64>,
}

/// The kind of a story, for its badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// A photo story.
    Photo,
    /// A video.
    Video,
    /// A recording or podcast.
    Audio,
    /// A live blog that is still running.
    Live,
}

impl Media {
    /// The word of own JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Live => "live",
        }
    }

    /// The kind for a word of own JSON or a WordPress post format, in any case.
    pub fn from_word(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "photo" | "image" | "gallery" | "picture" | "graphic" => Some(Self::Photo),
            "video" => Some(Self::Video),
            "audio" | "podcast" => Some(Self::Audio),
            "live" => Some(Self::Live),
            _ => None,
        }
    }

    /// The kind for a MIME type. A picture makes no photo story, so only recordings count.
    pub fn from_mime(mime: &str) -> Option<Self> {
        let kind = mime.split('/').next()?.trim();
        if kind.eq_ignore_ascii_case("video") {
            Some(Self::Video)
        } else if kind.eq_ignore_ascii_case("audio") {
            Some(Self::Audio)
        } else {
            None
        }
    }
}
