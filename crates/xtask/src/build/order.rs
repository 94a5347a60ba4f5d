//! The order in which a module's functions stand: each beside those that it is most like, so that gzip, which looks back
//! 32 kB, finds in one what it knows of the other. It shortens the Worker by a thirtieth more than the order of names.

use std::collections::HashMap;

use wasmparser::{Parser, Payload};

/// How long a piece of code is that two functions may have in common, in bytes.
const PIECE: usize = 5;
/// A piece that more functions hold says nothing about likeness.
const COMMON: usize = 60;
/// How many of the functions that stand before are compared with.
const BEFORE: usize = 3;

/// The functions that a module defines.
struct Functions {
    /// How many it imports: their numbers come first.
    imported: u32,
    /// The length of each body, and its telling pieces.
    bodies: Vec<(usize, Vec<u64>)>,
}

/// The module with a name for each of its functions, in whose alphabetical order they should stand.
pub fn named(module: &[u8]) -> wasmparser::Result<Vec<u8>> {
    let functions = read(module)?;
    let mut names: Vec<(u32, String)> = chain(&functions.bodies)
        .into_iter()
        .enumerate()
        .map(|(rank, index)| {
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            (functions.imported.saturating_add(index), format!("{rank:06}"))
        })
        .collect();
    names.sort_unstable();
    let mut list = Vec::new();
    put_number(&mut list, names.len());
    for (index, name) in names {
        put_number(&mut list, usize::try_from(index).unwrap_or(usize::MAX));
        put_bytes(&mut list, name.as_bytes());
    }
    let mut section = Vec::new();
    put_bytes(&mut section, b"name");
    section.push(1);
    put_bytes(&mut section, &list);
    let mut whole = module.to_vec();
    whole.push(0);
    put_bytes(&mut whole, &section);
    Ok(whole)
}

fn read(module: &[u8]) -> wasmparser::Result<Functions> {
    let mut functions = Functions { imported: 0, bodies: Vec::new() };
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    if matches!(import?.ty, wasmparser::TypeRef::Func(_)) {
                        functions.imported = functions.imported.saturating_add(1);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let mut pieces: Vec<u64> = body.as_bytes().windows(PIECE).map(piece).collect();
                pieces.sort_unstable();
                pieces.dedup();
                functions.bodies.push((body.as_bytes().len(), pieces));
            }
            _ => {}
        }
    }
    let mut holders: HashMap<u64, usize> = HashMap::new();
    for piece in functions.bodies.iter().flat_map(|(_, pieces)| pieces) {
        let count = holders.entry(*piece).or_default();
        *count = count.saturating_add(1);
    }
    for (_, pieces) in &mut functions.bodies {
        pieces.retain(|piece| holders.get(piece).is_some_and(|count| (2..=COMMON).contains(count)));
    }
    Ok(functions)
}

fn piece(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |all, byte| (all << 8) | u64::from(*byte))
}

/// Goes from each function to the likest that is left; where none is like it, to the longest.
fn chain(bodies: &[(usize, Vec<u64>)]) -> Vec<usize> {
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, (_, pieces)) in bodies.iter().enumerate() {
        for piece in pieces {
            holders.entry(*piece).or_default().push(index);
        }
    }
    let mut by_length: Vec<usize> = (0..bodies.len()).collect();
    by_length.sort_by_key(|index| std::cmp::Reverse(bodies.get(*index).map_or(0, |(length, _)| *length)));
    let mut longest = by_length.into_iter();
    let mut left = vec![true; bodies.len()];
    let mut order: Vec<usize> = Vec::new();
    let mut next = longest.next();
    while let Some(index) = next {
        if let Some(place) = left.get_mut(index) {
            *place = false;
        }
        order.push(index);
        next = likest(bodies, &holders, &left, &order)
            .or_else(|| longest.by_ref().find(|index| left.get(*index) == Some(&true)));
    }
    order
}

/// The function that is left with the most in common, for its length, with those that stand last.
fn likest(
    bodies: &[(usize, Vec<u64>)],
    holders: &HashMap<u64, Vec<usize>>,
    left: &[bool],
    order: &[usize],
) -> Option<usize> {
    let mut common: HashMap<usize, usize> = HashMap::new();
    for (distance, index) in order.iter().rev().take(BEFORE).enumerate() {
        let weight = BEFORE.saturating_sub(distance);
        for other in bodies.get(*index)?.1.iter().filter_map(|piece| holders.get(piece)).flatten() {
            if left.get(*other) == Some(&true) {
                let count = common.entry(*other).or_default();
                *count = count.saturating_add(weight);
            }
        }
    }
    let likeness = |index: usize, common: usize| {
        let length = bodies.get(index).map_or(0, |(length, _)| *length).saturating_add(40);
        common.saturating_mul(1_000_000).div_euclid(length)
    };
    // By number where two are as like, so that the same module always comes of the same code.
    common
        .into_iter()
        .max_by_key(|(index, common)| (likeness(*index, *common), std::cmp::Reverse(*index)))
        .map(|(index, _)| index)
}

/// A number as wasm writes it (LEB128).
pub fn put_number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

pub fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len());
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_beside_its_like_and_none_is_lost() {
        let bodies = vec![(9, vec![1, 2]), (9, vec![7, 8]), (9, vec![1, 2, 3]), (9, vec![7, 9]), (2, vec![])];
        let order = chain(&bodies);
        let place = |index: usize| order.iter().position(|it| *it == index).unwrap();
        assert_eq!((place(0).abs_diff(place(2)), place(1).abs_diff(place(3))), (1, 1));
        assert_eq!(order.len(), bodies.len());
    }

    #[test]
    fn numbers_are_written_as_wasm_reads_them() {
        let mut out = Vec::new();
        put_number(&mut out, 624_485);
        assert_eq!(out, [0xe5, 0x8e, 0x26]);
    }
}
