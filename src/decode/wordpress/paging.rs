//! The next page of a list of posts, by its number: a link of the other permalink shape must not be followed blindly, and
//! the headers with the page count are not always exposed. So a full page means there may be another.

/// Core's page size when the address names none.
const PER_PAGE: usize = 10;

/// Whether the address is one of the REST API.
pub(super) fn is_rest(url: &str) -> bool {
    ["/wp/v2/", "rest_route=%2Fwp%2Fv2%2F", "rest_route=%2fwp%2fv2%2f"].into_iter().any(|mark| url.contains(mark))
}

/// The address of the page after the one at `url`, which held `count` posts.
pub(super) fn next(url: &str, count: usize) -> Option<String> {
    let url = url.split('#').next()?;
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let value = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let per_page = value("per_page").and_then(|number| number.parse().ok()).unwrap_or(PER_PAGE);
    // `offset` overrides `page` in core, so pages of such a list cannot be counted.
    if path.is_empty() || count == 0 || count < per_page || value("offset").is_some() {
        return None;
    }
    // One address has one writing, which `http://a.example` without a path is not.
    let bare = path.split_once("//").is_some_and(|(_, host)| !host.contains('/'));
    let page: u32 = value("page").and_then(|number| number.parse().ok()).unwrap_or(1);
    let mut out = [path, if bare { "/" } else { "" }].concat();
    let others = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("page="));
    for (place, pair) in others.enumerate() {
        out.push(if place == 0 { '?' } else { '&' });
        out.push_str(pair);
    }
    out.push_str(if out.contains('?') { "&page=" } else { "?page=" });
    out.push_str(&page.checked_add(1)?.to_string());
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POSTS: &str = "https://wp.gazette.example/wp-json/wp/v2/posts";

    #[test]
    fn an_address_without_a_path_gets_one() {
        let expected = "https://wp.gazette.example/?rest_route=/wp/v2/posts&page=2";
        assert_eq!(next("https://wp.gazette.example?rest_route=/wp/v2/posts", 10).as_deref(), Some(expected));
    }

    #[test]
    fn a_full_page_promises_another() {
        assert_eq!(next(POSTS, 10).unwrap(), format!("{POSTS}?page=2"));
        let third = next(&format!("{POSTS}?page=2&per_page=3&_embed"), 3);
        assert_eq!(third.unwrap(), format!("{POSTS}?per_page=3&_embed&page=3"));
    }

    #[test]
    fn a_short_page_is_the_last() {
        assert_eq!(next(POSTS, 9), None);
        assert_eq!(next(&format!("{POSTS}?per_page=100"), 10), None);
        assert_eq!(next(POSTS, 0), None);
    }

    #[test]
    fn plain_permalinks_keep_their_route() {
        let next = next("https://a.example/?rest_route=/wp/v2/posts&per_page=2#x", 2);
        assert_eq!(next.unwrap(), "https://a.example/?rest_route=/wp/v2/posts&per_page=2&page=2");
    }

    #[test]
    fn a_list_by_offset_has_no_pages() {
        assert_eq!(next(&format!("{POSTS}?offset=20"), 10), None);
    }

    #[test]
    fn rest_addresses_are_known_in_both_shapes() {
        assert!(is_rest(POSTS) && is_rest("/?rest_route=/wp/v2/posts") && is_rest("/?rest_route=%2Fwp%2Fv2%2Fposts"));
        assert!(!is_rest("https://gazette.example/feed.json"));
    }
}
