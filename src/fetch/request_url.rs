//! What is added to an address before it is asked for.
//!
//! This file decides that lists of WordPress and Ghost are asked for authors, pictures and terms, and for a page size:
//! without them a headline has no section and no picture. No other address is touched.

/// Stories per page where the address names no number; the default of the `page-size` attribute.
const PAGE: &str = "20";

/// The address to request for `url`. Absolute or relative; what the address already says is kept.
///
/// | list | added when absent |
/// |---|---|
/// | WordPress `/wp-json/wp/v2/posts`, `?rest_route=/wp/v2/posts` | `_embed=author,wp:featuredmedia,wp:term`, `per_page=20` |
/// | Ghost `/ghost/api/content/posts/` | `include=authors,tags`, `limit=20` |
pub fn request_url(url: &str) -> String {
    let without_fragment = url.split('#').next().unwrap_or("");
    let (path, query) = without_fragment.split_once('?').unwrap_or((without_fragment, ""));
    let path = path.trim_end_matches('/');
    let additions = if path.ends_with("/wp/v2/posts") || has_posts_route(query) {
        [("_embed", "author,wp:featuredmedia,wp:term"), ("per_page", PAGE)]
    } else if path.contains("/ghost/api/") && path.ends_with("/content/posts") {
        [("include", "authors,tags"), ("limit", PAGE)]
    } else {
        return url.into();
    };
    let mut out = String::from(without_fragment);
    for (name, value) in additions {
        if !names(query).any(|named| named == name) {
            let separator = if out.ends_with(['?', '&']) {
                ""
            } else if out.contains('?') {
                "&"
            } else {
                "?"
            };
            out.extend([separator, name, "=", value]);
        }
    }
    out
}

/// Parameter names; `_embed[]=author` is `_embed` to PHP.
fn names(query: &str) -> impl Iterator<Item = &str> {
    query.split('&').filter_map(|pair| pair.split(['=', '[', '%']).next())
}

fn has_posts_route(query: &str) -> bool {
    let mut routes = query.split('&').filter_map(|pair| pair.strip_prefix("rest_route="));
    routes.any(|route| {
        let route = route.replace("%2F", "/").replace("%2f", "/");
        route.trim_end_matches('/') == "/wp/v2/posts"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMBED: &str = "_embed=author,wp:featuredmedia,wp:term";

    #[test]
    fn a_list_of_posts_is_asked_for_what_headlines_need() {
        let url = "https://a.example/wp-json/wp/v2/posts";
        assert_eq!(request_url(url), format!("{url}?{EMBED}&per_page=20"));
        assert_eq!(
            request_url("/wp-json/wp/v2/posts/?lang=ru#x"),
            format!("/wp-json/wp/v2/posts/?lang=ru&{EMBED}&per_page=20")
        );
        assert_eq!(request_url("/wp-json/wp/v2/posts?"), format!("/wp-json/wp/v2/posts?{EMBED}&per_page=20"));
    }

    #[test]
    fn a_list_behind_plain_permalinks_is_known_too() {
        for route in ["/wp/v2/posts", "%2Fwp%2Fv2%2Fposts"] {
            let url = format!("https://a.example/?rest_route={route}");
            assert_eq!(request_url(&url), format!("{url}&{EMBED}&per_page=20"));
        }
    }

    #[test]
    fn what_the_address_says_is_kept() {
        for url in [
            "https://a.example/wp-json/wp/v2/posts?_embed&per_page=5",
            "https://a.example/wp-json/wp/v2/posts?per_page=5&_embed[]=author",
            "https://a.example/wp-json/wp/v2/posts?per_page=5&_embed%5B%5D=author",
            "https://a.example/ghost/api/content/posts/?key=1&limit=all&include=authors",
        ] {
            assert_eq!(request_url(url), url);
        }
        let url = "/wp-json/wp/v2/posts?_embed=1";
        assert_eq!(request_url(url), format!("{url}&per_page=20"));
    }

    #[test]
    fn a_ghost_list_is_asked_for_authors_and_tags() {
        let url = "https://a.example/ghost/api/content/posts/?key=22444f78";
        assert_eq!(request_url(url), format!("{url}&include=authors,tags&limit=20"));
    }

    #[test]
    fn no_other_address_is_touched() {
        for url in [
            "https://a.example/feed.json?a=1#b",
            "https://a.example/wp-json/wp/v2/posts/17",
            "https://a.example/wp-json/wp/v2/categories",
            "https://a.example/ghost/api/content/posts/1/",
            "https://a.example/content/posts",
            "",
        ] {
            assert_eq!(request_url(url), url);
        }
    }
}
