use super::*;

#[test]
fn scripts_are_found_by_the_scanner_and_not_by_their_words() {
    let html = "<!-- <script>no</script> --><p title='<script>no'>&lt;script></p><SCRIPT Type=a>1 < 2 </b></Script >\
                <template><script>no</script></template><script>2</scriptx></script><script type>3";
    let found: Vec<_> = scripts(html).map(|(tag, content)| (tag.attribute("type"), content)).collect();
    assert_eq!(found, [(Some("a"), "1 < 2 </b>"), (None, "2</scriptx>"), (Some(""), "3")]);
}
