//! The stories the outlet has in store, one file per language.

use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::io;

/// What one language has to tell.
#[derive(Deserialize)]
pub(crate) struct Script {
    /// Name of the outlet.
    pub(crate) outlet: String,
    /// Headline patterns for a later edition of a story; `{title}` stands for the first one.
    pub(crate) editions: Vec<String>,
    /// The stories; the first ones are the newest when the newsroom opens.
    pub(crate) stories: Vec<Draft>,
}

/// One story before it is published.
#[derive(Deserialize)]
pub(crate) struct Draft {
    pub(crate) slug: String,
    pub(crate) section: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) body: Vec<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) place: String,
    #[serde(default)]
    pub(crate) tags: Vec<String>,
    /// photo, video or audio.
    pub(crate) media: Option<String>,
    #[serde(default)]
    pub(crate) breaking: bool,
    /// Minutes from publication to an update that has already happened when the newsroom opens.
    pub(crate) revised: Option<i64>,
    pub(crate) image: Option<Picture>,
}

/// A picture of `newsroom/pictures`.
#[derive(Deserialize)]
pub(crate) struct Picture {
    pub(crate) name: String,
    pub(crate) alt: String,
    pub(crate) caption: String,
    pub(crate) credit: String,
}

impl Script {
    /// The script of one of [`crate::LANGUAGES`].
    pub(crate) fn of(language: &str) -> io::Result<Self> {
        let text = match language {
            "ru" => include_str!("../stories/ru.json"),
            "az" => include_str!("../stories/az.json"),
            "ar" => include_str!("../stories/ar.json"),
            _ => include_str!("../stories/en.json"),
        };
        Ok(serde_json::from_str(text)?)
    }

    /// The headline of a later edition; the same number gives the same words. What follows a colon gives way: the
    /// patterns bring a colon of their own.
    pub(crate) fn edition(&self, title: &str, number: u64) -> String {
        let title = title.split(": ").next().unwrap_or(title);
        let patterns = self.editions.iter().cycle();
        let turn = usize::try_from(number).unwrap_or_default() % self.editions.len().max(1);
        patterns.skip(turn).map(|pattern| pattern.replace("{title}", title)).next().unwrap_or_else(|| title.to_owned())
    }
}

impl Draft {
    /// The fields of own JSON that do not depend on when and under which id the story is published.
    pub(crate) fn fields(&self, language: &str) -> Map<String, Value> {
        let paragraphs: String =
            self.body.iter().map(|text| format!("<p>{}</p>", crate::shape::escape(text))).collect();
        let mut fields = Map::new();
        let mut set = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        set("title", json!(self.title));
        set("summary", json!(self.summary));
        set("content_html", json!(paragraphs));
        set("authors", json!(self.authors));
        set("place", json!(self.place));
        set("section", json!(self.section));
        set("sections", json!([self.section]));
        set("tags", json!(self.tags));
        set("language", json!(language));
        if let Some(media) = &self.media {
            set("media", json!(media));
        }
        if self.breaking {
            set("breaking", json!(true));
        }
        if let Some(image) = &self.image {
            set("image", image.field());
        }
        fields
    }
}

impl Picture {
    fn field(&self) -> Value {
        let url = format!("/pictures/{}.svg", self.name);
        json!({"url": url, "width": 1600, "height": 900, "alt": self.alt, "caption": self.caption, "credit": self.credit})
    }
}
