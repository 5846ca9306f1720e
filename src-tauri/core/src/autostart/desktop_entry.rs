//! The entry of a desktop that follows the XDG rules (Desktop Application Autostart Specification, 0.5).

use super::{Entry, Start};

/// Characters that a command line has to quote (Desktop Entry Specification, "The Exec key").
const RESERVED: &[char] =
    &[' ', '\t', '\n', '"', '\'', '\\', '>', '<', '~', '|', '&', ';', '$', '*', '?', '#', '(', ')', '`'];
/// Of these, the ones that need a backslash between quotation marks.
const ESCAPED: &[char] = &['"', '`', '$', '\\'];

/// The file that starts Homeport.
#[must_use]
pub fn desktop_entry(start: &Start) -> String {
    let words: Vec<String> = start.words().iter().map(|word| quoted(word)).collect();
    // The whole line is a string of the file, in which a backslash is written as two.
    let command = words.join(" ").replace('\\', "\\\\");

    format!(
        "[Desktop Entry]\nType=Application\nName=Homeport\nComment=Keeps a name pointing at your home\nExec={command}\n\
         Icon=org.homeport.Homeport\nTerminal=false\nNoDisplay=true\nCategories=Network;\n"
    )
}

/// The file that outweighs an entry for all users and starts nothing.
#[must_use]
pub fn hiding_entry() -> String {
    "[Desktop Entry]\nType=Application\nName=Homeport\nExec=homeport run\nHidden=true\n".to_owned()
}

/// What such a file says.
#[must_use]
pub fn read_desktop_entry(text: &str) -> Entry {
    let mut entry = Entry { words: Vec::new(), off: false };
    let lines = text.lines().skip_while(|line| line.trim() != "[Desktop Entry]").skip(1);
    for line in lines.take_while(|line| !line.trim_start().starts_with('[')) {
        let Some((key, value)) = line.split_once('=') else { continue };
        match (key.trim(), value.trim()) {
            ("Exec", command) => entry.words = words(&unescaped(command)),
            ("Hidden", "true") | ("X-GNOME-Autostart-enabled", "false") => entry.off = true,
            _ => {}
        }
    }

    entry
}

fn quoted(word: &str) -> String {
    let word = word.replace('%', "%%");
    if !word.is_empty() && !word.contains(RESERVED) {
        return word;
    }
    let mut quoted = String::from("\"");
    for character in word.chars() {
        if ESCAPED.contains(&character) {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');

    quoted
}

/// A string of the file: `\\` is a backslash, `\s` a space.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            text.push(character);
            continue;
        }
        match characters.next() {
            Some('s') => text.push(' '),
            Some('t') => text.push('\t'),
            Some('n') => text.push('\n'),
            Some(other) => text.push(other),
            None => {}
        }
    }

    text
}

fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    let mut characters = command.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            '\\' if quoted => word.get_or_insert_default().extend(characters.next()),
            character if character.is_whitespace() && !quoted => words.extend(word.take()),
            // Another field code stands for files and icons, of which there are none.
            '%' => {
                let percent = characters.next().filter(|code| *code == '%');
                word.get_or_insert_default().extend(percent);
            }
            character => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);

    words
}
