//! The one catalogue of texts, in Fluent (projectfluent.org). Tray, notifications, terminal and window use the same files.

#[allow(clippy::disallowed_types, reason = "see `IN_USE`")]
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::language::Language;

/// The catalogue of a language, as it is written.
#[must_use]
pub const fn catalogue(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../texts/en.ftl"),
        Language::German => include_str!("../texts/de.ftl"),
        Language::French => include_str!("../texts/fr.ftl"),
        Language::Spanish => include_str!("../texts/es.ftl"),
        Language::BrazilianPortuguese => include_str!("../texts/pt-BR.ftl"),
        Language::Japanese => include_str!("../texts/ja.ftl"),
        Language::SimplifiedChinese => include_str!("../texts/zh-CN.ftl"),
    }
}

/// The texts of one language. A clone shows the same: the catalogue takes half a megabyte once it is read.
#[derive(Clone)]
pub struct Texts {
    language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
}

/// The texts in use. Only one language is kept in memory, as a resident keeps it for weeks.
#[allow(
    clippy::disallowed_types,
    reason = "a process has one language, as it has one locale; a pointer is copied, and \
                                            nothing is decided by it"
)]
static IN_USE: Mutex<Option<Texts>> = Mutex::new(None);

impl Texts {
    /// The English texts.
    #[must_use]
    pub fn english() -> Self {
        Self::of(Language::English)
    }

    /// The texts of a language: those in use if they are of this language, or else read anew.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let mut in_use = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
        match &*in_use {
            Some(texts) if texts.language == language => texts.clone(),
            Some(_) => Self::read(language),
            None => in_use.insert(Self::read(language)).clone(),
        }
    }

    /// The texts in use; English before a language was chosen.
    #[must_use]
    pub fn current() -> Self {
        let in_use = IN_USE.lock().unwrap_or_else(PoisonError::into_inner).clone();

        in_use.unwrap_or_else(Self::english)
    }

    /// Chooses the language of this process. The texts of the one before are let go.
    pub fn speak(language: Language) -> Self {
        let texts = Self::of(language);
        *IN_USE.lock().unwrap_or_else(PoisonError::into_inner) = Some(texts.clone());

        texts
    }

    fn read(language: Language) -> Self {
        let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // The marks for the direction of writing are for graphical text; a terminal would show or count them.
        bundle.set_use_isolating(false);
        // A test parses the catalogue, so what is left out here can only be a line that the test has named.
        let resource = match FluentResource::try_new(without_the_windows(catalogue(language))) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);

        Self { language, bundle: Arc::new(bundle) }
    }

    /// Their language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the catalogue has this text.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The text with its placeholders filled. An unknown id comes back as it is; a test holds that none is used.
    #[must_use]
    pub fn say<'a>(&self, id: &str, values: &[(&'a str, FluentValue<'a>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut arguments = FluentArgs::new();
        for (key, value) in values {
            arguments.set(*key, value.clone());
        }
        let mut errors = Vec::new();

        self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }
}

/// The catalogue without the texts that only the window's page shows, which reads them by itself: a resident keeps what is
/// read here for weeks.
fn without_the_windows(catalogue: &str) -> String {
    let mut kept = String::with_capacity(catalogue.len());
    let mut is_windows = false;
    for line in catalogue.split_inclusive('\n') {
        // What is indented, empty or a closing brace goes on with the text before it.
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            is_windows = line.starts_with("window-");
        }
        if !is_windows {
            kept.push_str(line);
        }
    }

    kept
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Texts")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_catalogue_has_a_syntax_error_or_a_text_twice() {
        for language in Language::ALL {
            let resource = FluentResource::try_new(catalogue(language).to_owned());
            let resource = resource.map_err(|(_, errors)| errors).unwrap();
            let mut bundle: FluentBundle<FluentResource> = FluentBundle::new_concurrent(Vec::new());

            bundle.add_resource(resource).map_err(|errors| format!("{language:?}: {errors:?}")).unwrap();
        }
    }

    #[test]
    fn only_the_texts_of_the_windows_page_are_left_out() {
        let texts = Texts::english();
        let english = catalogue(Language::English);
        let ids = english.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        let ids: Vec<&str> = ids.filter_map(|line| line.split_once(" =")).map(|(id, _)| id).collect();

        assert!(ids.len() > 400, "{}", ids.len());
        for id in ids {
            assert_eq!(texts.has(id), !id.starts_with("window-"), "{id}");
        }
    }
}
