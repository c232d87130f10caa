//! The headers every answer carries.

use axum::http::{HeaderMap, HeaderValue, header};

/// Lets any page read the answer. Headers that are already there are left alone: test pages bring their own.
pub(crate) fn open_to_all(headers: &mut HeaderMap) {
    let open = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
        // Cross-origin timings, so that a test can see which requests ran side by side.
        (header::HeaderName::from_static("timing-allow-origin"), "*"),
        // Without it browsers guess a freshness from Last-Modified, and a rebuilt file is not seen.
        (header::CACHE_CONTROL, "no-cache"),
    ];
    for (name, value) in open {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}

/// Takes back what [`open_to_all`] gave: the answer of a server whose CORS headers were forgotten.
pub(crate) fn closed_to_others(headers: &mut HeaderMap) {
    headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    headers.remove(header::ACCESS_CONTROL_EXPOSE_HEADERS);
    headers.remove("cross-origin-resource-policy");
}
