//! How what is shipped is compiled: by the pinned toolchain, with the standard library built anew for size.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use crate::failure::{Doing, Outcome};
use crate::paths;
use crate::tools::{self, EdgeToolchain};

/// For the Worker: nothing says in which line a panic was, which is a tenth of the module, and nothing is written in the
/// words of the code (`{:?}`, 2.7 kB gzipped), nor a sentence for a panic (5 kB). Log lines say what failed, and the guard
/// what panicked. Values of 16 bytes are moved at once (3.4 kB).
/// The stack leaves room for all data below 1 MB, where an address is a byte shorter (0.6 kB).
pub const WORKER: &str = "-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort -Ctarget-feature=+simd128 -Clink-arg=-zstack-size=917504";
/// For the package: a panic is a trap without a word, which a page would not show anyway.
pub const PACKAGE: &str = "-Zlocation-detail=none -Zunstable-options -Cpanic=immediate-abort";
/// The smaller of the standard library's algorithms.
pub const STD: [&str; 4] = ["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"];

/// Has a command, and what it calls, compile so. [`STD`] is for cargo itself.
pub fn set(build: &mut Command, flags: &str) -> Outcome {
    let path = path_with_pin(&tools::edge_toolchain()?)?;
    build.env("PATH", path).env("RUSTFLAGS", flags);
    Ok(())
}

/// A linker that exports nothing of the classes which come with the Worker's crates and of which it makes no object:
/// compilers export the methods of all classes, and those keep alive all that they call, streams above all. Each
/// `--export` waits until it is known whose it is.
#[cfg(unix)]
const LINKER: &str = r#"#!/bin/sh
before=
for argument do
  shift
  case "$before $argument" in
    *" --export") ;;
    "--export "*containerstartupoptions* | "--export "*minifyconfig* | "--export "*r2range*) ;;
    "--export "*intounderlying*) ;;
    "--export "*) set -- "$@" --export "$argument" ;;
    *) set -- "$@" "$argument" ;;
  esac
  before=$argument
done
exec rust-lld "$@"
"#;

/// Has a command link without the classes of which no object is made.
#[cfg(unix)]
pub fn link_without_dead_classes(build: &mut Command) -> Outcome {
    let file = paths::at("target/edge/pinned/linker");
    write_program(&file, LINKER)?;
    build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", file);
    Ok(())
}

/// Elsewhere the usual linker is used, and the module is larger.
#[cfg(not(unix))]
pub fn link_without_dead_classes(_build: &mut Command) -> Outcome {
    Ok(())
}

/// `PATH` on which `cargo` is the pinned toolchain's: worker-build calls it by its name.
fn path_with_pin(toolchain: &EdgeToolchain) -> Outcome<OsString> {
    let folder = paths::at("target/edge/pinned");
    std::fs::create_dir_all(&folder).doing("target/edge/pinned")?;
    for program in ["cargo", "rustc"] {
        write_pin(&folder.join(program), program, toolchain)?;
    }
    let usual = paths::search_path();
    let all = std::iter::once(folder).chain(std::env::split_paths(&usual));
    std::env::join_paths(all).doing("PATH")
}

#[cfg(unix)]
fn write_pin(file: &Path, program: &str, toolchain: &EdgeToolchain) -> Outcome {
    let name = toolchain.name();
    write_program(file, &format!("#!/bin/sh\nexec rustup run {name} {program} \"$@\"\n"))
}

#[cfg(unix)]
fn write_program(file: &Path, text: &str) -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    std::fs::write(file, text).doing(file.display())?;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755)).doing(file.display())
}

/// Elsewhere the machine's own nightly is used.
#[cfg(not(unix))]
fn write_pin(_file: &Path, _program: &str, _toolchain: &EdgeToolchain) -> Outcome {
    Ok(())
}
