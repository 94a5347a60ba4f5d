//! Whether something must be built again: a digest of its inputs, kept beside the last build.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::{Doing, Outcome};
use crate::paths;

/// The inputs of one build as they are now.
pub struct Stamp {
    file: PathBuf,
    digest: String,
}

impl Stamp {
    /// Digests the contents of `inputs` (files, or folders with all below them) and `extra`.
    pub fn of(name: &str, inputs: &[PathBuf], extra: &str) -> Outcome<Self> {
        Self::kept_in(&paths::at("target/stamps"), name, inputs, extra)
    }

    /// The same, kept in another folder: for what lives and dies with that folder.
    pub fn kept_in(folder: &Path, name: &str, inputs: &[PathBuf], extra: &str) -> Outcome<Self> {
        let mut hasher = DefaultHasher::new();
        extra.hash(&mut hasher);
        for input in inputs {
            for file in files_below(input) {
                file.hash(&mut hasher);
                fs::read(&file).doing(file.display())?.hash(&mut hasher);
            }
        }
        Ok(Self { file: folder.join(name), digest: format!("{:016x}", hasher.finish()) })
    }

    /// Whether the inputs are those of the last build, and what it made is still there.
    pub fn is_fresh(&self, made: &Path) -> bool {
        made.exists() && fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.digest)
    }

    /// Notes that these inputs have been built.
    pub fn keep(&self) -> Outcome {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder).doing(folder.display())?;
        }
        fs::write(&self.file, &self.digest).doing(self.file.display())
    }

    pub fn differs_from(&self, other: &Self) -> bool {
        self.digest != other.digest
    }
}

/// All files at or below a path, in a fixed order. What is not there has none.
pub fn files_below(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_path_buf()];
    }
    let Ok(entries) = fs::read_dir(path) else { return Vec::new() };
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    entries.iter().flat_map(|entry| files_below(entry)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_input_is_noticed() {
        let folder = std::env::temp_dir().join(format!("roster-stamp-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let input = folder.join("input");
        fs::write(&input, "one").unwrap();
        let stamp = |extra| Stamp::kept_in(&folder, "stamp", std::slice::from_ref(&input), extra).unwrap();
        stamp("").keep().unwrap();
        assert!(stamp("").is_fresh(&input));
        assert!(!stamp("other tool").is_fresh(&input));
        fs::write(&input, "two").unwrap();
        assert!(!stamp("").is_fresh(&input));
        fs::remove_dir_all(&folder).unwrap();
    }
}
