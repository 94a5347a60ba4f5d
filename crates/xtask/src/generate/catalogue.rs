//! The catalogue: checkmarks, built-in roles and plans, as the data files name them, checked for sense.

use sha2::{Digest, Sha256};
use toml::Table;

use super::data::{Row, rows};
use crate::failure::{Doing, Failure, Outcome};
use crate::paths;

/// The number of bits that Roster's own checkmarks may take.
const BITS: u32 = 32;

pub struct Catalogue {
    pub permissions: Vec<Permission>,
    pub roles: Vec<Role>,
    pub plans: Vec<Plan>,
    pub currency: String,
    pub digest: String,
}

pub struct Permission {
    pub bit: u32,
    pub id: String,
    pub label: String,
    pub line: String,
    pub group: String,
    pub seat: bool,
    pub needs: Option<String>,
    pub scope: String,
    pub shipped: bool,
}

pub struct Role {
    pub id: String,
    pub label: String,
    pub line: String,
    pub bits: u64,
}

pub struct Plan {
    pub id: String,
    pub label: String,
    pub line: String,
    pub base_cents: u32,
    pub free_seats: Option<u32>,
    pub seat_cents: u32,
}

pub fn read() -> Outcome<Catalogue> {
    let mut hasher = Sha256::new();
    let mut file = |name: &'static str| -> Outcome<Table> {
        let text = std::fs::read_to_string(paths::at("crates/core/data").join(name)).doing(name)?;
        hasher.update(&text);
        text.parse().doing(name)
    };
    let (permissions, roles, plans) = (file("permissions.toml")?, file("roles.toml")?, file("plans.toml")?);
    let digest = hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let permissions = rows("permissions.toml", &permissions, "permission")
        .iter()
        .map(permission)
        .collect::<Outcome<Vec<_>>>()?;
    check_bits(&permissions)?;
    let roles = rows("roles.toml", &roles, "role")
        .iter()
        .map(|row| role(row, &permissions))
        .collect::<Outcome<_>>()?;
    let currency = Row { file: "plans.toml", table: &plans }.text("currency")?;
    let plans = rows("plans.toml", &plans, "plan").iter().map(plan).collect::<Outcome<_>>()?;
    Ok(Catalogue { permissions, roles, plans, currency, digest })
}

fn permission(row: &Row<'_>) -> Outcome<Permission> {
    row.only(&["bit", "id", "label", "line", "group", "seat", "needs", "scope", "shipped"])?;
    Ok(Permission {
        bit: row.number("bit")?,
        id: row.text("id")?,
        label: row.text("label")?,
        line: row.text("line")?,
        group: row.text("group")?,
        seat: row.flag("seat")?,
        needs: row.maybe_text("needs"),
        scope: row.text("scope")?,
        shipped: row.flag("shipped")?,
    })
}

fn check_bits(permissions: &[Permission]) -> Outcome {
    for (index, permission) in permissions.iter().enumerate() {
        let twice = permissions.iter().skip(index.saturating_add(1)).any(|other| other.bit == permission.bit);
        if twice || permission.bit >= BITS {
            return Err(Failure::new(format!(
                "permissions.toml: bit {} is taken or above 31",
                permission.bit
            )));
        }
        if let Some(needs) = &permission.needs {
            bits_of(std::slice::from_ref(needs), permissions)?;
        }
    }
    Ok(())
}

fn role(row: &Row<'_>, permissions: &[Permission]) -> Outcome<Role> {
    row.only(&["id", "label", "line", "permissions", "all_but", "all"])?;
    let every = permissions.iter().fold(0, |bits, permission| bits | bit(permission));
    let bits = match (row.words("permissions"), row.words("all_but")) {
        (Some(held), None) => bits_of(&held, permissions)?,
        (None, Some(left_out)) => every & !bits_of(&left_out, permissions)?,
        (None, None) if row.flag("all")? => every,
        _ => return Err(Failure::new(format!("roles.toml: what `{}` holds is not clear", row.text("id")?))),
    };
    Ok(Role { id: row.text("id")?, label: row.text("label")?, line: row.text("line")?, bits })
}

fn bits_of(ids: &[String], permissions: &[Permission]) -> Outcome<u64> {
    ids.iter().try_fold(0, |bits, id| {
        let found = permissions.iter().find(|permission| permission.id == *id);
        found
            .map(|permission| bits | bit(permission))
            .ok_or_else(|| Failure::new(format!("no permission is called `{id}`")))
    })
}

fn bit(permission: &Permission) -> u64 {
    1_u64.checked_shl(permission.bit).unwrap_or(0)
}

fn plan(row: &Row<'_>) -> Outcome<Plan> {
    row.only(&["id", "label", "line", "base_cents", "free_seats", "seat_cents"])?;
    Ok(Plan {
        id: row.text("id")?,
        label: row.text("label")?,
        line: row.text("line")?,
        base_cents: row.number("base_cents")?,
        free_seats: row.maybe_number("free_seats"),
        seat_cents: row.number("seat_cents")?,
    })
}

/// `posts.view` as Rust names it: `PostsView`.
pub fn name(id: &str) -> String {
    let words = id.split(['.', '_']);
    words
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}
