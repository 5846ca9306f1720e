//! The entry of launchd for one user (launchd.plist(5)).

use roxmltree::Node;

use super::{ENTRY, Entry, Start};

/// The file that starts Homeport. The same as `installers/macos`, with this program in it.
#[must_use]
pub fn launch_agent(start: &Start) -> String {
    let words: Vec<String> =
        start.words().iter().map(|word| format!("    <string>{}</string>", escaped(word))).collect();
    let words = words.join("\n");

    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>{ENTRY}</string>\n\
         \x20 <key>ProgramArguments</key>\n  <array>\n{words}\n  </array>\n\
         \x20 <key>RunAtLoad</key>\n  <true/>\n\
         \x20 <key>KeepAlive</key>\n  <dict>\n    <key>SuccessfulExit</key>\n    <false/>\n  </dict>\n\
         \x20 <key>ThrottleInterval</key>\n  <integer>10</integer>\n\
         \x20 <key>LimitLoadToSessionType</key>\n  <string>Aqua</string>\n\
         \x20 <key>ProcessType</key>\n  <string>Interactive</string>\n</dict>\n</plist>\n"
    )
}

/// What such a file says.
#[must_use]
pub fn read_launch_agent(text: &str) -> Entry {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
    let Ok(document) = roxmltree::Document::parse_with_options(text, options) else {
        return Entry { words: Vec::new(), off: false };
    };
    let dictionary = document.root_element().children().find(|node| node.has_tag_name("dict"));
    let value = |wanted: &str| {
        let key = dictionary?.children().find(|node| node.has_tag_name("key") && node.text() == Some(wanted))?;
        key.next_sibling_element()
    };
    let strings = |array: Node<'_, '_>| {
        let strings = array.children().filter(|node| node.has_tag_name("string"));
        strings.map(|node| node.text().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let is = |key: &str, word: &str| value(key).is_some_and(|node| node.has_tag_name(word));

    Entry {
        words: value("ProgramArguments").map(strings).unwrap_or_default(),
        off: is("Disabled", "true") || !is("RunAtLoad", "true"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
