use super::*;

fn text(html: &str) -> String {
    html_to_text(html).unwrap_or_default()
}

#[test]
fn a_bare_less_than_sign_is_text() {
    assert_eq!(text("Growth < 2% in Q3: R&#038;D <3 a<b"), "Growth < 2% in Q3: R&D <3 a");
    assert_eq!(text("1 << 2 <= 3 <-"), "1 << 2 <= 3 <-");
}

#[test]
fn inline_tags_leave_no_gap_and_blocks_do() {
    assert_eq!(text("<p>Salt<em>y</em></p><p>Lan<br/>tern</p><td>a</td><td>b"), "Salty Lan tern a b");
}

#[test]
fn scripts_styles_templates_and_comments_vanish_with_their_content() {
    let html = "a<script>b</sCript >c<style>d</style><!-- e > --><template><i>f</i></template><!-->g<!--->h<!----!>i";
    assert_eq!(text(html), "acghi");
    assert_eq!(text("a<!x>b<?php c?>d</>e</ f>g<svg/>h<script>lost"), "abdegh");
}

#[test]
fn a_script_end_tag_needs_its_whole_name() {
    assert_eq!(text("<script>a</scripts>b</script\n>c"), "c");
}

#[test]
fn a_quoted_greater_than_sign_ends_no_tag() {
    assert_eq!(text(r#"x<a title="a > b" href='>'>y</a>z<b x=">q"#), "xyz");
}

#[test]
fn read_more_links_are_no_part_of_the_summary() {
    let html = r#"<p>Short &hellip; <a href="/a" class="link more-link">Continue <a>x</a>reading</a></p> end"#;
    assert_eq!(text(html), "Short … end");
    assert_eq!(text(r#"a<span class=screen-reader-text>b</span>c<br class="more-link">d"#), "ac d");
}

#[test]
fn whitespace_collapses_and_invisible_characters_go() {
    assert_eq!(plain(" a\u{a0}\t b\r\nc\u{0}\u{ad}d\u{7f} \u{3000}").as_deref(), Some("a b cd"));
    assert_eq!(plain(" \u{a0}\u{ad}\n"), None);
}

#[test]
fn joiners_inside_emoji_and_persian_words_stay() {
    assert_eq!(plain("👩\u{200d}🚒 می\u{200c}رود").as_deref(), Some("👩\u{200d}🚒 می\u{200c}رود"));
}

#[test]
fn plain_text_written_as_html_keeps_its_lines() {
    assert_eq!(escape("a < b\n& c"), "a &lt; b<br>&amp; c");
}

#[test]
fn a_byline_gives_a_name_and_never_an_address() {
    assert_eq!(person("ines@gazette.example (Ines Quill)").as_deref(), Some("Ines Quill"));
    assert_eq!(person("Ines Quill <ines@gazette.example>").as_deref(), Some("Ines Quill"));
    assert_eq!(person("ines@gazette.example"), None);
    assert_eq!(person("Dunlin, Maeve & Co.").as_deref(), Some("Dunlin, Maeve & Co."));
}

#[test]
fn a_megabyte_of_openings_is_read_in_one_pass() {
    let started = std::time::Instant::now();
    for hostile in ["<", "<a ", "<!--", "</", "<script>", "&", "&#", "--", "<a b='"] {
        let _ = html_to_text(&hostile.repeat(1_000_000 / hostile.len()));
    }
    assert!(started.elapsed().as_secs() < 20);
}
