//! Language tags in their canonical case (RFC 5646 section 2.1.1).

/// `tag` as BCP 47: `en_us` is `en-US`, `zh-hant-tw` is `zh-Hant-TW`; `None` for what is no tag. A locale's codeset
/// (`ru_RU.UTF-8`) is cut off.
pub fn canonical(tag: &str) -> Option<String> {
    let tag = tag.split(['.', '@']).next()?.trim();
    let mut parts = tag.split(['-', '_']);
    let mut out = parts.next().filter(|part| matches!(part.len(), 2 | 3) && alphabetic(part))?.to_ascii_lowercase();
    if out == "und" {
        return None;
    }
    let mut extension = false;
    for part in parts {
        let written = if extension { anything(part) } else { subtag(part) }?;
        extension |= part.len() == 1;
        out.push('-');
        out.push_str(&written);
    }
    // A tag that ends in a singleton announces an extension and gives none.
    let finished = out.rsplit('-').next().is_some_and(|last| last.len() > 1);
    finished.then_some(out)
}

/// Script, region, variant, extended language, or the letter that begins an extension.
fn subtag(part: &str) -> Option<String> {
    match part.len() {
        4 if alphabetic(part) => {
            let lower = part.to_ascii_lowercase();
            let (first, rest) = lower.split_at_checked(1)?;
            Some([&first.to_ascii_uppercase(), rest].concat())
        }
        2 if alphabetic(part) => Some(part.to_ascii_uppercase()),
        4 if !part.starts_with(|first: char| first.is_ascii_digit()) => None,
        2 => None,
        _ => anything(part),
    }
}

fn anything(part: &str) -> Option<String> {
    let fits = (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then(|| part.to_ascii_lowercase())
}

fn alphabetic(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_get_their_canonical_case() {
        for (raw, want) in [
            ("EN_us", "en-US"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("az", "az"),
            ("es-419", "es-419"),
            ("sl-ROZAJ-1994", "sl-rozaj-1994"),
            ("ru_RU.UTF-8", "ru-RU"),
            ("ar-u-NU-latn", "ar-u-nu-latn"),
            (" en-GB ", "en-GB"),
        ] {
            assert_eq!(canonical(raw).as_deref(), Some(want));
        }
    }

    #[test]
    fn junk_is_no_language() {
        for raw in
            ["", "english", "e", "en-", "en--US", "en, fr", "русский", "12", "und", "en-u", "en-a b", "x-klingon"]
        {
            assert_eq!(canonical(raw), None, "{raw}");
        }
    }
}
