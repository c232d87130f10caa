//! Character references: `&amp;`, `&#8217;`, `&#x27;`.
//!
//! This file decides what a reference is and which character it names. It refuses to know tags and fields. Unknown
//! references stay as written (HTML section 13.2.5.72 and following).

mod table;

/// What bytes 0x80 to 0x9F mean when a numeric reference names them: windows-1252 (HTML section 13.2.5.80).
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// No legacy name is longer than this.
const LONGEST_LEGACY: usize = 6;

/// `text` with its references decoded once; for fields that are plain text by their specification and hold references
/// all the same. A name needs its semicolon, so `AT&T` and `?a=1&copy=2` stay.
pub fn decode_references(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_decoded(&mut out, text, false);
    out
}

/// Appends text of an HTML document; `loose` also takes the names HTML knows without a semicolon.
pub(crate) fn push_decoded(out: &mut String, text: &str, loose: bool) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        rest = match reference(after, loose) {
            Some((character, after)) => {
                out.push(character);
                after
            }
            None => {
                out.push('&');
                after
            }
        };
    }
    out.push_str(rest);
}

/// The character of the reference whose text follows an `&`, and what comes after it.
fn reference(after: &str, loose: bool) -> Option<(char, &str)> {
    if let Some(number) = after.strip_prefix('#') {
        return numeric(number, loose);
    }
    let end = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = after.split_at_checked(end)?;
    if let Some(rest) = rest.strip_prefix(';')
        && let Some(character) = named(table::WITH_OR_WITHOUT, name).or_else(|| named(table::WITH_SEMICOLON, name))
    {
        return Some((character, rest));
    }
    // HTML takes the longest known beginning: `&notit` is `¬it`.
    let longest = if loose { end.min(LONGEST_LEGACY) } else { 0 };
    (2..=longest).rev().find_map(|length| {
        let (name, rest) = after.split_at_checked(length)?;
        Some((named(table::WITH_OR_WITHOUT, name)?, rest))
    })
}

fn named(table: &str, name: &str) -> Option<char> {
    if name.is_empty() {
        return None;
    }
    table.split(' ').find_map(|entry| {
        let mut value = entry.strip_prefix(name)?.chars();
        let character = value.next()?;
        (value.next().is_none() && !character.is_ascii_alphanumeric()).then_some(character)
    })
}

fn numeric(text: &str, loose: bool) -> Option<(char, &str)> {
    let (number, rest) = code(text, loose)?;
    let character = match number {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9F => windows_1252(number)?,
        // Programs that think in UTF-16 write one letter as two references.
        0xD800..=0xDBFF
            if let Some((low @ 0xDC00..=0xDFFF, rest)) = rest.strip_prefix("&#").and_then(|low| code(low, loose)) =>
        {
            let letter = char::from_u32(0x1_0000 + ((number - 0xD800) << 10) + (low - 0xDC00));
            return letter.map(|letter| (letter, rest));
        }
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    Some((character, rest))
}

/// The number of a reference, and what follows it.
fn code(text: &str, loose: bool) -> Option<(u32, &str)> {
    let (digits, radix) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let end = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    let (number, rest) = digits.split_at_checked(end).filter(|(number, _)| !number.is_empty())?;
    let rest = match rest.strip_prefix(';') {
        Some(rest) => rest,
        None if loose => rest,
        None => return None,
    };
    // Too large for u32 is as far beyond Unicode as anything else that is.
    Some((u32::from_str_radix(number, radix).unwrap_or(u32::MAX), rest))
}

/// What a C1 control stands for: nobody ever meant the control.
pub(crate) fn windows_1252(code: u32) -> Option<char> {
    WINDOWS_1252.chars().nth(usize::try_from(code.checked_sub(0x80)?).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        let mut out = String::new();
        push_decoded(&mut out, text, true);
        out
    }

    #[test]
    fn the_four_kinds_of_reference_are_decoded_once() {
        assert_eq!(decode_references("a &amp;amp; b &#8217; &#x2019; &hellip;"), "a &amp; b ’ ’ …");
    }

    #[test]
    fn an_unknown_name_stays_as_written() {
        assert_eq!(html("&nosuch; & &; &#; &#x; &#xg; R&D"), "&nosuch; & &; &#; &#x; &#xg; R&D");
    }

    #[test]
    fn numbers_of_the_c1_range_mean_windows_1252() {
        assert_eq!(decode_references("&#146;&#x80;&#159;"), "’€Ÿ");
    }

    #[test]
    fn two_halves_of_a_letter_are_that_letter() {
        assert_eq!(decode_references("&#xD83D;&#xDE00;&#55357;&#56832;"), "\u{1f600}\u{1f600}");
        assert_eq!(decode_references("&#xD83D;x&#xDE00;"), "\u{fffd}x\u{fffd}");
    }

    #[test]
    fn impossible_numbers_become_the_replacement_character() {
        assert_eq!(decode_references("&#0;&#xD800;&#x110000;&#99999999999999;"), "\u{fffd}\u{fffd}\u{fffd}\u{fffd}");
    }

    #[test]
    fn html_takes_old_names_without_their_semicolon_and_plain_text_does_not() {
        assert_eq!(html("&copy 2026 &notit; &amp"), "© 2026 ¬it; &");
        assert_eq!(decode_references("?a=1&copy=2 &#38 x"), "?a=1&copy=2 &#38 x");
    }

    #[test]
    fn letters_case_and_digits_belong_to_the_name() {
        assert_eq!(decode_references("&Eacute;&eacute;&frac12;&there4;&sup2;&apos;&Yuml;&lang;"), "Éé½∴²'Ÿ⟨");
    }

    #[test]
    fn every_name_of_the_table_ends_in_one_character() {
        let entries = || table::WITH_OR_WITHOUT.split(' ').chain(table::WITH_SEMICOLON.split(' '));
        assert_eq!(entries().count(), 259);
        for entry in entries() {
            let name = entry.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
            assert_eq!(html(&format!("&{name};")).chars().count(), 1, "{entry}");
        }
    }
}
