//! Short names for what the Worker's module and its JavaScript call each other: wasm-bindgen gives each import a hash,
//! which no compression shortens and nobody reads.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use wasmparser::{BinaryReader, Parser, Payload};

use super::order::{put_bytes, put_number};
use crate::failure::{Doing, Outcome};

/// How the names begin that wasm-bindgen made up; all others mean something to somebody else.
const MADE_UP: [&str; 3] = ["__wb", "__externref", "wasm_bindgen_"];

/// The sections of a module that hold names.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// Old names, and the new ones.
type Names = BTreeMap<String, String>;

/// Renames in both files alike.
pub fn shorten(shim: &Path, module: &Path) -> Outcome {
    let bytes = std::fs::read(module).doing(module.display())?;
    let text = std::fs::read_to_string(shim).doing(shim.display())?;
    let sections = sections(&bytes).doing(module.display())?;
    let names = names(&sections);
    std::fs::write(module, renamed(&bytes, &sections, &names)).doing(module.display())?;
    std::fs::write(shim, in_script(&text, &names)).doing(shim.display())
}

/// An entry of the imports or exports: what stands before its name, the name, and what follows.
struct Entry<'a> {
    before: &'a [u8],
    name: &'a str,
    after: &'a [u8],
}

/// A section with names, where it is with its head, and what it holds.
struct Section<'a> {
    id: u8,
    whole: Range<usize>,
    entries: Vec<Entry<'a>>,
}

fn sections(module: &[u8]) -> wasmparser::Result<Vec<Section<'_>>> {
    let mut found = Vec::new();
    // Where the head of the next section begins: behind the module's own head, then behind each section.
    let mut head = 8;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let Some((id, range)) = payload.as_section() else { continue };
        let end = place(range.end);
        let mut bounds = match &payload {
            Payload::ImportSection(section) => places(section.clone().into_imports_with_offsets())?,
            Payload::ExportSection(section) => places(section.clone().into_iter_with_offsets())?,
            _ => Vec::new(),
        };
        bounds.push(end);
        if matches!(id, IMPORTS | EXPORTS) {
            let entries =
                bounds.iter().zip(bounds.iter().skip(1)).map(|(from, to)| entry(module, id, *from..*to));
            found.push(Section { id, whole: head..end, entries: entries.collect::<Result<_, _>>()? });
        }
        head = end;
    }
    Ok(found)
}

fn places<T>(items: impl Iterator<Item = wasmparser::Result<(u64, T)>>) -> wasmparser::Result<Vec<usize>> {
    items.map(|item| Ok(place(item?.0))).collect()
}

fn place(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

fn entry(module: &[u8], id: u8, range: Range<usize>) -> wasmparser::Result<Entry<'_>> {
    let bytes = module.get(range).unwrap_or_default();
    let mut reader = BinaryReader::new(bytes, 0);
    if id == IMPORTS {
        reader.read_string()?;
    }
    let before = bytes.get(..place(reader.original_position())).unwrap_or_default();
    let name = reader.read_string()?;
    Ok(Entry { before, name, after: bytes.get(place(reader.original_position())..).unwrap_or_default() })
}

/// A name of two letters for each that was made up.
fn names(sections: &[Section]) -> Names {
    let old = sections.iter().flat_map(|section| &section.entries).map(|entry| entry.name);
    let letters = || 'a'..='z';
    let new = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    let old: BTreeSet<&str> =
        old.filter(|name| MADE_UP.iter().any(|start| name.starts_with(start))).collect();
    old.into_iter().map(str::to_owned).zip(new).collect()
}

fn renamed(module: &[u8], sections: &[Section], names: &Names) -> Vec<u8> {
    let mut out = Vec::new();
    let mut at = 0;
    for section in sections {
        out.extend_from_slice(module.get(at..section.whole.start).unwrap_or_default());
        let mut body = Vec::new();
        put_number(&mut body, section.entries.len());
        for Entry { before, name, after } in &section.entries {
            body.extend_from_slice(before);
            put_bytes(&mut body, names.get(*name).map_or(*name, String::as_str).as_bytes());
            body.extend_from_slice(after);
        }
        out.push(section.id);
        put_bytes(&mut out, &body);
        at = section.whole.end;
    }
    out.extend_from_slice(module.get(at..).unwrap_or_default());
    out
}

/// The script with whole words replaced: they stand in it as keys and after dots only.
fn in_script(text: &str, names: &Names) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (word, behind) = rest.split_at(rest.find(|letter| !is_part(letter)).unwrap_or(rest.len()));
        out.push_str(names.get(word).map_or(word, String::as_str));
        let other = behind.find(is_part).unwrap_or(behind.len());
        let (between, next) = behind.split_at(other);
        out.push_str(between);
        rest = next;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports `./a` `__wbg_x_01` as a function and exports it as `run` and as `__wbindgen_free`.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x12\x01\x03./a\x0a__wbg_x_01\0\0\
        \x07\x19\x02\x03run\0\0\x0f__wbindgen_free\0\0";

    #[test]
    fn what_was_made_up_is_renamed_in_both_files_alike() {
        let found = sections(MODULE).unwrap();
        let names = names(&found);
        let module = renamed(MODULE, &found, &names);
        let again = sections(&module).unwrap();
        let left: Vec<&str> =
            again.iter().flat_map(|section| &section.entries).map(|entry| entry.name).collect();
        assert_eq!(left, ["aa", "run", "ab"]);
        let script = "z(N,{__wbg_x_01:()=>D});r.run(r.__wbindgen_free,__wbg_x_012)";
        assert_eq!(in_script(script, &names), "z(N,{aa:()=>D});r.run(r.ab,__wbg_x_012)");
    }
}
