//! Where a headline leads.

/// The story's address with the publisher's parameters, before the fragment.
pub fn with_params(url: &str, params: Option<&str>) -> String {
    let Some(params) = params.map(|p| p.trim_matches(['?', '&'])).filter(|p| !p.is_empty()) else { return url.into() };
    let (before, fragment) = url.split_once('#').map_or((url, None), |(before, after)| (before, Some(after)));
    let glue = if !before.contains('?') {
        "?"
    } else if before.ends_with(['?', '&']) {
        ""
    } else {
        "&"
    };
    let mut link = [before, glue, params].concat();
    if let Some(fragment) = fragment {
        link.push('#');
        link.push_str(fragment);
    }
    link
}

#[cfg(test)]
mod tests {
    use super::with_params;

    #[test]
    fn parameters_are_joined_to_what_is_there_and_stay_before_the_fragment() {
        let params = Some("utm_source=rail");
        assert_eq!(with_params("https://p.example/a", params), "https://p.example/a?utm_source=rail");
        assert_eq!(with_params("https://p.example/a?b=1", params), "https://p.example/a?b=1&utm_source=rail");
        assert_eq!(with_params("https://p.example/a?#c", params), "https://p.example/a?utm_source=rail#c");
        assert_eq!(with_params("https://p.example/a?b&#c", Some("?x=1&")), "https://p.example/a?b&x=1#c");
    }

    #[test]
    fn without_parameters_the_address_stays_as_it_is() {
        assert_eq!(with_params("https://p.example/a?#c", None), "https://p.example/a?#c");
        assert_eq!(with_params("https://p.example/a", Some(" ? ".trim())), "https://p.example/a");
    }
}
