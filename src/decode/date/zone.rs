//! What stands behind a clock: an offset, the name of a zone, or both.
//!
//! This file decides which names are known: those of RFC 822 section 5, and the European ones that mean one offset only.
//! It refuses to guess names that several regions use for themselves (IST, AST).

use super::{Scan, offset};

/// Names and the hours that their clocks are ahead of UTC.
const NAMES: [(&str, i64); 20] = [
    ("UTC", 0),
    ("GMT", 0),
    ("UT", 0),
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
    ("WET", 0),
    ("WEST", 1),
    ("BST", 1),
    ("CET", 1),
    ("CEST", 2),
    ("EET", 2),
    ("EEST", 3),
    ("MSK", 3),
    ("HST", -10),
];

/// Seconds east of UTC; 0 without a zone. `None` for a zone that is not known.
pub(super) fn read(scan: &mut Scan<'_>) -> Option<i64> {
    scan.spaces();
    let name = letters(scan);
    let mut east = if name.is_empty() { 0 } else { named(name)? };
    if let Some(sign) = scan.one_of("+-") {
        // `GMT+0100` counts from Greenwich; an offset behind another name contradicts it.
        if east != 0 {
            return None;
        }
        // `GMT+4`: behind a name a single digit can only be hours.
        east = match offset(scan, sign) {
            Some(east) => east,
            None if !name.is_empty() && scan.digits() == 1 => {
                let hours = i64::from(scan.number(1, 1)?);
                3600 * if sign == "-" { -hours } else { hours }
            }
            None => return None,
        };
        trailing_name(scan);
    }
    remark(scan);
    Some(east)
}

fn named(name: &str) -> Option<i64> {
    // Military letters were printed with both signs, so they say nothing (RFC 5322 section 4.3); J was never one.
    if name.len() == 1 && !name.eq_ignore_ascii_case("J") {
        return Some(0);
    }
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, hours)| hours * 3600)
}

/// `+0530 IST`, as Go prints it: the offset has said it all.
fn trailing_name(scan: &mut Scan<'_>) {
    let mut ahead = Scan(scan.0);
    ahead.spaces();
    if (1..=5).contains(&letters(&mut ahead).len()) {
        scan.0 = ahead.0;
    }
}

/// The letters that come next, of any script; may be none.
pub(super) fn letters<'a>(scan: &mut Scan<'a>) -> &'a str {
    let rest = scan.0.trim_start_matches(char::is_alphabetic);
    scan.take(scan.0.len() - rest.len()).unwrap_or_default()
}

/// Passes over a remark that ends the text: `[Asia/Baku]`, `(Central European Standard Time)`.
fn remark(scan: &mut Scan<'_>) {
    for (open, close) in [('[', ']'), ('(', ')')] {
        let remark = scan.0.trim_start().strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        if remark.is_some_and(|remark| !remark.contains([open, close])) {
            scan.0 = "";
        }
    }
}
