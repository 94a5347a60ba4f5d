//! The words after the command: names, `--switches` and `--options VALUE`.

use crate::failure::{Doing, Failure, Outcome};

/// Options that are followed by a value; every other `--word` is a switch.
const VALUED: [&str; 5] = ["--port", "--second-port", "--persist", "--only", "--grep"];

#[derive(Debug, Default)]
pub struct Flags {
    names: Vec<String>,
    switches: Vec<String>,
    options: Vec<(String, String)>,
}

impl Flags {
    pub fn parse(arguments: impl IntoIterator<Item = String>) -> Self {
        let mut flags = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            if VALUED.contains(&argument.as_str()) {
                flags.options.push((argument, arguments.next().unwrap_or_default()));
            } else if argument.starts_with("--") {
                flags.switches.push(argument);
            } else {
                flags.names.push(argument);
            }
        }
        flags
    }

    pub fn name(&self) -> Option<&str> {
        self.names.first().map(String::as_str)
    }

    pub fn has(&self, switch: &str) -> bool {
        self.switches.iter().any(|it| it == switch)
    }

    pub fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(option, _)| option == name).map(|(_, value)| value.as_str())
    }

    pub fn port(&self, name: &str) -> Outcome<Option<u16>> {
        self.option(name).map(|value| value.parse().doing(format!("{name} {value}"))).transpose()
    }

    pub fn required(&self, name: &str) -> Outcome<&str> {
        self.option(name).ok_or_else(|| Failure::new(format!("{name} is missing")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_by_kind() {
        let flags = Flags::parse(["worker", "--dev", "--port", "8700"].map(str::to_owned));
        assert_eq!(flags.name(), Some("worker"));
        assert!(flags.has("--dev"));
        assert_eq!(flags.port("--port").unwrap(), Some(8700));
    }

    #[test]
    fn a_port_that_is_no_number_is_told() {
        let flags = Flags::parse(["--port", "x"].map(str::to_owned));
        assert!(flags.port("--port").unwrap_err().to_string().contains("--port x"));
    }
}
