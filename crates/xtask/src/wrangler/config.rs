//! The configuration of a local run: `wrangler.toml` with the build that it is to run, and paths of this machine.

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
pub fn write(folder: &Path, purpose: Purpose, rebuild: Rebuild) -> Outcome<PathBuf> {
    let text = std::fs::read_to_string(paths::at("wrangler.toml")).doing("wrangler.toml")?;
    let mut config = local(&text, purpose)?;
    set(&mut config, "build", build(folder, rebuild)?);
    if let Some(assets) = config.get_mut("assets") {
        set(assets, "directory", json!(paths::at("www/dist")));
    }
    std::fs::create_dir_all(folder).doing(folder.display())?;
    let file = folder.join("wrangler.json");
    std::fs::write(&file, config.to_string()).doing(file.display())?;
    Ok(file)
}

/// The deployed configuration, with absolute paths and the local build.
fn local(text: &str, purpose: Purpose) -> Outcome<Value> {
    let mut config: Value = toml::from_str(text).doing("wrangler.toml")?;
    set(&mut config, "main", json!(worker::entry(purpose)));
    let databases = config.get_mut("d1_databases").and_then(Value::as_array_mut);
    for database in databases.ok_or_else(|| Failure::new("wrangler.toml names no database"))? {
        set(database, "migrations_dir", json!(paths::at("crates/store/migrations")));
    }
    Ok(config)
}

fn build(folder: &Path, rebuild: Rebuild) -> Outcome<Value> {
    if rebuild == Rebuild::Never {
        return Ok(json!({}));
    }
    // Wrangler takes what it watches as relative to its configuration, whatever it looks like.
    let below = folder.strip_prefix(paths::root()).doing("the folder of a development run")?;
    let up = "../".repeat(below.components().count());
    let program = std::env::current_exe().doing("the path of xtask")?;
    let sources = ["core/src", "store/src", "wire/src", "worker/src"];
    Ok(json!({
        "command": format!("\"{}\" build worker --dev", program.display()),
        "cwd": paths::root(),
        "watch_dir": sources.map(|source| format!("{up}crates/{source}")),
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
    fn a_development_run_never_starts_the_release() {
        let text = std::fs::read_to_string(paths::at("wrangler.toml")).unwrap();
        let config = local(&text, Purpose::Development).unwrap();
        assert!(config["main"].as_str().unwrap().ends_with("build/dev/index.js"));
        assert_eq!(config["name"], "roster");
    }

    #[test]
    fn what_is_watched_is_named_from_the_configuration() {
        let folder = paths::at(".wrangler/state/wrangler-1");
        let watched = build(&folder, Rebuild::OnChange).unwrap()["watch_dir"][0].as_str().unwrap().to_owned();
        assert!(watched.starts_with("../../../crates/"));
        assert_eq!(build(&folder, Rebuild::Never).unwrap(), json!({}));
    }
}
