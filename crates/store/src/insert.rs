//! Records as statements: one for all new rows of a table, and one for all rows that change in the same way.

use roster_core::table::Table;

use crate::json;
use crate::statement::{Statement, Value};
use crate::tables::Record;

/// Rows in one `INSERT`: keeps its parameter far below D1's 2 MB.
const ROWS: usize = 100;

fn names(record: &Record) -> Vec<&'static str> {
    record.columns.iter().map(|(name, _)| *name).collect()
}

fn values(record: &Record) -> Vec<Value> {
    record.columns.iter().map(|(_, value)| value.clone()).collect()
}

/// New rows of one table; `conflict` is the `ON CONFLICT` clause, or empty.
fn insert(records: &[Record], conflict: &str) -> Option<Statement> {
    let first = records.first()?;
    let (table, names) = (first.table, names(first));
    let list = names.join(", ");
    if records.len() == 1 {
        let marks: Vec<String> = (1..=names.len()).map(|n| format!("?{n}")).collect();
        let sql = format!("INSERT INTO {table} ({list}) VALUES ({}){conflict}", marks.join(", "));
        return Some(Statement::new(sql, values(first)));
    }
    let picks: Vec<String> = (0..names.len()).map(|n| format!("value ->> {n}")).collect();
    let rows: Vec<Vec<Value>> = records.iter().map(values).collect();
    let sql = format!(
        "INSERT INTO {table} ({list}) SELECT {} FROM json_each(?1) WHERE true{conflict}",
        picks.join(", ")
    );
    Some(Statement::new(sql, vec![json::rows(rows.iter().map(Vec::as_slice))]))
}

/// New rows of one table.
pub fn inserts(records: &[Record]) -> Vec<Statement> {
    records.chunks(ROWS).filter_map(|chunk| insert(chunk, "")).collect()
}

/// Rows of one table, new or changed.
pub fn upserts(records: &[Record]) -> Vec<Statement> {
    let Some(first) = records.first() else { return Vec::new() };
    let names = names(first);
    let (keys, rest) = names.split_at_checked(first.keys).unwrap_or((&names, &[]));
    let sets: Vec<String> = rest.iter().map(|name| format!("{name} = excluded.{name}")).collect();
    let conflict = format!(" ON CONFLICT ({}) DO UPDATE SET {}", keys.join(", "), sets.join(", "));
    records.chunks(ROWS).filter_map(|chunk| insert(chunk, &conflict)).collect()
}

type Columns = Vec<(&'static str, Value)>;

/// Changed rows, and to what. Rows of one table that get the same values share a statement.
#[derive(Default)]
pub struct Updates(Table<(&'static str, Columns, Columns, &'static str), Vec<Value>>);

impl Updates {
    /// Notes that the row changes from `before` to `after`, if it does.
    pub fn note(&mut self, before: &Record, after: &Record) {
        let changed = |((name, value), old): (&(&'static str, Value), &(&'static str, Value))| {
            (value != &old.1).then(|| (*name, value.clone()))
        };
        let sets: Columns = after.columns.iter().zip(&before.columns).filter_map(changed).collect();
        let keys: Columns = after.columns.iter().take(after.keys).cloned().collect();
        if let (false, Some(((name, key), first))) = (sets.is_empty(), keys.split_last()) {
            self.0.or_default((after.table, sets, first.to_vec(), *name)).push(key.clone());
        }
    }

    /// The statements.
    pub fn into_statements(self) -> Vec<Statement> {
        self.0
            .into_iter()
            .map(|((table, sets, first, last), keys)| update(table, sets, first, last, keys))
            .collect()
    }
}

fn update(table: &str, sets: Columns, first: Columns, last: &str, mut keys: Vec<Value>) -> Statement {
    let mut params = Vec::new();
    let mut bind = |(name, value): (&str, Value)| {
        params.push(value);
        format!("{name} = ?{}", params.len())
    };
    let sets: Vec<String> = sets.into_iter().map(&mut bind).collect();
    let mut tests: Vec<String> = first.into_iter().map(&mut bind).collect();
    match keys.pop() {
        Some(key) if keys.is_empty() => tests.push(bind((last, key))),
        popped => {
            keys.extend(popped);
            params.push(json::list(&keys));
            tests.push(format!("{last} IN (SELECT value FROM json_each(?{}))", params.len()));
        }
    }
    Statement::new(format!("UPDATE {table} SET {} WHERE {}", sets.join(", "), tests.join(" AND ")), params)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &'static str, seats: i64) -> Record {
        Record { table: "x", keys: 1, columns: vec![("id", id.into()), ("seats", seats.into())] }
    }

    #[test]
    fn rows_that_change_alike_share_a_statement() {
        let mut updates = Updates::default();
        for id in ["a", "b"] {
            updates.note(&row(id, 1), &row(id, 2));
        }
        updates.note(&row("c", 1), &row("c", 1));
        assert_eq!(
            updates.into_statements(),
            [Statement::new(
                "UPDATE x SET seats = ?1 WHERE id IN (SELECT value FROM json_each(?2))",
                vec![2_i64.into(), r#"["a","b"]"#.into()]
            )]
        );
    }
}
