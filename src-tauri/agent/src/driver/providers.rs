//! The catalogue with the user's own providers, and what the settings file has to know of it.

use std::sync::Arc;

use homeport_core::catalogue::{Catalogue, LONGEST_FILE};
use homeport_core::request::Refusal;
use homeport_core::settings::file::{FieldFacts, Providers};
use homeport_core::settings::{PRACTICE, ProviderId};
use homeport_core::text::Texts;
use homeport_handle::paths::Paths;

/// The built-in providers and those in `providers/*.toml` beside the settings. A wrong file is left out and logged.
pub(super) fn catalogue(paths: &Paths) -> Catalogue {
    let folder = paths.settings.join("providers");
    let mut files: Vec<(String, String)> = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .filter_map(|file| {
            let path = file.ok()?.path();
            let name = path.file_name()?.to_str()?.to_owned();
            path.extension().is_some_and(|extension| extension == "toml").then_some(())?;
            // No endless device, and nothing that a person would not have written.
            let facts = std::fs::metadata(&path).ok()?;
            if !facts.is_file() || facts.len() > LONGEST_FILE as u64 {
                tracing::error!(file = %path.display(), "a provider file is no file or too long and was left out");
                return None;
            }
            Some((name, std::fs::read_to_string(path).ok()?))
        })
        .collect();
    files.sort();
    let (catalogue, errors) = Catalogue::with_own(&files);
    for error in errors {
        tracing::error!(%error, "a provider file is wrong and was left out");
    }

    catalogue
}

/// The catalogue as the settings file sees it.
pub(crate) struct Known(pub(crate) Arc<Catalogue>);

impl Providers for Known {
    fn ids(&self) -> Vec<String> {
        self.0.ids().map(ToString::to_string).collect()
    }

    fn fields(&self, provider: &str) -> Option<Vec<FieldFacts>> {
        let id = ProviderId(provider.to_owned());
        if provider == PRACTICE {
            // Its fields are the resident's own, and no user writes them.
            return self.0.provider(&id).map(|_| Vec::new());
        }
        let card = self.0.provider(&id)?.card();
        let facts = |field: homeport_core::request::CardField| FieldFacts {
            key: field.key,
            secret: field.secret,
            optional: field.optional,
        };

        Some(card.fields.into_iter().map(facts).collect())
    }
}

pub(super) fn no_thread(error: &std::io::Error) -> Refusal {
    let texts = Texts::current();
    tracing::error!(%error, "the store's thread could not be started");

    Refusal {
        happened: texts.say("refused-no-thread-happened", &[]),
        means: texts.say("refused-no-thread-means", &[]),
        cure: texts.say("refused-no-thread-do", &[]),
        field: None,
    }
}

/// Randomness for the jitter of waits; any value will do where the system has none.
pub(super) fn random_seed() -> u64 {
    let mut bits = [0; 8];
    let _ = getrandom::fill(&mut bits);

    u64::from_be_bytes(bits)
}
