//! XML that a tokenizer can take, out of XML as it is written (formats.md R2, R3).
//!
//! This file decides what is no markup at all: a `<` that begins nothing is a character, a tag whose quotes do not pair
//! ends at its first `>`. Comments, instructions and the document type are left out, for nobody reads them. It refuses to
//! know names and nesting. One pass, linear in the input.

use super::fault::{Fault, Faults};

/// `text` with its faults mended; what the end of the document cut stays cut. What was mended is noted in `faults`.
pub(super) fn mended(text: &str, faults: &mut Faults) -> String {
    let out = String::with_capacity(text.len());
    let mut mend = Mend { rest: text, out, faults, cdata_end: None, has_cdata_end: true, nested: 0, has_pi_end: true };
    while let Some((before, markup)) = mend.rest.find('<').and_then(|at| mend.rest.split_at_checked(at)) {
        mend.text(before);
        mend.rest = markup;
        mend.step();
    }
    mend.text(mend.rest);
    mend.out
}

struct Mend<'a, 'f> {
    /// Starts with `<` at every step.
    rest: &'a str,
    out: String,
    faults: &'f mut Faults,
    /// A search that failed once would fail again, at the cost of the whole rest.
    /// How much follows the end of a section that was found, but belongs to a later one.
    cdata_end: Option<usize>,
    has_cdata_end: bool,
    /// Sections inside a section, whose ends are still to come.
    nested: usize,
    has_pi_end: bool,
}

impl<'a> Mend<'a, '_> {
    fn step(&mut self) {
        let begins = |start: &str| self.rest.get(..start.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(start));
        match self.rest.chars().nth(1) {
            Some('!') if begins("<!--") => self.skip_to(self.rest.split_once("-->").map(|(_, after)| after)),
            Some('!') if begins("<![cdata[") => self.cdata(),
            Some('!') if begins("<!doctype") => self.skip_to(after_doctype(self.rest)),
            Some('?') => self.instruction(),
            Some('!') => self.bogus(),
            Some('/') => self.end_tag(),
            Some(first) if first.is_alphabetic() || matches!(first, '_' | ':') => self.tag(),
            Some(_) => self.literal(),
            None => self.cut(),
        }
    }

    /// Leaves something out; one without an end is what the document's end cut.
    fn skip_to(&mut self, after: Option<&'a str>) {
        match after {
            Some(after) => self.rest = after,
            None => self.cut(),
        }
    }

    /// The rest as it is.
    fn cut(&mut self) {
        self.out.push_str(std::mem::take(&mut self.rest));
    }

    /// A `<` that is a character.
    fn literal(&mut self) {
        self.faults.note(Fault::LessThan);
        self.out.push_str("&lt;");
        self.rest = self.rest.strip_prefix('<').unwrap_or("");
    }

    /// Characters between markup. The end of a section that was opened inside another one is none of them.
    fn text(&mut self, text: &'a str) {
        let mut rest = text;
        while self.nested > 0
            && let Some((before, after)) = rest.split_once("]]>")
        {
            self.out.push_str(before);
            self.nested -= 1;
            rest = after;
        }
        self.out.push_str(rest);
    }

    /// A section without an end is ordinary text: so its story's other fields stay. That it has none also shows where a
    /// story ends before the next section begins.
    fn cdata(&mut self) {
        let Some((_, inside)) = self.rest.split_at_checked("<![CDATA[".len()) else { return self.cut() };
        let end = self.cdata_end.filter(|after| *after <= inside.len()).map(|after| inside.len() - after);
        let end = end.or_else(|| if self.has_cdata_end { Some(inside.find("]]>")? + 3) } else { None });
        self.has_cdata_end = end.is_some();
        self.cdata_end = end.map(|end| inside.len() - end);
        let found = end.and_then(|end| Some((inside.get(..end - 3)?, inside.get(end..)?)));
        let own = found.filter(|(content, _)| !is_of_stories(content));
        self.rest = match own {
            Some((content, after)) => {
                // `]]]]><![CDATA[>` is how the end of an inner section is written by those who know.
                let is_escaped = content.ends_with("]]");
                self.nested = if is_escaped { 0 } else { content.matches(CDATA).count() };
                let plain = if self.nested > 0 { &content.replace(CDATA, "") } else { content };
                self.out.extend([CDATA, plain, "]]>"]);
                after
            }
            None => {
                self.faults.note(Fault::Section);
                inside
            }
        };
    }

    fn instruction(&mut self) {
        let found = if self.has_pi_end { self.rest.split_once("?>") } else { None };
        self.has_pi_end = found.is_some();
        match found {
            Some((_, after)) => self.rest = after,
            None => self.bogus(),
        }
    }

    /// What HTML calls a bogus comment, `<![if IE]>`, is left out; one that runs into the next tag is text.
    fn bogus(&mut self) {
        let inside = self.rest.strip_prefix('<').unwrap_or("");
        match inside.find(['<', '>']).and_then(|at| inside.split_at_checked(at)) {
            Some((_, after)) if after.starts_with('>') => self.rest = after.strip_prefix('>').unwrap_or(""),
            _ => self.literal(),
        }
    }

    /// An end tag holds its name and nothing else.
    fn end_tag(&mut self) {
        let inside = self.rest.strip_prefix("</").unwrap_or("");
        let Some((inside, after)) = inside.find(['<', '>']).and_then(|at| inside.split_at_checked(at)) else {
            return self.cut();
        };
        let name = inside.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or("");
        if !name.is_empty() {
            self.out.extend(["</", name, ">"]);
        }
        self.rest = after.strip_prefix('>').unwrap_or(after);
    }

    /// A start tag. No value may hold a `<` (XML 1.0, section 2.3), so one that seems to has lost a quote.
    fn tag(&mut self) {
        let (end, is_quoted) = tag_end(self.rest);
        let Some((tag, after)) = self.rest.split_at_checked(end) else { return };
        if let (Some(after), false) = (after.strip_prefix('>'), is_quoted) {
            self.out.extend([tag, ">"]);
            self.rest = after;
        } else if after.starts_with('<') && !is_quoted {
            self.literal();
        } else if let Some((tag, after)) = self.rest.split_once('>') {
            self.faults.note(Fault::Quote);
            // Without any quotes each value ends at the next space: addresses and media types survive.
            self.out.extend(tag.split(['"', '\'']).chain([">"]));
            self.rest = after;
        } else {
            self.cut();
        }
    }
}

