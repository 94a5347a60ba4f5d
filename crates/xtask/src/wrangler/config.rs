//! The configuration of a local run: `wrangler.toml` with the development build in place of the release.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::build::{Purpose, worker};
use crate::failure::{Doing, Failure, Outcome};
use crate::paths;

/// Whether wrangler builds the Worker again when a source changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rebuild {
    OnChange,
    Never,
}

/// Writes the configuration into `folder` and answers its path.
pub fn write(folder: &Path, rebuild: Rebuild) -> Outcome<PathBuf> {
    let text = std::fs::read_to_string(paths::at("wrangler.toml")).doing("wrangler.toml")?;
    let mut config = local(&text, rebuild)?;
    if let Some(assets) = config.get_mut("assets") {
        set(assets, "directory", json!(paths::at("www/dist")));
    }
    std::fs::create_dir_all(folder).doing(folder.display())?;
    let file = folder.join("wrangler.json");
    std::fs::write(&file, config.to_string()).doing(file.display())?;
    Ok(file)
}

/// The deployed configuration, with absolute paths and the local build.
fn local(text: &str, rebuild: Rebuild) -> Outcome<Value> {
    let mut config: Value = toml::from_str(text).doing("wrangler.toml")?;
    set(&mut config, "main", json!(worker::entry(Purpose::Development)));
    set(&mut config, "build", build(rebuild)?);
    let databases = config.get_mut("d1_databases").and_then(Value::as_array_mut);
    for database in databases.ok_or_else(|| Failure::new("wrangler.toml names no database"))? {
        set(database, "migrations_dir", json!(paths::at("crates/store/migrations")));
    }
    Ok(config)
}

fn build(rebuild: Rebuild) -> Outcome<Value> {
    if rebuild == Rebuild::Never {
        return Ok(json!({}));
    }
    let program = std::env::current_exe().doing("the path of xtask")?;
    let sources = ["core/src", "store/src", "wire/src", "worker/src"];
    Ok(json!({
        "command": format!("\"{}\" build worker --dev", program.display()),
        "cwd": paths::root(),
        "watch_dir": sources.map(|source| paths::at(&format!("crates/{source}"))),
    }))
}

fn set(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_run_never_starts_the_release() {
        let text = std::fs::read_to_string(paths::at("wrangler.toml")).unwrap();
        let config = local(&text, Rebuild::Never).unwrap();
        assert!(config["main"].as_str().unwrap().ends_with("build/dev/index.js"));
        assert_eq!(config["build"], json!({}));
        assert_eq!(config["name"], "roster");
    }
}
