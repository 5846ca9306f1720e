//! The languages that Homeport speaks.

use serde::{Deserialize, Serialize};

/// A language with a complete catalogue of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the names say it")]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "de")]
    German,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "es")]
    Spanish,
    #[serde(rename = "pt-BR")]
    BrazilianPortuguese,
    #[serde(rename = "ja")]
    Japanese,
    #[serde(rename = "zh-CN")]
    SimplifiedChinese,
}

impl Language {
    /// All of them, in the order of the settings page.
    pub const ALL: [Self; 7] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::BrazilianPortuguese,
        Self::Japanese,
        Self::SimplifiedChinese,
    ];

    /// Its tag (BCP 47), as it is written in the settings.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::BrazilianPortuguese => "pt-BR",
            Self::Japanese => "ja",
            Self::SimplifiedChinese => "zh-CN",
        }
    }

    /// The language with exactly this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The language that serves a locale of the system best, such as `de_AT.UTF-8`, `pt-PT` or `zh-Hans-CN`. English
    /// when none does, and for Chinese in traditional characters, which simplified ones do not serve.
    #[must_use]
    pub fn for_locale(locale: &str) -> Self {
        let locale = locale.split(['.', '@']).next().unwrap_or_default().to_ascii_lowercase().replace('_', "-");
        let mut parts = locale.split('-');
        let traditional = || ["hant", "tw", "hk", "mo"].iter().any(|part| locale.split('-').any(|own| own == *part));
        match parts.next().unwrap_or_default() {
            "de" => Self::German,
            "fr" => Self::French,
            "es" => Self::Spanish,
            "pt" => Self::BrazilianPortuguese,
            "ja" => Self::Japanese,
            "zh" if !traditional() => Self::SimplifiedChinese,
            _ => Self::English,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_of_any_system_finds_its_language() {
        for (locale, language) in [
            ("de_AT.UTF-8", Language::German),
            ("fr-CA", Language::French),
            ("es_419", Language::Spanish),
            ("pt_PT@euro", Language::BrazilianPortuguese),
            ("ja", Language::Japanese),
            ("zh-Hans-SG", Language::SimplifiedChinese),
            ("zh_CN.GB18030", Language::SimplifiedChinese),
            ("zh_TW", Language::English),
            ("C.UTF-8", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::for_locale(locale), language, "{locale}");
        }
    }

    #[test]
    fn a_tag_is_read_back_as_it_was_written() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
            assert_eq!(serde_json::to_string(&language).unwrap(), format!("\"{}\"", language.tag()));
        }
    }
}
