//! Reads the provider's fields from the command line. A secret never stands there: other users of the machine can read
//! it, and the shell keeps it in its history.

use std::collections::BTreeMap;
use std::io::{BufRead, IsTerminal, Read};
use std::path::Path;

use homeport_core::request::{ProviderCard, Secret};
use homeport_core::text::Texts;
use zeroize::Zeroizing;

use crate::failure::{Failure, code};

/// A longer file is not a secret that somebody pasted.
const LONGEST_SECRET: u64 = 8 * 1024;

/// What was entered for a provider.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Entered {
    /// The fields that are not secret.
    pub(crate) fields: BTreeMap<String, String>,
    /// The secrets.
    pub(crate) secrets: BTreeMap<String, Secret>,
}

/// Where a secret that is asked for comes from; a test has its own.
pub(crate) trait Asker {
    /// One secret. `label` is the provider's word for it.
    fn ask(&mut self, label: &str) -> std::io::Result<Zeroizing<String>>;
    /// Whether somebody sits there who can be asked for what is missing.
    fn is_person(&self) -> bool;
}

/// The terminal, without echo; or the lines of standard input.
pub(crate) struct Terminal;

impl Asker for Terminal {
    fn ask(&mut self, label: &str) -> std::io::Result<Zeroizing<String>> {
        if self.is_person() {
            return rpassword::prompt_password(format!("{label}: ")).map(Zeroizing::new);
        }
        let mut line = Zeroizing::new(String::new());
        // One line only: the next secret takes the next.
        std::io::stdin().lock().read_line(&mut line)?;

        Ok(line)
    }

    fn is_person(&self) -> bool {
        std::io::stdin().is_terminal()
    }
}

/// Sorts `KEY=VALUE` arguments into fields and secrets of `card`. No message repeats a value: it may be a secret that
/// landed in the wrong place.
pub(crate) fn read(
    arguments: &[String],
    card: &ProviderCard,
    ask_missing: bool,
    asker: &mut dyn Asker,
    texts: &Texts,
) -> Result<Entered, Failure> {
    let mut entered = Entered::default();
    for argument in arguments {
        let (key, value) =
            argument.split_once('=').ok_or_else(|| Failure::said(texts, "command-field-form", &[], code::USAGE))?;
        let Some(field) = card.fields.iter().find(|field| field.key == key) else {
            return Err(unknown(card, texts));
        };
        let twice = entered.fields.contains_key(key) || entered.secrets.contains_key(key);
        if twice {
            return Err(Failure::said(texts, "command-field-twice", &[("field", key)], code::USAGE).about(key));
        }
        if field.secret {
            let secret = secret(key, &field.label, value, asker, texts)?;
            entered.secrets.insert(key.to_owned(), secret);
        } else {
            entered.fields.insert(key.to_owned(), value.to_owned());
        }
    }
    if ask_missing && asker.is_person() {
        for field in card.fields.iter().filter(|field| field.secret && !field.optional) {
            if !entered.secrets.contains_key(&field.key) {
                let secret = secret(&field.key, &field.label, "-", asker, texts)?;
                entered.secrets.insert(field.key.clone(), secret);
            }
        }
    }

    Ok(entered)
}

fn unknown(card: &ProviderCard, texts: &Texts) -> Failure {
    let known: Vec<_> = card.fields.iter().map(|field| field.key.as_str()).collect();
    let values = [("provider", card.name.as_str()), ("known", &known.join(", "))];

    Failure::said(texts, "command-field-unknown", &values, code::USAGE)
}

