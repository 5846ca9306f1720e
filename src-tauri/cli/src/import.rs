//! `homeport import`: reads the file, shows what would be added, asks, and has it added.

use std::io::{BufRead as _, IsTerminal as _, Read, Write as _};
use std::path::Path;

use homeport_core::import::{ImportError, ImportFile, ImportPreview, LONGEST, OtherClient};
use homeport_core::request::{Request, Response};
use homeport_handle::Handle;
use zeroize::Zeroizing;

use crate::commands::Asking;
use crate::failure::{Failure, code};

impl<H: Handle> Asking<'_, H> {
    pub(crate) async fn import(&self, path: &Path, from: Option<OtherClient>, yes: bool) -> Result<u8, Failure> {
        let content = self.content(path)?;
        if content.len() > LONGEST {
            return Err(Failure::refused(ImportError::TooLong.refusal(self.texts)));
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let file = ImportFile::new(&name, &content, from);
        let preview = self.preview(&file, false).await?;
        let (nothing, is_json) = (preview.hostnames.is_empty(), self.output.is_json());
        // A program that says yes gets one document: what was added.
        if nothing || !(yes && is_json) {
            self.written(self.output.import(&preview), code::FINE)?;
        }
        if nothing {
            return Ok(code::NEEDS_YOU);
        }
        let can_ask = !is_json && std::io::stdin().is_terminal() && path != Path::new("-");
        let agreed = yes || (can_ask && self.agreed(&preview));
        if !agreed {
            self.output.note(&self.texts.say("import-not-added", &[]));
            return Ok(code::FINE);
        }
        let added = self.preview(&file, true).await?;
        let count = added.hostnames.len();
        if self.output.is_json() {
            self.written(self.output.import(&added), code::FINE)?;
        } else {
            let values = [("count", count.into()), ("client", added.client_name.as_str().into())];
            let done = self.texts.say("import-added", &values);
            self.written(self.output.done(&done), code::FINE)?;
        }
        self.note_alone();

        Ok(code::FINE)
    }

    async fn preview(&self, file: &ImportFile, commit: bool) -> Result<ImportPreview, Failure> {
        match self.ask(Request::Import { file: file.clone(), commit }).await? {
            Response::Import(preview) => Ok(*preview),
            _ => Err(Failure::unexpected(self.texts)),
        }
    }

    fn agreed(&self, preview: &ImportPreview) -> bool {
        let question = self.texts.say("import-question", &[("count", preview.hostnames.len().into())]);
        let mut answer = String::new();
        let _ = write!(std::io::stderr(), "{question} ");
        let read = std::io::stdin().lock().read_line(&mut answer);

        read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
    }

    /// What stands in the file, and one byte more than the most that is read.
    fn content(&self, path: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
        let fail = |id: &str, reason: &str| {
            let file = path.display().to_string();
            Failure::said(self.texts, id, &[("file", &file), ("reason", reason)], code::USAGE)
        };
        let mut content = Zeroizing::new(Vec::new());
        let most = LONGEST as u64 + 1;
        let read = if path == Path::new("-") {
            std::io::stdin().lock().take(most).read_to_end(&mut content)
        } else {
            // A link may point at what the user never saw.
            let facts = std::fs::symlink_metadata(path).map_err(|error| fail("command-file", &error.to_string()))?;
            if !facts.is_file() {
                return Err(fail("command-no-file", ""));
            }
            std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut content))
        };
        read.map_err(|error| fail("command-file", &error.to_string()))?;

        Ok(content)
    }
}
