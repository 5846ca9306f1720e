//! Checks the values of a form before anything is sent.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::file::FieldKind;
use super::provider::{Field, Provider};
use super::server;
use crate::hostname::Hostname;
use crate::request::{Refusal, Secret};
use crate::text::Texts;

/// What is wrong with a field. The message never holds the value of a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// The provider has no such field.
    #[error("{provider} has no field \"{key}\"; it has {known}")]
    Unknown {
        /// What was given.
        key: String,
        /// The provider's name.
        provider: String,
        /// The keys that there are.
        known: String,
    },
    /// A secret stands among the values that are kept in the settings file.
    #[error("\"{key}\" is secret and belongs into the keychain")]
    Exposed {
        /// The field.
        key: String,
    },
    /// Nothing was given.
    #[error("\"{label}\" is missing")]
    Missing {
        /// The field.
        key: String,
        /// Its label.
        label: String,
    },
    /// It does not look like what the provider gives out.
    #[error("\"{label}\" does not look right: {why}")]
    Wrong {
        /// The field.
        key: String,
        /// Its label.
        label: String,
        /// Why, without the value.
        why: String,
    },
}

impl FieldError {
    /// The field's key.
    pub fn key(&self) -> &str {
        match self {
            Self::Unknown { key, .. } | Self::Exposed { key } | Self::Missing { key, .. } | Self::Wrong { key, .. } => {
                key
            }
        }
    }

    pub(super) fn refusal(&self, texts: &Texts, provider: &Provider) -> Refusal {
        let field = provider.fields.iter().find(|field| field.card.key == self.key());
        let help = field.map(|field| field.card.help.clone()).unwrap_or_default();

        Refusal {
            happened: texts.say("form-refused", &[("problem", self.to_string().into())]),
            means: texts.say("form-refused-means", &[]),
            cure: if help.is_empty() { texts.say("form-refused-cure", &[]) } else { help },
            field: Some(self.key().to_owned()),
        }
    }
}

/// Checks all values. `secrets` is `None` where they are in the vault and were not given again.
pub(super) fn check(
    provider: &Provider,
    values: &BTreeMap<String, String>,
    secrets: Option<&BTreeMap<String, Secret>>,
) -> Result<(), FieldError> {
    let field = |key: &str| provider.fields.iter().find(|field| field.card.key == key);
    for key in values.keys() {
        match field(key) {
            None => return Err(unknown(provider, key)),
            Some(field) if field.card.secret => return Err(FieldError::Exposed { key: key.clone() }),
            Some(_) => {}
        }
    }
    if let Some(key) =
        secrets.into_iter().flat_map(BTreeMap::keys).find(|key| !field(key).is_some_and(|field| field.card.secret))
    {
        return Err(unknown(provider, key));
    }
    for field in &provider.fields {
        let value = if field.card.secret {
            match secrets {
                None => continue,
                Some(secrets) => secrets.get(&field.card.key).map(Secret::reveal),
            }
        } else {
            values.get(&field.card.key).map(|value| value.trim())
        };
        check_one(field, value.unwrap_or_default())?;
    }

    Ok(())
}

/// Cuts the spaces around the values and puts the form's default where nothing was entered.
pub(super) fn complete(provider: &Provider, values: &mut BTreeMap<String, String>) {
    for value in values.values_mut() {
        *value = value.trim().to_owned();
    }
    for field in provider.fields.iter().filter(|field| !field.card.secret && !field.card.default.is_empty()) {
        let value = values.entry(field.card.key.clone()).or_default();
        if value.is_empty() {
            value.clone_from(&field.card.default);
        }
    }
}

fn unknown(provider: &Provider, key: &str) -> FieldError {
    let known: Vec<&str> = provider.fields.iter().map(|field| field.card.key.as_str()).collect();

    FieldError::Unknown { key: key.to_owned(), provider: provider.name().to_owned(), known: known.join(", ") }
}

fn check_one(field: &Field, value: &str) -> Result<(), FieldError> {
    let card = &field.card;
    if value.is_empty() {
        return if card.optional || !card.default.is_empty() {
            Ok(())
        } else {
            Err(FieldError::Missing { key: card.key.clone(), label: card.label.clone() })
        };
    }
    let wrong =
        |why: &str| Err(FieldError::Wrong { key: card.key.clone(), label: card.label.clone(), why: why.to_owned() });
    let is_line = |letter: char| field.kind == FieldKind::Lines && matches!(letter, '\n' | '\r' | '\t');
    if value.chars().any(|letter| letter.is_control() && !is_line(letter)) {
        return wrong("it has a line end or a control character in it");
    }
    if !card.options.is_empty() && !card.options.iter().any(|option| option == value) {
        return wrong(&format!("choose one of {}", card.options.join(", ")));
    }
    if field.pattern.as_ref().is_some_and(|pattern| !pattern.is_match(value)) {
        return wrong(&match card.example.as_str() {
            "" => "it has another form than the provider's".to_owned(),
            example => format!("it looks like {example}"),
        });
    }
    let problem = match field.kind {
        FieldKind::Text | FieldKind::Lines => None,
        FieldKind::WebServer => server::web_server(value).err().map(|error| error.to_string()),
        FieldKind::DnsServer => server::dns_server(value).err().map(|error| error.to_string()),
        FieldKind::Name => zone(value).is_none().then(|| "write a name like example.org".to_owned()),
        FieldKind::Base64 => {
            let short = STANDARD.decode(value).map_or(true, |bytes| bytes.is_empty());

            short.then(|| "it is not Base64; copy it again, with the = at its end".to_owned())
        }
        FieldKind::Number => value.parse::<u32>().is_err().then(|| "write a whole number".to_owned()),
    };

    problem.map_or(Ok(()), |why| wrong(&why))
}

/// A zone as the user typed it.
pub(super) fn zone(text: &str) -> Option<Hostname> {
    text.parse().ok()
}
