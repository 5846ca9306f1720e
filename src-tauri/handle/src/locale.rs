//! The language that this user's system is set to.

use homeport_core::language::Language;

/// The language of Homeport for this user, unless the settings name another.
#[must_use]
pub fn language() -> Language {
    locale().map_or(Language::English, |locale| Language::for_locale(&locale))
}

/// POSIX, XBD 8.2: the first of these that is set and not empty decides.
#[cfg(not(any(windows, target_os = "macos")))]
fn locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty())
}

#[cfg(any(windows, target_os = "macos"))]
fn locale() -> Option<String> {
    sys_locale::get_locale()
}
