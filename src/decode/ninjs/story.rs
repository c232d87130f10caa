//! One story of ninjs.

use super::{pictures, state, subjects, words};
use crate::decode::field::Fields;
use crate::decode::finish::{Reason, draft, remark};
use crate::decode::{language, url};
use crate::item::{Item, ItemId, Media, Time};

const NO_ID: Reason = ("id", remark("neither uri nor guid; the story is left out"));
/// When a story first went out. Superdesk writes `firstpublished` and keeps `firstcreated` for its draft; before 1.2 there
/// is only the moment of the version, and a picture may have none but that of the camera.
const PUBLISHED: &str = "firstpublished firstPublished firstcreated firstCreated versioncreated versionCreated \
                         contentcreated contentCreated";

pub(super) fn read(fields: Fields<'_>, now: Time) -> Result<Item, Reason> {
    // Superdesk's own feeds have a `guid` in place of the `uri`.
    let id = fields.string("uri guid").and_then(|id| ItemId::new(&id)).ok_or(NO_ID)?;
    let mut item = draft(Some(id)).ok_or(NO_ID)?;
    state::read(fields, &mut item);
    pictures::fill(fields, &mut item, now);
    item.url = address(fields, &item);
    let links_from = item.url.clone().unwrap_or_else(|| fields.base.to_owned());
    words::fill(fields, &mut item, &links_from);
    subjects::fill(fields, &mut item);
    item.place = fields.plain("located");
    item.published = fields.any_time(PUBLISHED);
    item.updated = fields.any_time("versioncreated versionCreated");
    item.language = fields.string("language").and_then(|tag| language::canonical(&tag));
    item.urgency = fields.count("urgency").and_then(|level| u8::try_from(level).ok()).filter(|level| *level <= 9);
    item.breaking = item.urgency == Some(1);
    item.replaces = fields.string("evolvedfrom").and_then(|id| ItemId::new(&id));
    Ok(item)
}

/// The `uri`, where it is an address as it stands: a mere name must not be resolved into one. A picture's is the picture.
fn address(fields: Fields<'_>, item: &Item) -> Option<String> {
    let own = fields.first("uri", |uri| url::absolute(uri.as_str()?, ""));
    own.filter(|_| item.media != Some(Media::Photo)).or_else(|| fields.url("url"))
}
