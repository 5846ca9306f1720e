//! A provider file of the user's own, checked before it is put into its folder.

use std::sync::Arc;

use super::file::{FileError, Source};
use super::{ProviderCard, example, read};

/// The longest provider file, in bytes.
pub const LONGEST_FILE: usize = 256 * 1024;

/// What a provider file is good for.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The form that it makes; its `hosts` are all that a secret is ever sent to.
    pub card: ProviderCard,
    /// How many examples it has.
    pub examples: usize,
    /// The examples that do not hold.
    pub wrong: Vec<FileError>,
}

/// Reads a file as one of the user's own and carries out its examples; nothing is sent. `name` is the file's name.
///
/// # Errors
///
/// Where and why it cannot be used.
pub fn check(name: &str, text: &str) -> Result<Checked, FileError> {
    let source = Source { name, text };
    if text.len() > LONGEST_FILE {
        return Err(source.error(&(0..0), "file", "is longer than 256 KiB", "leave out what is not needed"));
    }
    let id = name.strip_suffix(".toml").unwrap_or(name);
    let provider = Arc::new(read(id, name, text, true)?);
    let wrong = example::run(&provider)
        .into_iter()
        .map(|error| {
            let span = provider.examples.get(error.example - 1).map_or(0..0, |example| example.request.span());
            let problem = format!("answer {} does not hold: {}", error.answer, error.problem);
            source.error(&span, &format!("example {}", error.example), problem, "correct the example, or what it shows")
        })
        .collect();

    Ok(Checked { card: provider.card(), examples: provider.examples.len(), wrong })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: &str = include_str!("../../providers/duckdns.toml");

    #[test]
    fn a_right_file_shows_its_hosts_and_its_examples_hold() {
        let checked = check("my-duck.toml", RIGHT).unwrap();

        assert_eq!(checked.card.hosts, ["www.duckdns.org"]);
        assert!(checked.card.unverified);
        assert!(checked.examples >= 2);
        assert_eq!(checked.wrong, []);
    }

    #[test]
    fn a_mistake_is_told_with_file_line_field_and_cure() {
        let error = check("my-duck.toml", &RIGHT.replace("pace =", "pase =")).unwrap_err();

        assert_eq!(error.file, "my-duck.toml");
        assert!(error.line > 5 && error.field == "pase", "{error}");
        assert!(!error.cure.is_empty());
    }

    #[test]
    fn an_example_that_does_not_hold_is_told_with_its_line() {
        let checked =
            check("my-duck.toml", &RIGHT.replace("domains=home&token=TOKEN&ip=192.0.2.1\"", "x=y\"")).unwrap();

        let [first, ..] = checked.wrong.as_slice() else { panic!("{checked:?}") };
        assert!(first.line > 30 && first.problem.contains("the request is GET"), "{first}");
    }

    #[test]
    fn a_file_with_another_name_than_an_id_or_with_code_of_its_own_is_refused() {
        assert!(check("My Duck.toml", RIGHT).is_err());
        assert!(check("own.toml", include_str!("../../providers/cloudflare.toml")).is_err());
        assert!(check("own.toml", &" ".repeat(LONGEST_FILE + 1)).is_err());
    }
}
