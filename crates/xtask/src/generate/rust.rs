//! The Rust of the catalogue: enums whose every property is a `const fn`.

use std::io::Write;
use std::process::Stdio;

use super::catalogue::{Catalogue, Permission, name};
use crate::command::command;
use crate::failure::{Doing, Failure, Outcome};

const HEAD: &str = "\
//! Generated from `data/*.toml` by `cargo xtask gen`. Do not edit: change the data and generate again.

use crate::permission::{Group, PermissionSet, Scope};
use crate::plan::Terms;
";

/// One enum: its documentation, its name, and each variant's id and documentation.
struct Enum<'a> {
    about: &'a str,
    name: &'a str,
    all: &'a str,
    id: &'a str,
    variants: Vec<(String, String)>,
}

pub fn write(catalogue: &Catalogue) -> Outcome<String> {
    let Catalogue { currency, digest, .. } = catalogue;
    formatted(&format!(
        "{HEAD}\n{}{}{}\n/// The currency of every price, by its ISO 4217 code.\npub const CURRENCY: &str = \"{currency}\";\n\n\
        /// The first 16 hexadecimal digits of the SHA-256 over the data files: a page whose digest differs reloads.\n\
        pub const DIGEST: &str = \"{digest}\";\n",
        permissions(catalogue),
        roles(catalogue),
        plans(catalogue)
    ))
}

fn permissions(catalogue: &Catalogue) -> String {
    let all = &catalogue.permissions;
    let each = |value: fn(&Permission) -> String| {
        all.iter().map(|it| (it.id.clone(), value(it))).collect::<Vec<_>>()
    };
    let bodies = [
        property(
            "The number of its bit, given once and never reused.",
            "bit",
            "u8",
            &each(|it| it.bit.to_string()),
        ),
        property(
            "The heading that it stands under.",
            "group",
            "Group",
            &each(|it| format!("Group::{}", it.group)),
        ),
        property(
            "Whether holding it takes an editor seat.",
            "takes_seat",
            "bool",
            &each(|it| it.seat.to_string()),
        ),
        property("The permission that it cannot be held without.", "needs", "Option<Self>", &each(needs)),
        property(
            "Where it can be held.",
            "scope",
            "Scope",
            &each(|it| format!("Scope::{}", name(&it.scope))),
        ),
        property("Whether a route works behind it.", "shipped", "bool", &each(|it| it.shipped.to_string())),
    ];
    let head = Enum {
        about: "One checkmark of the catalogue.",
        name: "Permission",
        all: "Every permission, in the catalogue's order.",
        id: "The name that the API and the package use.",
        variants: all.iter().map(|it| (it.id.clone(), format!("`{}`: {}.", it.id, it.label))).collect(),
    };
    head.write(&bodies.join("\n"))
}

fn needs(permission: &Permission) -> String {
    permission.needs.as_ref().map_or_else(|| "None".to_owned(), |id| format!("Some(Self::{})", name(id)))
}

fn roles(catalogue: &Catalogue) -> String {
    let all = &catalogue.roles;
    let sets: Vec<_> =
        all.iter().map(|it| (it.id.clone(), format!("PermissionSet::from_bits({:#x})", it.bits))).collect();
    let head = Enum {
        about: "A role that every team has.",
        name: "BuiltInRole",
        all: "Every built-in role, in the order they are shown.",
        id: "The name that the API and the database use.",
        variants: all.iter().map(|it| (it.id.clone(), format!("{}: {}", it.label, it.line))).collect(),
    };
    let labels: Vec<_> = all.iter().map(|it| (it.id.clone(), format!("{:?}", it.label))).collect();
    let label = property("What pages call it in English.", "label", "&'static str", &labels);
    let set = property("What it holds.", "set", "PermissionSet", &sets);
    head.write(&format!("{label}\n{set}"))
}

fn plans(catalogue: &Catalogue) -> String {
    let all = &catalogue.plans;
    let terms: Vec<_> = all
        .iter()
        .map(|it| {
            let (base, free, seat) = (it.base_cents, it.free_seats, it.seat_cents);
            (
                it.id.clone(),
                format!("Terms {{ base_cents: {base}, free_seats: {free:?}, seat_cents: {seat} }}"),
            )
        })
        .collect();
    let head = Enum {
        about: "A plan of the owner's.",
        name: "Plan",
        all: "Every plan, the smallest first.",
        id: "The name that the API and the database use.",
        variants: all.iter().map(|it| (it.id.clone(), format!("{}: {}", it.label, it.line))).collect(),
    };
    head.write(&property("What it costs and includes.", "terms", "Terms", &terms))
}

impl Enum<'_> {
    fn write(&self, bodies: &str) -> String {
        let Self { about, name: title, all, id, variants } = self;
        let declared: String =
            variants.iter().map(|(id, about)| format!("/// {about}\n{},\n", name(id))).collect();
        let listed: String = variants.iter().map(|(id, _)| format!("Self::{},", name(id))).collect();
        let ids: Vec<_> = variants.iter().map(|(id, _)| (id.clone(), format!("\"{id}\""))).collect();
        let ids = property(id, "id", "&'static str", &ids);
        format!(
            "\n/// {about}\n#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\npub enum {title} {{\n{declared}}}\n\n\
            impl {title} {{\n/// {all}\npub const ALL: &'static [Self] = &[{listed}];\n\n{ids}\n{bodies}}}\n"
        )
    }
}

/// A `const fn` with one arm for each variant.
fn property(about: &str, function: &str, kind: &str, values: &[(String, String)]) -> String {
    let arms: String = values.iter().map(|(id, value)| format!("Self::{} => {value},\n", name(id))).collect();
    format!(
        "/// {about}\n#[must_use]\npub const fn {function}(self) -> {kind} {{\nmatch self {{\n{arms}}}\n}}\n"
    )
}

/// As `cargo fmt` would leave it.
fn formatted(text: &str) -> Outcome<String> {
    let mut rustfmt = command("rustfmt");
    rustfmt.args(["--edition", "2024"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = rustfmt.spawn().doing("rustfmt")?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes()).doing("rustfmt")?;
    }
    let output = child.wait_with_output().doing("rustfmt")?;
    if !output.status.success() {
        return Err(Failure::new("rustfmt refuses what was generated from the catalogue"));
    }
    String::from_utf8(output.stdout).doing("rustfmt")
}
