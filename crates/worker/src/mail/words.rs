//! The words of the mails: a file for each language, and one for their look, that lie beside the page as assets, so that
//! the Worker need not carry them. A file has sections, `[name]`, of lines, `key = text`. In a mail's section `subject`
//! is its subject, `why` its last line (where it is not the general one); all else stands in the mail in its order:
//! `p` a paragraph, `code` a code, `button` the one button.
//!
//! Slots: `{who}` did it or is spoken of, `{team}`, `{place}` (the project with its team, or the team), `{what}` (a
//! checkmark), `{post}`, `{code}`, `{until}`, `{address}`.

use roster_core::model::Language;

/// A file of words.
#[derive(Debug)]
pub struct Words(String);

impl Words {
    /// The words in a file; `None`: it is another file.
    pub fn of(file: &str) -> Option<Self> {
        file.starts_with('[').then(|| Self(format!("\n{file}")))
    }

    /// The lines of a section: key and text.
    pub fn section<'a>(&'a self, name: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let section = self.0.split_once(&format!("\n[{name}]\n")).map_or("", |(_, rest)| rest);
        let own = section.split("\n[").next().unwrap_or_default();
        own.lines().filter_map(|line| line.split_once(" = "))
    }

    /// One text of a section, or nothing.
    pub fn get(&self, section: &str, key: &str) -> &str {
        self.section(section).find(|(found, _)| *found == key).map_or("", |(_, text)| text)
    }
}

/// Where the words of a language lie.
pub const fn path_of(language: Language) -> &'static str {
    match language {
        Language::English => "/mails/en.txt",
        Language::Russian => "/mails/ru.txt",
    }
}

/// Where the look of mails lies.
pub const LOOK: &str = "/mails/html.txt";

#[cfg(test)]
pub mod tests {
    use roster_core::Permission;

    use super::*;

    /// The words of a language, as they are shipped.
    pub fn words(language: Language) -> Words {
        let file = match language {
            Language::English => include_str!("../../../../www/public/mails/en.txt"),
            Language::Russian => include_str!("../../../../www/public/mails/ru.txt"),
        };
        Words::of(file).unwrap()
    }

    /// The look, as it is shipped.
    pub fn look() -> Words {
        Words::of(include_str!("../../../../www/public/mails/html.txt")).unwrap()
    }

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let words = Words::of("[a]\nx = 1 = 2\np = [b]\n\n[b]\nx = 3\n").unwrap();
        assert_eq!(words.section("a").collect::<Vec<_>>(), [("x", "1 = 2"), ("p", "[b]")]);
        assert_eq!((words.get("b", "x"), words.get("b", "y"), words.get("c", "x")), ("3", "", ""));
        assert!(Words::of("<!doctype html>").is_none());
    }

    #[test]
    fn every_checkmark_has_a_name() {
        for (language, permission) in
            Language::ALL.into_iter().flat_map(|it| Permission::ALL.iter().map(move |one| (it, one)))
        {
            assert!(
                !words(language).get("checkmarks", permission.id()).is_empty(),
                "{language:?} {permission:?}"
            );
        }
    }

    #[test]
    fn both_languages_say_the_same_with_the_same_slots() {
        let shape = |language| {
            let words = words(language);
            let lines = words.0.lines().filter(|line| !line.is_empty()).map(|line| {
                let Some((key, text)) = line.split_once(" = ") else { return line.to_owned() };
                let mut slots: Vec<&str> =
                    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
                slots.retain(|slot| *slot != "who");
                slots.sort_unstable();
                slots.dedup();
                format!("{key} {slots:?}")
            });
            lines.collect::<Vec<_>>()
        };
        assert_eq!(shape(Language::English), shape(Language::Russian));
    }

    #[test]
    fn the_russian_says_nothing_in_english() {
        for line in words(Language::Russian).0.lines().filter(|line| !line.starts_with('[')) {
            let text =
                line.split_once(" = ").map_or("", |(_, text)| text).replace("Roster", "").replace("UTC", "");
            let own: String = text.split('{').map(|part| part.rsplit('}').next().unwrap_or(part)).collect();
            assert!(
                line.starts_with("language") || !own.contains(|c: char| c.is_ascii_alphabetic()),
                "{line}"
            );
        }
    }
}
