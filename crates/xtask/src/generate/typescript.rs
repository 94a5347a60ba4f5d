//! The TypeScript of the catalogue: unions of the names, and what a page shows of each.

use serde_json::{Value, json};

use super::catalogue::Catalogue;
use crate::failure::{Doing, Outcome};

const HEAD: &str = "\
/**
 * Generated from `crates/core/data/*.toml` by `cargo xtask gen`. Do not edit: change the data and generate again.
 */
";

pub fn write(catalogue: &Catalogue) -> Outcome<String> {
    let permissions = json!(catalogue.permissions.iter().map(|it| {
        json!({
            "id": it.id, "bit": it.bit, "label": it.label, "line": it.line, "group": it.group, "seat": it.seat,
            "needs": it.needs, "scope": it.scope, "shipped": it.shipped,
        })
    }).collect::<Vec<_>>());
    let roles = json!(catalogue.roles.iter().map(|it| {
        json!({ "id": it.id, "label": it.label, "line": it.line, "permissions": held(catalogue, it.bits) })
    }).collect::<Vec<_>>());
    let plans = json!(
        catalogue
            .plans
            .iter()
            .map(|it| {
                json!({
                    "id": it.id, "label": it.label, "line": it.line, "baseCents": it.base_cents,
                    "freeSeats": it.free_seats, "seatCents": it.seat_cents,
                })
            })
            .collect::<Vec<_>>()
    );
    Ok(format!(
        "{HEAD}\n{}{}{}/** The currency of every price, by its ISO 4217 code. */\nexport const currency = {};\n\n\
        /** The first 16 hexadecimal digits of the SHA-256 over the data files: a page whose digest differs reloads. */\n\
        export const digest = {};\n",
        list("The checkmarks, in the catalogue's order.", "permissions", "Permission", &permissions)?,
        list(
            "The roles that every team has, in the order they are shown.",
            "builtInRoles",
            "BuiltInRole",
            &roles
        )?,
        list(
            "The plans, the smallest first. No `freeSeats`: editors are unlimited and free.",
            "plans",
            "Plan",
            &plans
        )?,
        json!(catalogue.currency),
        json!(catalogue.digest),
    ))
}

fn held(catalogue: &Catalogue, bits: u64) -> Vec<&str> {
    let has = |bit: u32| bits.checked_shr(bit).is_some_and(|rest| rest & 1 == 1);
    catalogue.permissions.iter().filter(|it| has(it.bit)).map(|it| it.id.as_str()).collect()
}

/// A constant list, and the union of its ids.
fn list(about: &str, constant: &str, union: &str, rows: &Value) -> Outcome<String> {
    let rows = serde_json::to_string_pretty(rows).doing(constant)?;
    Ok(format!(
        "/** {about} */\nexport const {constant} = {rows} as const;\n\n\
        /** The id of one of them. */\nexport type {union} = (typeof {constant})[number][\"id\"];\n\n"
    ))
}