fn secret(key: &str, label: &str, value: &str, asker: &mut dyn Asker, texts: &Texts) -> Result<Secret, Failure> {
    let fail = |id: &str, file: &str, reason: &str| {
        let values = [("field", key), ("label", label), ("file", file), ("reason", reason)];
        Failure::said(texts, id, &values, code::USAGE).about(key)
    };
    let text = if value == "-" {
        asker.ask(label).map_err(|error| fail("command-secret-unread", "-", &error.to_string()))?
    } else if let Some(file) = value.strip_prefix('@') {
        from_file(Path::new(file)).map_err(|error| fail("command-secret-unread", file, &error.to_string()))?
    } else {
        return Err(fail("command-secret-shown", "", ""));
    };
    let secret = Secret::new(&text);
    if secret.reveal().is_empty() {
        return Err(fail("command-secret-empty", "", ""));
    }

    Ok(secret)
}

fn from_file(path: &Path) -> std::io::Result<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::new());
    std::fs::File::open(path)?.take(LONGEST_SECRET).read_to_string(&mut text)?;

    Ok(text)
}

#[cfg(test)]
mod tests {
    use homeport_core::request::CardField;

    use super::*;

    const CANARY: &str = "canary-9f2c";

    struct Nobody;

    impl Asker for Nobody {
        fn ask(&mut self, _label: &str) -> std::io::Result<Zeroizing<String>> {
            Ok(Zeroizing::new(format!(" {CANARY}\r\n")))
        }

        fn is_person(&self) -> bool {
            false
        }
    }

    fn card() -> ProviderCard {
        let field = |key: &str, secret: bool| CardField {
            lines: false,
            checked: false,
            key: key.to_owned(),
            label: key.to_uppercase(),
            help: String::new(),
            secret,
            optional: false,
            example: String::new(),
            pattern: String::new(),
            options: Vec::new(),
            default: String::new(),
        };

        ProviderCard {
            id: "made-up".to_owned(),
            name: "Made Up".to_owned(),
            site: String::new(),
            cost: String::new(),
            note: String::new(),
            access_url: String::new(),
            access_steps: Vec::new(),
            access_rights: Vec::new(),
            fields: vec![field("user", false), field("token", true)],
            suffixes: Vec::new(),
            ipv4: true,
            ipv6: true,
            can_create: false,
            checks: false,
            unverified: false,
            hosts: Vec::new(),
        }
    }

    fn entered(arguments: &[&str]) -> Result<Entered, Failure> {
        let arguments: Vec<_> = arguments.iter().map(|argument| (*argument).to_owned()).collect();

        read(&arguments, &card(), true, &mut Nobody, &Texts::english())
    }

    #[test]
    fn fields_and_secrets_are_told_apart_by_the_card() {
        let entered = entered(&["user=me=you", "token=-"]).unwrap();

        assert_eq!(entered.fields["user"], "me=you");
        assert_eq!(entered.secrets["token"].reveal(), CANARY);
    }

    #[test]
    fn a_secret_is_read_from_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("token");
        std::fs::write(&file, format!("{CANARY}\n")).unwrap();

        let entered = entered(&[&format!("token=@{}", file.display())]).unwrap();

        assert_eq!(entered.secrets["token"].reveal(), CANARY);
    }

    #[test]
    fn a_secret_on_the_command_line_is_refused_with_its_cure_and_not_repeated() {
        let failure = entered(&[&format!("token={CANARY}")]).unwrap_err();

        assert_eq!(failure.code, code::USAGE);
        assert_eq!(failure.refusal.field.as_deref(), Some("token"));
        assert!(failure.refusal.cure.contains("token=-"), "{failure:?}");
        assert!(!format!("{failure:?}").contains(CANARY));
    }

    #[test]
    fn no_mistake_repeats_what_may_be_a_secret() {
        for argument in [CANARY, &format!("tokn={CANARY}"), &format!("{CANARY}=x"), "token=@/nowhere/at/all"] {
            let failure = entered(&[argument]).unwrap_err();

            assert_eq!(failure.code, code::USAGE, "{argument}");
            assert!(!format!("{failure:?}").contains(CANARY), "{failure:?}");
            assert!(!failure.refusal.happened.starts_with("command-"), "{failure:?}");
        }
    }
}
