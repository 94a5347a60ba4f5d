//! Where things lie. Nothing else joins a path onto the root.

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest).to_path_buf()
}

/// A path below the root, written with `/`.
pub fn at(relative: &str) -> PathBuf {
    root().join(relative)
}

/// A tool that npm installed.
pub fn npm_bin(name: &str) -> PathBuf {
    at("node_modules/.bin").join(name)
}

/// `PATH` with npm's tools first, so that the pinned Node runs what says `#!/usr/bin/env node`.
pub fn search_path() -> std::ffi::OsString {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(at("node_modules/.bin")).chain(std::env::split_paths(&inherited));
    std::env::join_paths(all).unwrap_or(inherited)
}

/// The address of the repository's files as a person writes them: relative to the root.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
