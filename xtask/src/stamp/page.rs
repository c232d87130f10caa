//! The demo page as shipped: Trunk leaves its build instructions in when it injects no scripts, and readers need none.

/// The page without `<link data-trunk …>`.
pub(crate) fn without_instructions(page: &str) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<link data-trunk") {
        kept.push_str(before.trim_end_matches([' ', '\t']));
        let (_, after) = after.split_once('>').unwrap_or(("", ""));
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    kept.push_str(rest);
    // Where Trunk took a link out itself, its indentation stayed.
    let blank = |line: &&str| line.starts_with([' ', '\t']) && line.trim().is_empty();
    kept.split_inclusive('\n').filter(|line| !blank(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn build_instructions_leave_no_trace() {
        let page = "<head>\n  <link data-trunk rel=\"rust\"\n    href=\"Cargo.toml\">\n  <link rel=\"icon\" href=\"x\">\n</head>";
        assert_eq!(without_instructions(page), "<head>\n  <link rel=\"icon\" href=\"x\">\n</head>");
    }

    #[test]
    fn lines_that_trunk_emptied_go_and_the_author_s_empty_lines_stay() {
        assert_eq!(without_instructions("<head>\n  \n\t\n</head>\n\n<body>"), "<head>\n</head>\n\n<body>");
    }

    #[test]
    fn a_page_without_instructions_stays_as_it_is() {
        assert_eq!(without_instructions("<p>a</p>\n"), "<p>a</p>\n");
    }
}
