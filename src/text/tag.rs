//! Language tags (BCP 47), as far as words and digits depend on them.

/// Which digits a reader sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Digits {
    /// 0123456789, CLDR `latn`.
    #[default]
    Latin,
    /// ٠١٢٣٤٥٦٧٨٩, CLDR `arab`.
    Arabic,
}

/// Regions whose Arabic is written with `arab` digits; plain `ar` and the Maghreb write `latn`. CLDR 48 by
/// `Intl.NumberFormat("ar-XX").resolvedOptions().numberingSystem`.
const ARABIC_DIGITS: &str = "bh dj eg er il iq jo km kw lb mr nt om ps qa sa sd so ss sy td yd ye";

/// A tag taken apart, in lower case.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) primary: String,
    region: Option<String>,
    numbers: Option<String>,
}

impl Tag {
    /// Never fails: what cannot be read is absent. Underscores count as hyphens, as publishing systems write them.
    pub(super) fn read(tag: &str) -> Self {
        let tag = tag.trim().to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        let primary = parts.next().unwrap_or_default().to_owned();
        let (mut region, mut numbers) = (None, None);
        let (mut extension, mut key) = ("", "");
        for part in parts {
            if part.len() == 1 && extension != "x" {
                (extension, key) = (part, "");
            } else if extension.is_empty() {
                if part.len() == 2 && region.is_none() {
                    region = Some(part.to_owned());
                }
            } else if extension == "u" {
                if part.len() == 2 {
                    key = part;
                } else if key == "nu" && numbers.is_none() {
                    numbers = Some(part.to_owned());
                }
            }
        }
        Self { primary, region, numbers }
    }

    /// The digits asked for by `-u-nu-`, else those of the region.
    pub(super) fn digits(&self) -> Digits {
        let regional = || {
            let region = self.region.as_deref().unwrap_or_default();
            self.primary == "ar" && ARABIC_DIGITS.split(' ').any(|known| known == region)
        };
        match self.numbers.as_deref() {
            Some("arab") => Digits::Arabic,
            Some("latn") => Digits::Latin,
            _ if regional() => Digits::Arabic,
            _ => Digits::Latin,
        }
    }
}

/// The `arab` twin of a digit; any other letter is itself.
pub(super) fn arabic_digit(letter: char) -> char {
    letter.to_digit(10).and_then(|digit| char::from_u32(0x660 + digit)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(tag: &str) -> Digits {
        Tag::read(tag).digits()
    }

    #[test]
    fn plain_arabic_and_the_maghreb_write_latin_digits_egypt_and_the_levant_do_not() {
        for tag in ["ar", "ar-MA", "ar-DZ", "ar-AE", "ar-001", "en-EG"] {
            assert_eq!(digits(tag), Digits::Latin, "{tag}");
        }
        for tag in ["ar-EG", "ar_sa", "ar-Arab-IQ", " AR-lb "] {
            assert_eq!(digits(tag), Digits::Arabic, "{tag}");
        }
    }

    #[test]
    fn a_numbering_system_in_the_tag_wins_over_the_region() {
        assert_eq!(digits("ar-EG-u-nu-latn"), Digits::Latin);
        assert_eq!(digits("ar-u-ca-gregory-nu-arab"), Digits::Arabic);
        assert_eq!(digits("ar-MA-u-nu-arab-x-eg"), Digits::Arabic);
    }

    #[test]
    fn a_private_or_extension_part_is_no_region() {
        assert_eq!(digits("ar-x-eg"), Digits::Latin);
        assert_eq!(digits("ar-t-en-eg"), Digits::Latin);
    }

    #[test]
    fn rubbish_is_read_without_complaint() {
        for tag in ["", "-", "---", "u-nu", "ar--", "ar-u-nu", "русский"] {
            assert_eq!(digits(tag), Digits::Latin, "{tag}");
        }
    }
}
