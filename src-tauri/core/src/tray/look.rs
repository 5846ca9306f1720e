//! What the tray's panel looks like, and which ink can be seen on it.

use crate::settings::IconStyle;

/// What a glyph is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// A light panel: dark ink.
    Light,
    /// A dark panel: white ink.
    Dark,
    /// The desktop does not say: an ink that keeps 3:1 on white and on black.
    Unknown,
}

/// What the desktop tells of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// What a glyph is drawn on.
    pub panel: Panel,
    /// The user wants higher contrast.
    pub contrast: bool,
}

impl Look {
    /// Nothing is known but the panel.
    #[must_use]
    pub fn of(panel: Panel) -> Self {
        Self { panel, contrast: false }
    }

    /// By the names of a Linux desktop (`XDG_CURRENT_DESKTOP`) and its `org.freedesktop.appearance`: `scheme` is 1 for dark
    /// and 2 for light, `contrast` 1 for higher contrast; 0 is no preference (XDG desktop portal, Settings).
    #[must_use]
    pub fn of_desktop(names: &str, scheme: u32, contrast: u32) -> Self {
        let is = |name: &str| names.split(':').any(|part| part.eq_ignore_ascii_case(name));
        let panel = match scheme {
            // The top bar is dark in both themes.
            _ if is("GNOME") || is("Unity") => Panel::Dark,
            // Elsewhere the panel's colour is the theme's own business.
            1 if is("KDE") => Panel::Dark,
            2 if is("KDE") => Panel::Light,
            _ => Panel::Unknown,
        };

        Self { panel, contrast: contrast == 1 }
    }

    /// By the values of Windows' registry: `SystemUsesLightTheme` of the taskbar, and the `Flags` of high contrast, a
    /// number of which the lowest bit says that it is on (`HCF_HIGHCONTRASTON` in winuser.h).
    #[must_use]
    pub fn of_windows(light: Option<u32>, contrast: Option<&str>) -> Self {
        let panel = match light {
            Some(1) => Panel::Light,
            Some(_) => Panel::Dark,
            None => Panel::Unknown,
        };
        let contrast = contrast.and_then(|flags| flags.trim().parse::<u32>().ok()).is_some_and(|flags| flags & 1 == 1);

        Self { panel, contrast }
    }

    /// The ink to draw with: with higher contrast the glyph's shape says it all.
    #[must_use]
    pub fn style(self, chosen: IconStyle) -> IconStyle {
        if self.contrast { IconStyle::Monochrome } else { chosen }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_panel_that_follows_the_colours_is_taken_from_them() {
        for (desktop, scheme, expected) in [
            ("KDE", 1, Panel::Dark),
            ("KDE", 2, Panel::Light),
            ("KDE", 0, Panel::Unknown),
            ("ubuntu:GNOME", 2, Panel::Dark),
            ("XFCE", 1, Panel::Unknown),
            ("", 2, Panel::Unknown),
        ] {
            assert_eq!(Look::of_desktop(desktop, scheme, 0), Look::of(expected), "{desktop} {scheme}");
        }
    }

    #[test]
    fn windows_says_which_theme_the_taskbar_has() {
        assert_eq!(Look::of_windows(Some(1), Some("126")), Look::of(Panel::Light));
        assert_eq!(Look::of_windows(Some(0), None), Look::of(Panel::Dark));
        assert_eq!(Look::of_windows(None, Some("odd")), Look::of(Panel::Unknown));
        assert_eq!(Look::of_windows(Some(0), Some("127")), Look { panel: Panel::Dark, contrast: true });
    }

    #[test]
    fn higher_contrast_ends_colour() {
        assert_eq!(Look::of_desktop("KDE", 1, 1).style(IconStyle::Color), IconStyle::Monochrome);
        assert_eq!(Look::of(Panel::Dark).style(IconStyle::Color), IconStyle::Color);
    }
}
