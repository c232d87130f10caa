use super::super::{Element, Ns};
use super::*;

fn root(text: &str) -> Element {
    parse(text).unwrap().root
}

#[test]
fn ampersands_that_begin_no_reference_stay() {
    let tree = root("<a b='?x=1&sec=2'>R&D at Dock & Daughters &lt;&amp;&#8212;&eacute;&unknown; &copy</a>");
    assert_eq!(tree.text(), "R&D at Dock & Daughters <&—é&unknown; &copy");
    assert_eq!(tree.attribute(Ns::None, "b"), Some("?x=1&sec=2"));
}

#[test]
fn references_are_decoded_once_and_cdata_never() {
    let tree = root("<a>x &amp;amp; y<![CDATA[ &amp; <b>]]> z</a>");
    assert_eq!(tree.text(), "x &amp; y &amp; <b> z");
    assert_eq!(tree.children.len(), 1, "text and CDATA side by side are one text");
}

#[test]
fn entities_of_a_document_are_not_expanded() {
    let bomb = "<!DOCTYPE a [<!ENTITY lol 'lol'><!ENTITY lol2 '&lol;&lol;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>";
    assert_eq!(root(&format!("{bomb}<a>&lol2;|&f;|&amp;</a>")).text(), "&lol2;|&f;|&");
}

#[test]
fn names_are_told_by_address_and_by_prefix_where_no_address_is() {
    let tree = root(
        "<rss xmlns:x='https://search.yahoo.com/mrss' xmlns:Content='http://purl.org/rss/1.0/modules/content/'>\
        <x:Title/><dc:creator/><content:encoded/><q:z/><item xmlns='http://www.w3.org/2005/Atom'><title/></item></rss>",
    );
    let found: Vec<_> = tree.elements().map(|child| (child.ns, child.name.as_str())).collect();
    let expected =
        [(Ns::Media, "title"), (Ns::Dc, "creator"), (Ns::Content, "encoded"), (Ns::Other, "z"), (Ns::Atom, "item")];
    assert_eq!(found, expected);
    assert!(tree.elements().last().unwrap().child(Ns::Atom, "title").is_some());
}

#[test]
fn the_namespaces_of_rss_2_are_none() {
    for address in ["http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss", ""] {
        assert_eq!(root(&format!("<rss xmlns='{address}'/>")).ns, Ns::None, "{address}");
    }
}

#[test]
fn wrong_end_tags_cost_nothing() {
    let tree =
        root("<rss><channel><title>a</Title></b><item><title>b</item><item><title>c</title></item></channel></rss>");
    let titles: Vec<_> =
        tree.elements().next().unwrap().all(Ns::None, "item").filter_map(|i| i.child_text(Ns::None, "title")).collect();
    assert_eq!(titles, ["b", "c"]);
}

#[test]
fn a_document_that_ends_early_keeps_its_whole_stories() {
    for end in ["<item><title>b", "<item><title>b</title>", "<item><ti", "<item", "<!-- ", "<![CDATA[x"] {
        let document = parse(&format!("<rss><channel><item><title>a</title></item>{end}")).unwrap();
        assert!(document.truncated, "{end}");
        let channel = document.root.elements().next().unwrap();
        assert_eq!(channel.all(Ns::None, "item").count(), 1, "{end}");
    }
}

#[test]
fn attributes_are_read_without_quotes_and_twice() {
    let tree = root("<a href=/x b='1' b='2' c><d e = \"f\"/></a>");
    assert_eq!((tree.attribute(Ns::None, "href"), tree.attribute(Ns::None, "b")), (Some("/x"), Some("1")));
    assert_eq!(tree.elements().next().unwrap().attribute(Ns::None, "e"), Some("f"));
}

#[test]
fn what_nests_deeper_than_the_limit_is_cut() {
    let nested = |depth: usize| format!("{}x{}", "<a>".repeat(depth), "</a>".repeat(depth));
    let at = parse(&nested(limits::XML_DEPTH)).unwrap();
    assert!(!at.truncated && at.root.text() == "x");
    let beyond = parse(&nested(limits::XML_DEPTH + 1)).unwrap();
    assert!(beyond.truncated && beyond.root.text().is_empty());
    assert!(parse(&"<a>".repeat(500_000)).unwrap().truncated);
}

#[test]
fn control_characters_are_dropped_and_line_breaks_kept() {
    assert_eq!(root("<a>x\u{1}\u{b}y\n\tz</a>").text(), "xy\n\tz");
}

#[test]
fn markup_inside_is_written_as_html() {
    let tree = root("<div xmlns:h='http://www.w3.org/1999/xhtml'><h:p class='a&quot;b'>1 &lt; 2<br/></h:p></div>");
    assert_eq!(tree.inner_html(), "<p class=\"a&quot;b\">1 &lt; 2<br></p>");
}

