//! What a stranger's text goes through before it stands in a mail: shortened, cleaned, and escaped for HTML.

use std::borrow::Cow;

/// The most characters of a name or title that a mail shows.
const MOST_CHARS: usize = 60;
/// The most characters of a subject.
const MOST_SUBJECT_CHARS: usize = 150;

/// Whether a character stays out of every mail: line ends would make headers, others change what is read.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A space of no width: after a dot or colon it is not seen, and what mail programs would take for an address of the web
/// is none any more.
const NOTHING: char = '\u{200b}';

/// A name or title as a mail shows it: on one line, shortened, without hidden characters, and without what mail programs
/// turn into a link that nobody here wrote: `http://x`, `evil.example` and `a@evil.example` look as they did, but are
/// addresses no more.
#[must_use]
pub fn shown(text: &str) -> String {
    let line: String = text.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut out = String::new();
    let mut last = ' ';
    for c in cut(&words.join(" "), MOST_CHARS).chars() {
        if matches!(last, '.' | ':' | '。' | '．' | '｡') && c != ' ' {
            out.push(NOTHING);
        }
        out.push(c);
        last = c;
    }
    out
}

/// A subject: one line, whatever came into it.
#[must_use]
pub fn subject(text: &str) -> String {
    let line: String = text.chars().map(|c| if is_hidden(c) && c != NOTHING { ' ' } else { c }).collect();
    cut(line.trim(), MOST_SUBJECT_CHARS)
}

/// The text with everything that HTML reads as its own written out.
#[must_use]
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// `pattern` with each `{name}` replaced by what `slot` gives for it, in one pass: what is put in is not read again.
pub fn fill<'a>(pattern: &str, slot: impl Fn(&str) -> Cow<'a, str>) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        out.push_str(before);
        out.push_str(&slot(name));
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_begin_a_header_or_hide() {
        assert_eq!(shown("Ana\r\nBcc: x@e"), "Ana Bcc: x@e");
        assert_eq!(shown("\u{202e}moc\u{200b}x"), "moc x");
        assert_eq!(subject("Join Team\r\n\r\n<script>"), "Join Team    <script>");
    }

    #[test]
    fn a_name_is_no_link_and_is_shortened() {
        assert_eq!(
            shown("Win: https://evil.example/x now."),
            "Win: https:\u{200b}//evil.\u{200b}example/x now."
        );
        assert_eq!(shown("a@www.evil.com"), "a@www.\u{200b}evil.\u{200b}com");
        assert_eq!(shown(&"я".repeat(80)).chars().count(), 60);
        assert!(subject(&"a".repeat(500)).ends_with('…'));
    }

    #[test]
    fn markup_is_written_out() {
        assert_eq!(html(r#"<a href="x">'&'"#), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;");
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        let slot = |name: &str| if name == "a" { Cow::Borrowed("{b}") } else { Cow::Borrowed("B") };
        assert_eq!(fill("{a} and {b} and {", slot), "{b} and B and {");
    }
}
