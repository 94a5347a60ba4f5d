//! What people may type as a name, a title or a text: cleaned, bounded, and free of characters that deceive.

use crate::email::Address;
use crate::id::ImageId;

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Nothing is left after trimming.
    Empty,
    /// More than this many characters.
    TooLong(usize),
    /// A control character, or one that changes the direction of what follows.
    Forbidden,
}

impl TextError {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "text_empty",
            Self::TooLong(_) => "text_too_long",
            Self::Forbidden => "text_forbidden_character",
        }
    }
}

/// Longest name of a person, team or project, in characters.
pub const NAME_CHARS: usize = 80;
/// Longest title of a post, in characters.
pub const TITLE_CHARS: usize = 200;
/// Longest text of a post, in characters.
pub const BODY_CHARS: usize = 100_000;

/// A name on one line, 1 to 80 characters, trimmed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

/// The title of a post: one line, 1 to 200 characters, trimmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title(String);

/// The text of a post: any number of lines, up to 100,000 characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body(String);

/// Direction overrides and isolates, invisible letters, line separators, tags: what lets a name pretend.
const fn deceives(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180e}'
        | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Joiners belong between letters of other scripts and in emoji; beside ASCII they only hide.
fn joins_nothing(text: &str) -> bool {
    let mut before = 'a';
    for c in text.chars() {
        if matches!(c, '\u{200c}' | '\u{200d}') && before.is_ascii() {
            return true;
        }
        before = c;
    }
    false
}

fn line(text: &str, most: usize) -> Result<String, TextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    if text.chars().count() > most {
        return Err(TextError::TooLong(most));
    }
    if text.chars().any(|c| c.is_control() || deceives(c)) || joins_nothing(text) {
        return Err(TextError::Forbidden);
    }
    Ok(text.to_owned())
}

impl Name {
    /// A name that was checked before it was stored, by [`Self::parse`].
    #[must_use]
    pub const fn stored(text: String) -> Self {
        Self(text)
    }

    /// What everybody is called whose account is deleted. Pages say it in their own language.
    #[must_use]
    pub fn gone() -> Self {
        Self("Deleted account".to_owned())
    }

    /// Cleans and checks what was typed.
    ///
    /// # Errors
    /// When it is empty, too long, or holds a character that a name may not.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        line(text, NAME_CHARS).map(Self)
    }

    /// What somebody is called who has not said their name: the part of their address before the `@`.
    #[must_use]
    pub fn of_address(address: &Address) -> Self {
        let local = address.as_str().rsplit_once('@').map_or("", |(local, _)| local);
        Self::parse(local).unwrap_or_else(|_| Self("New teammate".to_owned()))
    }

    /// The name, as it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Title {
    /// A title that was checked before it was stored, by [`Self::parse`].
    #[must_use]
    pub const fn stored(text: String) -> Self {
        Self(text)
    }

    /// Cleans and checks what was typed.
    ///
    /// # Errors
    /// When it is empty, too long, or holds a character that a title may not.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        line(text, TITLE_CHARS).map(Self)
    }

    /// The title, as it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Body {
    /// A text that was checked before it was stored, by [`Self::parse`].
    #[must_use]
    pub const fn stored(text: String) -> Self {
        Self(text)
    }

    /// Checks what was typed; line ends become `\n`.
    ///
    /// # Errors
    /// When it is too long, or holds a control character other than a line end or a tab.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if text.chars().count() > BODY_CHARS {
            return Err(TextError::TooLong(BODY_CHARS));
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(TextError::Forbidden);
        }
        Ok(Self(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The images that stand in it, each once: a line of its own, `![what it shows](image:ID)`. Whether there is such
    /// an image is not asked; who reads the post sees it if they may.
    #[must_use]
    pub fn images(&self) -> Vec<ImageId> {
        let mut found: Vec<ImageId> = self.0.lines().filter_map(image_of).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn image_of(line: &str) -> Option<ImageId> {
    let (_, id) = line.trim().strip_prefix("![")?.strip_suffix(')')?.rsplit_once("](image:")?;
    id.parse().ok()
}

/// What a text looks like to somebody who skims it: without case, width, accents that were added to a letter, and
/// letters of another script that look the same. Two roles of a team do not look alike.
#[must_use]
pub fn likeness(text: &str) -> String {
    let mut out = String::new();
    for c in text.to_lowercase().chars().filter_map(plain) {
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

/// The letter that a lower-case one is taken for; `None` for what is not seen.
fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' => return None,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).saturating_sub(0xfee0)).unwrap_or(c),
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'н' | 'һ' => 'h',
        'і' | 'ι' | 'ı' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' => 'm',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'ν' => 'v',
        'ԝ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'υ' => 'y',
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_trimmed_bounded_and_honest() {
        assert_eq!(Name::parse("  Ana  ").map(|n| n.as_str().to_owned()), Ok("Ana".to_owned()));
        assert_eq!(Name::parse(" \n"), Err(TextError::Empty));
        assert_eq!(Name::parse(&"a".repeat(81)), Err(TextError::TooLong(80)));
        assert_eq!(Name::parse("Ana\nBcc: x"), Err(TextError::Forbidden));
        assert_eq!(Name::parse("\u{202e}gnp.exe"), Err(TextError::Forbidden));
        for hidden in ["\u{ad}", "\u{3164}", "\u{115f}\u{1160}", "\u{2800}", "A\u{200d}na", "\u{200d}"] {
            assert_eq!(Name::parse(hidden), Err(TextError::Forbidden), "{hidden:?}");
        }
        for fine in ["Йоханна O'Söder 🦊", "Dr. 👩\u{200d}💻", "می\u{200c}خواهم"] {
            assert!(Name::parse(fine).is_ok(), "{fine}");
        }
    }

    #[test]
    fn names_that_look_alike_are_alike() {
        for same in ["Press", "PRESS", "Рress", "Ｐｒｅｓｓ", "Pre\u{301}ss", "pr\u{435}ss"] {
            assert_eq!(likeness(same), "press", "{same:?}");
        }
        assert_eq!(likeness("Press \u{a0} desk"), likeness("press desk"));
        assert_ne!(likeness("Press"), likeness("Presse"));
    }

    #[test]
    fn a_text_keeps_its_lines() {
        assert_eq!(Body::parse("a\r\nb\rc").map(|b| b.as_str().to_owned()), Ok("a\nb\nc".to_owned()));
        assert_eq!(Body::parse("a\u{0}b"), Err(TextError::Forbidden));
    }

    #[test]
    fn an_image_stands_on_a_line_of_its_own() {
        let id = "0000000000007";
        let images = |text: String| Body::parse(&text).map(|body| body.images());
        let seven = Ok(vec![ImageId(7)]);
        assert_eq!(images(format!("a\n![A cat](image:{id})\n  ![](image:{id})  \nb")), seven);
        assert_eq!(images(format!("![a](b](image:{id})](image:{id})")), seven);
        for none in [
            format!("see ![A cat](image:{id})"),
            format!("![A cat](image:{id}) there"),
            "![A cat](image:7)".to_owned(),
            format!("![A cat](https://evil.example/{id})"),
            format!("[A cat](image:{id})"),
            "![".to_owned(),
        ] {
            assert_eq!(images(none.clone()), Ok(vec![]), "{none}");
        }
    }
}
