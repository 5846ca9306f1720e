//! The tray's glyphs, in the ink that the panel needs.

use homeport_core::settings::IconStyle;
use homeport_core::snapshot::State;
use homeport_core::tray::Panel;

include!(concat!(env!("OUT_DIR"), "/coverage.rs"));

fn ink_on(panel: Panel) -> [u8; 3] {
    match panel {
        Panel::Light => [0x1b, 0x1b, 0x1b],
        Panel::Dark => [0xff, 0xff, 0xff],
        // The blue of the house.
        Panel::Unknown => [0x3b, 0x85, 0xc0],
    }
}

/// One square picture of a glyph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Its width and height in pixels.
    pub(crate) size: u16,
    ink: [u8; 3],
    coverage: &'static [u8],
}

impl Picture {
    /// Alpha, red, green, blue in this order for each pixel: ARGB32 in network byte order.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "the order of the Linux tray"))]
    pub(crate) fn argb(&self) -> Vec<u8> {
        let [red, green, blue] = self.ink;

        self.coverage.iter().flat_map(|alpha| [*alpha, red, green, blue]).collect()
    }

    /// Red, green, blue, alpha.
    #[cfg_attr(target_os = "linux", allow(dead_code, reason = "the order of the other trays"))]
    pub(crate) fn rgba(&self) -> Vec<u8> {
        let [red, green, blue] = self.ink;

        self.coverage.iter().flat_map(|alpha| [red, green, blue, *alpha]).collect()
    }
}

/// The shape says the state; the colour only repeats it. Each keeps 3:1 on white and on black, as no panel's colour is
/// sure.
fn ink(state: State, panel: Panel, style: IconStyle) -> [u8; 3] {
    if style == IconStyle::Monochrome {
        return ink_on(panel);
    }
    match state {
        State::Ok | State::Working => ink_on(Panel::Unknown),
        State::Holding | State::Offline => [0x7d, 0x80, 0x85],
        State::Attention => [0xb0, 0x74, 0x08],
        State::Error => [0xe0, 0x48, 0x42],
    }
}

/// The glyph of a state in these sizes, smallest first.
pub(crate) fn pictures(state: State, panel: Panel, style: IconStyle, sizes: &[u16]) -> Vec<Picture> {
    COVERAGE
        .iter()
        .filter(|(of, size, _)| *of == state && sizes.contains(size))
        .map(|(_, size, coverage)| Picture { size: *size, ink: ink(state, panel, style), coverage })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [State; 6] = [State::Ok, State::Holding, State::Working, State::Attention, State::Error, State::Offline];
    const SIZES: [u16; 6] = [16, 20, 22, 24, 32, 48];

    #[test]
    fn each_state_has_its_own_shape_in_every_size() {
        for size in SIZES {
            let mut shapes: Vec<_> = ALL
                .iter()
                .map(|state| pictures(*state, Panel::Light, IconStyle::Monochrome, &[size]).remove(0).argb())
                .collect();
            assert!(shapes.iter().all(|shape| shape.len() == usize::from(size) * usize::from(size) * 4));
            shapes.sort();
            shapes.dedup();
            assert_eq!(shapes.len(), ALL.len(), "two states look the same at {size} pixels");
        }
    }

    #[test]
    fn each_ink_can_be_seen_on_its_panels() {
        let cases = [
            (Panel::Light, [0xf3, 0xf3, 0xf3]),
            (Panel::Dark, [0x1f, 0x1f, 0x1f]),
            (Panel::Unknown, [0xff, 0xff, 0xff]),
            (Panel::Unknown, [0x00, 0x00, 0x00]),
            (Panel::Unknown, [0x1f, 0x1f, 0x1f]),
            (Panel::Unknown, [0xf3, 0xf3, 0xf3]),
        ];
        let coloured = ALL.iter().flat_map(|state| {
            let ink = ink(*state, Panel::Light, IconStyle::Color);
            [(ink, [0xff; 3]), (ink, [0x00; 3])]
        });
        for (ink, behind) in cases.map(|(panel, behind)| (ink_on(panel), behind)).into_iter().chain(coloured) {
            let (panel, ink, behind) = (ink, luminance(ink), luminance(behind));
            let contrast = (ink.max(behind) + 0.05) / (ink.min(behind) + 0.05);
            assert!(contrast >= 3.0, "{panel:?} has {contrast:.2}:1");
        }
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(colour: [u8; 3]) -> f64 {
        let [red, green, blue] = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });

        0.0722_f64.mul_add(blue, 0.2126_f64.mul_add(red, 0.7152 * green))
    }
}