const CDATA: &str = "<![CDATA[";

/// Whether what seems to be one section runs over the end of a story into the next one's section.
fn is_of_stories(content: &str) -> bool {
    let own = content.split_once(CDATA).map(|(own, _)| own);
    own.is_some_and(|own| ["</item>", "</entry>"].into_iter().any(|end| own.contains(end)))
}

/// Where a tag ends or ceases to be one, and whether that is inside quotes.
fn tag_end(tag: &str) -> (usize, bool) {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (_, b'<') | (None, b'>') => return (at, quote.is_some()),
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            _ => {}
        }
    }
    (tag.len(), quote.is_some())
}

/// What follows a document type and its internal subset, whose quoted values and comments may hold any character.
fn after_doctype(text: &str) -> Option<&str> {
    let mut rest = text.strip_prefix('<')?;
    let mut in_subset = false;
    loop {
        let (_, found) = rest.find(['"', '\'', '[', ']', '<', '>']).and_then(|at| rest.split_at_checked(at))?;
        let mut after = found.chars();
        rest = match after.next()? {
            quote @ ('"' | '\'') => after.as_str().split_once(quote)?.1,
            '<' if found.starts_with("<!--") => found.split_once("-->")?.1,
            '<' if !in_subset => return Some(found),
            '>' if !in_subset => return Some(after.as_str()),
            bracket => {
                in_subset = bracket != ']' && (in_subset || bracket == '[');
                after.as_str()
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> String {
        super::mended(text, &mut Faults::default())
    }

    #[test]
    fn what_is_sound_stays_as_it_is() {
        let sound = "<a b='1' c=\"x > y\">R&D &lt; <![CDATA[ <b> & <!-- ]]></a><é:x/>\n";
        assert_eq!(mended(sound), sound);
    }

    #[test]
    fn a_less_than_sign_that_begins_nothing_is_a_character() {
        assert_eq!(mended("<a>1 < 2, <3, <<, <! x</a><"), "<a>1 &lt; 2, &lt;3, &lt;&lt;, &lt;! x</a><");
        assert_eq!(mended("<a <b>x</b>"), "&lt;a <b>x</b>");
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        assert_eq!(mended("<?xml version='1.0'?><!-- <b> --><a><![if IE]>x<![endif]><?php y ></a>"), "<a>x</a>");
        assert_eq!(mended("<a/><!-- <b/>"), "<a/><!-- <b/>", "the document ended in a comment");
    }

    #[test]
    fn a_document_type_ends_behind_its_subset() {
        for subset in ["", " PUBLIC '-//x>' \"y\"", "[<!ENTITY x ']>'><!-- it's --> <!ENTITY y '<b>'> ] ", " [\n]"] {
            assert_eq!(mended(&format!("<!DocType rss{subset}><rss/>")), "<rss/>", "{subset}");
        }
        assert_eq!(mended("<!DOCTYPE rss\n<rss/>"), "<rss/>", "its end is missing");
    }

    #[test]
    fn a_tag_whose_quotes_do_not_pair_ends_at_its_first_end() {
        assert_eq!(mended("<e url=\"/x.jpg type=\"image/jpeg\"/></i>"), "<e url=/x.jpg type=image/jpeg/></i>");
        assert_eq!(mended("<b it's>x</b>"), "<b its>x</b>");
        assert_eq!(mended("<b c='1><d"), "<b c=1><d");
    }

    #[test]
    fn end_tags_keep_their_name_alone() {
        assert_eq!(mended("</a b='c'></d /></></ e></f<g>"), "</a></d></f><g>");
    }

    #[test]
    fn a_section_without_an_end_is_text() {
        assert_eq!(mended("<a><![cdata[x]]><b><![CDATA[y</b></a>"), "<a><![CDATA[x]]><b>y</b></a>");
    }

    #[test]
    fn a_document_of_nothing_but_faults_is_read_to_its_end() {
        for fault in
            ["<", "<a ", "<a b ", "<a '", "<a '>", "<!", "<!x ", "<!--", "<![CDATA[", "<?", "</", "</a ", "<!doctype '"]
        {
            let text = fault.repeat(128 * 1024 / fault.len());
            assert!(mended(&text).len() <= 4 * text.len(), "{fault}");
        }
    }
}
