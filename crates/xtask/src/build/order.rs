//! The order in which a module's functions stand: each where gzip, which looks back 32 kB, finds before it what it holds
//! itself. It shortens the Worker by a fifteenth of what it has in the order of names.

use std::collections::HashMap;

use wasmparser::{Parser, Payload};

/// How long a piece of code is that two functions may have in common, in bytes.
const PIECE: usize = 6;
/// A piece that more functions hold says nothing about likeness.
const COMMON: usize = 300;
/// How far back gzip finds a piece, in bytes, less what else stands there.
const WINDOW: usize = 30_000;
/// What a function is taken to be longer, so that tiny ones, which are all alike, do not come first.
const HEAD: u64 = 100;

/// The functions that a module defines.
struct Functions {
    /// How many it imports: their numbers come first.
    imported: u32,
    /// In the order of the module.
    bodies: Vec<Body>,
}

/// A function.
struct Body {
    /// How long it is.
    length: usize,
    /// The pieces that it holds, each once.
    pieces: Vec<u64>,
}

/// The module with a name for each of its functions, in whose alphabetical order they should stand.
pub fn named(module: &[u8]) -> wasmparser::Result<Vec<u8>> {
    let functions = read(module)?;
    let mut names: Vec<(u32, String)> = best_order(&functions.bodies)
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
                functions.bodies.push(Body { length: body.as_bytes().len(), pieces });
            }
            _ => {}
        }
    }
    Ok(functions)
}

fn piece(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |all, byte| (all << 8) | u64::from(*byte))
}

/// Goes from each function to the one that has most in common, for its length, with those before it in gzip's window.
fn best_order(bodies: &[Body]) -> Vec<usize> {
    let mut search = Search::of(bodies);
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    let mut next = (0..bodies.len()).max_by_key(|index| search.length(*index));
    while let Some(index) = next {
        left.retain(|other| *other != index);
        order.push(index);
        search.enter(index);
        search.leave(&order);
        let near = search.near(index);
        // By number where two are as like, so that the same module always comes of the same code.
        let rank = |index: &usize| (search.likeness(*index, &near), std::cmp::Reverse(*index));
        next = left.iter().copied().max_by_key(rank);
    }
    order
}

/// A piece that several functions hold.
struct Piece {
    holders: Vec<usize>,
    /// How often it stands in the window.
    inside: u32,
}

/// What is in the window, and what of it each function holds.
struct Search {
    pieces: Vec<Piece>,
    /// The length of each function, and its telling pieces.
    bodies: Vec<(usize, Vec<usize>)>,
    /// What each has in common with the window.
    common: Vec<u64>,
    /// Where in the order the window begins, and how long it is.
    begin: usize,
    length: usize,
}

impl Search {
    fn of(bodies: &[Body]) -> Self {
        let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
        for (index, body) in bodies.iter().enumerate() {
            for piece in &body.pieces {
                holders.entry(*piece).or_default().push(index);
            }
        }
        holders.retain(|_, holders| (2..=COMMON).contains(&holders.len()));
        let mut telling: Vec<(u64, Vec<usize>)> = holders.into_iter().collect();
        telling.sort_unstable();
        let mut kept: Vec<(usize, Vec<usize>)> =
            bodies.iter().map(|body| (body.length, Vec::new())).collect();
        for (piece, (_, holders)) in telling.iter().enumerate() {
            for holder in holders {
                if let Some((_, pieces)) = kept.get_mut(*holder) {
                    pieces.push(piece);
                }
            }
        }
        let pieces = telling.into_iter().map(|(_, holders)| Piece { holders, inside: 0 }).collect();
        Self { pieces, common: vec![0; bodies.len()], bodies: kept, begin: 0, length: 0 }
    }

    fn length(&self, index: usize) -> usize {
        self.bodies.get(index).map_or(0, |(length, _)| *length)
    }

    /// A function is put behind the others.
    fn enter(&mut self, index: usize) {
        let Some((length, pieces)) = self.bodies.get(index) else { return };
        self.length = self.length.saturating_add(*length);
        for piece in pieces {
            let Some(piece) = self.pieces.get_mut(*piece) else { continue };
            piece.inside = piece.inside.saturating_add(1);
            if piece.inside == 1 {
                add(&mut self.common, piece, u64::saturating_add);
            }
        }
    }

    /// The first ones leave, as long as there is too much in the window.
    fn leave(&mut self, order: &[usize]) {
        while self.length > WINDOW && self.begin.saturating_add(1) < order.len() {
            let Some((length, pieces)) = order.get(self.begin).and_then(|index| self.bodies.get(*index))
            else {
                return;
            };
            self.begin = self.begin.saturating_add(1);
            self.length = self.length.saturating_sub(*length);
            for piece in pieces {
                let Some(piece) = self.pieces.get_mut(*piece) else { continue };
                piece.inside = piece.inside.saturating_sub(1);
                if piece.inside == 0 {
                    add(&mut self.common, piece, u64::saturating_sub);
                }
            }
        }
    }

    /// What each function has in common with this one.
    fn near(&self, index: usize) -> Vec<u64> {
        let mut near = vec![0; self.bodies.len()];
        let pieces = self.bodies.get(index).map(|(_, pieces)| pieces.as_slice()).unwrap_or_default();
        for piece in pieces.iter().filter_map(|piece| self.pieces.get(*piece)) {
            add(&mut near, piece, u64::saturating_add);
        }
        near
    }

    /// What a function has in common with the window, for its length. What it has in common with the one that stands
    /// last counts more than twice: what is near is said in fewer bits.
    fn likeness(&self, index: usize, near: &[u64]) -> u64 {
        let common = self.common.get(index).copied().unwrap_or_default();
        let near = near.get(index).copied().unwrap_or_default();
        let length = u64::try_from(self.length(index)).unwrap_or(u64::MAX).saturating_add(HEAD);
        common
            .saturating_mul(2)
            .saturating_add(near.saturating_mul(3))
            .saturating_mul(1_000_000)
            .div_euclid(length)
    }
}

/// Counts a piece for all that hold it: the fewer they are, the more it says.
fn add(counts: &mut [u64], piece: &Piece, add: fn(u64, u64) -> u64) {
    let weight = 12_u64.saturating_sub(u64::from(piece.holders.len().max(1).ilog2()));
    for holder in &piece.holders {
        if let Some(count) = counts.get_mut(*holder) {
            *count = add(*count, weight);
        }
    }
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
        let body = |length: usize, pieces: &[u64]| Body { length, pieces: pieces.to_vec() };
        let bodies =
            [body(9, &[1, 2]), body(9, &[7, 8]), body(9, &[1, 2, 3]), body(9, &[7, 9]), body(2, &[])];
        let order = best_order(&bodies);
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
