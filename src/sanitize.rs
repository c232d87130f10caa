//! What of an article's body may be shown.
//!
//! This room decides which parts of hostile HTML reach the page. It refuses to know the DOM. For now it knows one
//! answer: plain paragraphs, so that nothing of the source but its words gets through.

use crate::decode::markup::{Piece, Tag, is_block, is_cell, scan};
use crate::decode::references::push_decoded;
use crate::decode::text::plain;

/// The body as lines of plain text, in order. Block elements and `<br>` begin a new line; scripts, styles, frames and other
/// things without words are dropped with their content; empty lines are left out.
///
/// | in | out |
/// |---|---|
/// | `<p>One &amp; two</p><ul><li>a</li></ul>` | `One & two`, `a` |
pub fn paragraphs(html: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in scan(html) {
        match piece {
            Piece::Text(text) => push_decoded(&mut line, text, true),
            Piece::Open(Tag { name, .. }) | Piece::Close(name) => {
                if is_block(name) {
                    lines.extend(plain(&line));
                    line.clear();
                } else if is_cell(name) {
                    line.push(' ');
                }
            }
        }
    }
    lines.extend(plain(&line));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_line_breaks_begin_new_lines() {
        let html = "intro<p>One <b>bold</b>\n word</p><p>Two<br>three</p><ul><li>a<li>b</ul><h2>End</h2>";
        assert_eq!(paragraphs(html), ["intro", "One bold word", "Two", "three", "a", "b", "End"]);
    }

    #[test]
    fn nothing_that_runs_or_frames_gets_through() {
        let html = "<p onclick=x>a<script>alert(1)</script></p><style>p{}</style><iframe src=x>f</iframe><template>t</template>";
        assert_eq!(paragraphs(html), ["a"]);
    }

    #[test]
    fn cells_of_a_row_stay_on_one_line() {
        assert_eq!(paragraphs("<table><tr><td>Pier</td><td>3</td></tr><tr><td>x</table>"), ["Pier 3", "x"]);
    }

    #[test]
    fn empty_blocks_and_bare_spaces_leave_no_paragraph() {
        assert_eq!(paragraphs("<p>&nbsp;</p>\n<p> </p><div></div>"), Vec::<String>::new());
    }

    #[test]
    fn escaped_markup_is_shown_as_text() {
        assert_eq!(paragraphs("<p>use &lt;b&gt; &amp;amp;</p>"), ["use <b> &amp;"]);
    }
}
