//! The one catalogue of texts, in Fluent (projectfluent.org). Tray, notifications, terminal and window use the same file.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// The English catalogue.
pub const ENGLISH: &str = include_str!("../texts/en.ftl");

/// The texts of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The English texts.
    #[must_use]
    pub fn english() -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![unic_langid::langid!("en")]);
        // The marks for the direction of writing are for graphical text; a terminal would show or count them.
        bundle.set_use_isolating(false);
        // A test parses the catalogue, so what is left out here can only be a line that the test has named.
        let resource = match FluentResource::try_new(ENGLISH.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);

        Self { bundle }
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
}
