//! CLDR cardinal plural rules for whole numbers, one function per family of languages.

/// The six plural categories of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// The forms a language has for one text; `Other` is always there.
pub(super) type Forms = &'static [(Category, &'static str)];

/// The form for `category`, else the one for `Other`.
pub(super) fn pick(forms: Forms, category: Category) -> &'static str {
    let form = |wanted| forms.iter().find(|(category, _)| *category == wanted).map(|(_, text)| *text);
    form(category).or_else(|| form(Category::Other)).unwrap_or_default()
}

/// English, Azerbaijani: one and the rest.
pub(super) fn germanic(n: u32) -> Category {
    if n == 1 { Category::One } else { Category::Other }
}

/// Russian: 21 counts as one, 11 to 14 do not. `Other` is for fractions only.
pub(super) fn east_slavic(n: u32) -> Category {
    match (n % 10, n % 100) {
        (_, 11..=14) => Category::Many,
        (1, _) => Category::One,
        (2..=4, _) => Category::Few,
        _ => Category::Many,
    }
}

/// Arabic: all six.
pub(super) fn arabic(n: u32) -> Category {
    match (n, n % 100) {
        (0, _) => Category::Zero,
        (1, _) => Category::One,
        (2, _) => Category::Two,
        (_, 3..=10) => Category::Few,
        (_, 11..=99) => Category::Many,
        _ => Category::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs of categories for 0 to 200, written from `Intl.PluralRules` (CLDR 48): i one, t two, f few, and so on.
    const GERMANIC: &str = "1o 1i 199o";
    const RUSSIAN: &str = "1m 1i 3f 16m 1i 3f 6m 1i 3f 6m 1i 3f 6m 1i 3f 6m 1i 3f 6m 1i 3f 6m 1i 3f 6m 1i 3f 6m \
                           1i 3f 16m 1i 3f 6m 1i 3f 6m 1i 3f 6m 1i 3f 6m 1i 3f 6m 1i 3f 6m 1i 3f 6m 1i 3f 6m";
    const ARABIC: &str = "1z 1i 1t 8f 89m 3o 8f 89m 1o";

    fn runs(rule: fn(u32) -> Category) -> String {
        let mut runs: Vec<(u32, char)> = Vec::new();
        for n in 0..=200 {
            let letter = match rule(n) {
                Category::Zero => 'z',
                Category::One => 'i',
                Category::Two => 't',
                Category::Few => 'f',
                Category::Many => 'm',
                Category::Other => 'o',
            };
            match runs.last_mut() {
                Some((length, last)) if *last == letter => *length += 1,
                _ => runs.push((1, letter)),
            }
        }
        runs.iter().map(|(length, letter)| format!("{length}{letter}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_rules_agree_with_cldr_from_0_to_200() {
        assert_eq!(runs(germanic), GERMANIC);
        assert_eq!(runs(east_slavic), RUSSIAN);
        assert_eq!(runs(arabic), ARABIC);
    }

    #[test]
    fn a_form_that_a_language_lacks_falls_back_to_other() {
        assert_eq!(pick(&[(Category::One, "a"), (Category::Other, "b")], Category::Few), "b");
    }
}
