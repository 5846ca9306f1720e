//! The one catalogue of texts, in Fluent (projectfluent.org). Tray, notifications, terminal and window use the same file.

use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// The English catalogue.
pub const ENGLISH: &str = include_str!("../texts/en.ftl");

/// The texts of one language. A clone shows the same: the catalogue takes half a megabyte once it is read.
#[derive(Clone)]
pub struct Texts {
    bundle: Arc<FluentBundle<FluentResource>>,
}

static ENGLISH_TEXTS: LazyLock<Texts> = LazyLock::new(Texts::read_english);

impl Texts {
    /// The English texts.
    #[must_use]
    pub fn english() -> Self {
        ENGLISH_TEXTS.clone()
    }

    fn read_english() -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![unic_langid::langid!("en")]);
        // The marks for the direction of writing are for graphical text; a terminal would show or count them.
        bundle.set_use_isolating(false);
        // A test parses the catalogue, so what is left out here can only be a line that the test has named.
        let resource = match FluentResource::try_new(without_the_windows(ENGLISH)) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);

        Self { bundle: Arc::new(bundle) }
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
    fn the_catalogue_has_no_syntax_error_and_no_text_twice() {
        let resource = FluentResource::try_new(ENGLISH.to_owned()).map_err(|(_, errors)| errors).unwrap();
        let mut bundle: FluentBundle<FluentResource> = FluentBundle::new_concurrent(vec![unic_langid::langid!("en")]);

        bundle.add_resource(resource).map_err(|errors| format!("{errors:?}")).unwrap();
    }

    #[test]
    fn only_the_texts_of_the_windows_page_are_left_out() {
        let texts = Texts::english();
        let ids = ENGLISH.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        let ids: Vec<&str> = ids.filter_map(|line| line.split_once(" =")).map(|(id, _)| id).collect();

        assert!(ids.len() > 400, "{}", ids.len());
        for id in ids {
            assert_eq!(texts.has(id), !id.starts_with("window-"), "{id}");
        }
    }
}