#[test]
fn no_root_is_invalid() {
    assert_eq!(parse("<?xml version='1.0'?><!-- x -->").unwrap_err().code, Code::InvalidXml);
}

#[test]
fn html_that_was_not_escaped_costs_no_later_story() {
    let item = |inside: &str| format!("<item><description>{inside}</description></item><item><title>b</title></item>");
    for inside in
        ["a<br>".repeat(70), "<p>a".repeat(70), "<p>a<br>".repeat(70), "<b><i>".repeat(70) + &"</i>".repeat(9)]
    {
        let document = parse(&format!("<rss><channel>{}</channel></rss>", item(&inside))).unwrap();
        let channel = document.root.elements().next().unwrap();
        let titles: Vec<_> = channel.all(Ns::None, "item").filter_map(|i| i.child_text(Ns::None, "title")).collect();
        assert_eq!(titles, ["b"], "{inside}");
    }
    assert_eq!(root("<d>a<br>b<img src='x'>c</d>").inner_html(), "a<br>b<img src=\"x\">c");
}

#[test]
fn a_story_that_begins_inside_one_of_its_kind_ends_that_one() {
    let tree = root("<rss><item><title>a</title><item><title>b</title></item><item><title>c</title></rss>");
    let titles: Vec<_> = tree.all(Ns::None, "item").filter_map(|i| i.child_text(Ns::None, "title")).collect();
    assert_eq!(titles, ["a", "b", "c"]);
}

#[test]
fn one_faulty_tag_costs_no_later_story() {
    for fault in [
        "<enclosure url=\"https://a.example/x.jpg type=\"image/jpeg\"/>",
        "<title>Growth < 2%</title>",
        "<title>One <b it's>x</b></title>",
        "<description><![if !IE]>x<![endif]></description>",
        "<description>a <! b <?php echo > c</description>",
        "<title><![cdata[One]]></title>",
        "<title><![CDATA[One</title>",
    ] {
        let text = format!("<rss><item><link>/1</link>{fault}<guid>g</guid></item><item><title>b</title></item></rss>");
        let document = parse(&text).unwrap();
        let items: Vec<_> = document.root.all(Ns::None, "item").collect();
        assert_eq!((items.len(), document.truncated), (2, false), "{fault}");
        assert_eq!(items[0].child_text(Ns::None, "guid").as_deref(), Some("g"), "{fault}");
    }
}

#[test]
fn a_default_namespace_of_rss_means_nothing() {
    let tree = root("<rss xmlns='http://www.w3.org/2005/Atom'><channel/><x xmlns='http://w3.org/2005/Atom/'/></rss>");
    let found: Vec<_> = tree.elements().map(|child| child.ns).collect();
    assert_eq!((tree.ns, found), (Ns::None, vec![Ns::None, Ns::Atom]));
}

#[test]
fn twice_the_document_makes_twice_the_nodes() {
    fn nodes(element: &Element) -> usize {
        1 + element.children.len() + element.elements().map(nodes).sum::<usize>() + element.attributes.len()
    }
    let of =
        |count: usize| nodes(&root(&format!("<a>{}</a>", "<b c='d'>&amp;<!-- x --><![CDATA[e]]></b>".repeat(count))));
    assert_eq!(of(2_000) - of(0), 2 * (of(1_000) - of(0)));
}

#[test]
fn documents_of_nothing_but_one_fault_are_read_to_their_end() {
    for fault in
        ["<a>", "</a>", "<a></b>", "<a x='", "<a>&x", "<br>", "<item>", "<a xmlns:b='c'>", "<![CDATA[", "&lt", "<a b "]
    {
        let text = format!("<a>{}", fault.repeat(128 * 1024 / fault.len()));
        let _ = parse(&text);
        assert!(parse(&format!("<a/>{text}")).is_ok(), "{fault}");
    }
}

#[test]
fn what_was_mended_is_named_once_and_what_is_sound_is_not() {
    for (text, fault) in [
        ("<rss><channel><item>", Some(Fault::Cut)),
        ("<a>R&D, Q&A</a>", Some(Fault::Ampersand)),
        ("<a>1 < 2</a>", Some(Fault::LessThan)),
        ("<a><b c='d>x</b></a>", Some(Fault::Quote)),
        ("<a><![CDATA[x</a>", Some(Fault::Section)),
        ("<a><b>x</a>", Some(Fault::Unclosed)),
        ("<r><item>x<item>y</item></r>", Some(Fault::Unclosed)),
        ("<a>x\u{8}</a>", Some(Fault::Control)),
        ("<?xml version='1.0'?><!-- & --><a b='&amp;'>R&amp;D<br/><![CDATA[ & < ]]>\n</a>", None),
    ] {
        let found: Vec<_> = parse(text).unwrap().faults.remarks().map(|(_, message)| message).collect();
        assert_eq!(found, fault.map(Fault::message).into_iter().collect::<Vec<_>>(), "{text}");
    }
}
