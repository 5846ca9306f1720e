//! Draws the tray's six glyphs from `icons/tray-*.svg`. Only how much of each pixel is covered is kept: the colour is
//! chosen when the icon is shown, so that one small set serves light, dark and unknown panels.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

const STATES: [(&str, &str); 6] = [
    ("ok", "Ok"),
    ("holding", "Holding"),
    ("working", "Working"),
    ("attention", "Attention"),
    ("error", "Error"),
    ("offline", "Offline"),
];
/// Windows and macOS take 16, 20, 24, 32; Linux panels 22, 24, 32, 48.
const SIZES: [u16; 6] = [16, 20, 22, 24, 32, 48];

fn main() -> Result<(), Box<dyn Error>> {
    let icons = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../icons");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let mut source = String::from("const COVERAGE: &[(State, u16, &[u8])] = &[\n");
    for (file, state) in STATES {
        let path = icons.join(format!("tray-{file}.svg"));
        println!("cargo::rerun-if-changed={}", path.display());
        let tree = Tree::from_data(&std::fs::read(&path)?, &Options::default())?;
        for size in SIZES {
            let mut picture = Pixmap::new(size.into(), size.into()).ok_or("an empty picture")?;
            let scale = f32::from(size) / tree.size().width();
            resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
            let coverage: Vec<u8> = picture.pixels().iter().map(|pixel| pixel.alpha()).collect();
            let name = format!("tray-{file}-{size}.alpha");
            std::fs::write(out.join(&name), coverage)?;
            writeln!(source, "    (State::{state}, {size}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))),")?;
        }
    }
    source.push_str("];\n");
    std::fs::write(out.join("coverage.rs"), source)?;

    Ok(())
}
