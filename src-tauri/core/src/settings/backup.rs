//! A copy of the settings for another day or another machine. It holds no secret: those stay in the keychain, and the
//! webhook, whose address may be one, stays out.

use toml_edit::DocumentMut;

use super::edit::EditError;

/// The longest backup that is read, in bytes.
pub const LONGEST: usize = 1024 * 1024;

/// The table that is not copied.
const LEFT_OUT: &str = "webhook";
const HEAD: &str = "# A copy of Homeport's settings. Secrets are not in it, nor is the webhook.\n";

/// The copy of a settings file.
///
/// # Errors
///
/// [`EditError::NotToml`] for a file with such a mistake.
pub fn backup(text: &str) -> Result<String, EditError> {
    let mut document: DocumentMut = text.parse().map_err(|_| EditError::NotToml)?;
    document.remove(LEFT_OUT);
    let text = document.to_string();

    // The copy of a copy says it once.
    Ok(if text.starts_with(HEAD) { text } else { format!("{HEAD}{text}") })
}

/// The settings file that a copy gives. What the copy does not hold stays as it is here.
///
/// # Errors
///
/// [`EditError::NotToml`] when the copy is none.
pub fn restored(copy: &str, here: &str) -> Result<String, EditError> {
    if copy.len() > LONGEST {
        return Err(EditError::NotToml);
    }
    let mut document: DocumentMut = copy.parse().map_err(|_| EditError::NotToml)?;
    // The settings here may have a mistake: then there is nothing to keep of them.
    let kept = here.parse::<DocumentMut>().ok().and_then(|mut here| here.remove(LEFT_OUT));
    if let (Some(kept), false) = (kept, document.contains_key(LEFT_OUT)) {
        document.insert(LEFT_OUT, kept);
    }
    let text = document.to_string();

    Ok(text.strip_prefix(HEAD).map_or(text.clone(), ToOwned::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "# mine\nversion = 1\n\n[webhook]\nurl = \"https://example.org/SECRET\"\n\n[network]\nvpn = \"hold\" # so\n";

    #[test]
    fn a_copy_has_everything_but_the_webhook() {
        let copy = backup(FILE).unwrap();

        assert!(copy.contains("# mine\nversion = 1") && copy.contains("vpn = \"hold\" # so"), "{copy}");
        assert!(!copy.contains("SECRET"));
        assert_eq!(backup(&copy).unwrap(), copy);
    }

    #[test]
    fn what_is_restored_is_what_was_there_and_the_webhook_of_here_stays() {
        let copy = backup(FILE).unwrap();

        let there = restored(&copy, "version = 1\n").unwrap();
        assert!(there.starts_with("# mine\nversion = 1") && !there.contains("webhook"), "{there}");
        assert!(restored(&copy, FILE).unwrap().contains("https://example.org/SECRET"));
        assert!(restored(&copy, "broken = [").unwrap().contains("vpn"));
    }

    #[test]
    fn what_is_no_settings_file_is_no_backup() {
        assert_eq!(restored("<html>", FILE), Err(EditError::NotToml));
        assert_eq!(restored(&"#".repeat(LONGEST + 1), FILE), Err(EditError::NotToml));
    }
}
