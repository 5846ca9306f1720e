//! What a person keeps or gives away: a report, a copy of the settings.

use std::path::Path;

use homeport_core::event::SecretState;
use homeport_core::report::{ENTRIES, SupportReport};
use homeport_core::request::{Refusal, Response};
use homeport_core::settings::backup;
use homeport_core::settings::{PRACTICE, edit};
use tokio::sync::oneshot;

use super::Driver;
use crate::report;

/// The name of a saved report, without its ending.
const REPORT: &str = "homeport-report";
/// The same of a saved copy of the settings.
const BACKUP: &str = "homeport-settings";

impl Driver {
    /// Makes a report, as it is to be shown.
    pub(super) fn report(&self, hide: bool, answer: oneshot::Sender<Response>) {
        let examination = self.examination();
        let (store, texts) = (self.store.clone(), self.texts.clone());
        let catalogue = std::sync::Arc::clone(&self.catalogue);
        tokio::spawn(async move {
            let name = |id: &homeport_core::settings::ProviderId| {
                catalogue.provider(id).map_or_else(|| id.to_string(), |provider| provider.name().to_owned())
            };
            let mut entries = store.history(ENTRIES, None).await;
            for entry in &mut entries {
                entry.line = homeport_core::journal::line(&entry.happening, &name, &texts);
            }
            let report = report::make(examination, entries, hide).await;
            // Whoever asked may have gone.
            let _ = answer.send(Response::Report(report));
        });
    }

    /// Writes a report as it was seen.
    pub(super) fn save_report(&self, seen: &SupportReport, to: Option<&str>) -> Response {
        let saved = report::zip(seen).and_then(|bytes| match to {
            Some(chosen) => report::save_as(Path::new(chosen), &bytes),
            None => report::save(REPORT, "zip", &bytes),
        });

        self.saved(saved)
    }

    /// A copy of the settings, without secrets.
    pub(super) fn backup(&self) -> Response {
        match self.copy() {
            Ok(text) => Response::Backup(text),
            Err(refusal) => Response::Refused(refusal),
        }
    }

    /// Writes a copy of the settings.
    pub(super) fn save_backup(&self, to: Option<&str>) -> Response {
        match self.copy() {
            Ok(text) => self.saved(match to {
                Some(chosen) => report::save_as(Path::new(chosen), text.as_bytes()),
                None => report::save(BACKUP, "toml", text.as_bytes()),
            }),
            Err(refusal) => Response::Refused(refusal),
        }
    }

    fn copy(&self) -> Result<String, Refusal> {
        let text = match std::fs::read_to_string(self.paths.settings_file()) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => edit::new_file(),
            read => read.map_err(|error| self.not_saved(&error))?,
        };

        backup::backup(&text).map_err(|error| self.refusal("settings-wrong", &[("error", error.to_string())], None))
    }

    /// All of a copy is in force from now on, or nothing of it.
    pub(super) async fn restore(&mut self, copy: String) -> Response {
        match self.store.replace(move |here| backup::restored(&copy, here)).await {
            Ok(settings) => self.use_settings(settings).await,
            Err(trouble) => {
                return Response::Refused(self.refusal("not-restored", &[("error", trouble.to_string())], None));
            }
        }
        let mut lacking = Vec::new();
        for account in &self.settings.accounts {
            let keys = self.catalogue.secret_keys(&account.provider);
            if account.provider.0 == PRACTICE || keys.is_empty() {
                continue;
            }
            let state = self.vault.read(&account.id, &keys).await.err();
            if matches!(state, Some(SecretState::Missing | SecretState::Absent)) {
                lacking.push(account.id.to_string());
            }
        }

        Response::Restored { lacking }
    }

    fn saved(&self, saved: std::io::Result<std::path::PathBuf>) -> Response {
        match saved {
            Ok(path) => Response::Saved { path: path.display().to_string() },
            Err(error) => Response::Refused(self.not_saved(&error)),
        }
    }

    fn not_saved(&self, error: &std::io::Error) -> Refusal {
        self.refusal("not-saved", &[("reason", crate::store::reason(error))], None)
    }
}

#[cfg(test)]
mod tests {
    use homeport_core::request::{NewWebhook, Request, Secret};
    use homeport_core::settings::WebhookMethod;
    use homeport_handle::Handle as _;
    use homeport_handle::paths::Paths;

    use super::*;
    use crate::driver::{Agent, AgentOptions, Scope};
    use crate::vault::Vault;

    const FILE: &str = "# mine\nversion = 1\n[[account]]\nid = \"duckdns\"\nprovider = \"duckdns\"\n\
                        [[hostname]]\nname = \"home.duckdns.org\"\naccount = \"duckdns\"\n";

    async fn agent(folder: &Path) -> Agent {
        let paths = Paths::new(Some(folder)).unwrap();
        let options = AgentOptions { paths, vault: Vault::in_memory(), version: "0.1.0".to_owned() };

        Agent::start(options, Scope::Files).await.unwrap()
    }

    async fn ask(agent: &Agent, request: Request) -> Response {
        agent.handle().ask(request).await.unwrap()
    }

    async fn webhook(agent: &Agent) -> Option<String> {
        match ask(agent, Request::Status).await {
            Response::Snapshot(snapshot) => snapshot.webhook.map(|webhook| webhook.server),
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn a_copy_comes_back_whole_and_names_the_accounts_without_a_token() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::write(here.path().join("settings.toml"), FILE).unwrap();
        // Even in the place of a file with a mistake.
        std::fs::write(there.path().join("settings.toml"), "version = 1\nmistake = true\n").unwrap();
        let (one, other) = (agent(here.path()).await, agent(there.path()).await);
        let Response::Backup(text) = ask(&one, Request::Backup).await else { panic!("no copy") };

        let restored = ask(&other, Request::Restore { text: text.clone() }).await;

        assert_eq!(restored, Response::Restored { lacking: vec!["duckdns".to_owned()] });
        assert_eq!(std::fs::read_to_string(there.path().join("settings.toml")).unwrap(), FILE);
        let wrong = ask(&other, Request::Restore { text: text.replace("\"duckdns\"\n[[", "\"nobody\"\n[[") }).await;
        assert!(matches!(&wrong, Response::Refused(refusal) if refusal.means.contains("as they were")), "{wrong:?}");
        assert_eq!(std::fs::read_to_string(there.path().join("settings.toml")).unwrap(), FILE);
        one.shutdown().await;
        other.shutdown().await;
    }

    #[tokio::test]
    async fn a_webhook_is_set_kept_without_its_address_and_brought_back() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.toml"), FILE).unwrap();
        let agent = agent(folder.path()).await;
        let new = |url: Option<&str>, body: &str| {
            let (url, body) = (url.map(Secret::new), body.to_owned());
            Request::SetWebhook(Some(NewWebhook { url, method: WebhookMethod::Post, body }))
        };

        for (url, body) in [(None, ""), (Some("http://hooks.example.org/"), ""), (Some("https://a.org"), "{{no}}")] {
            assert!(matches!(ask(&agent, new(url, body)).await, Response::Refused(_)), "{url:?} {body}");
        }
        assert_eq!(ask(&agent, new(Some("https://hooks.example.org/SECRET"), "")).await, Response::Done);
        assert_eq!(ask(&agent, new(None, "{{address}}")).await, Response::Done);
        assert_eq!(webhook(&agent).await.as_deref(), Some("https://hooks.example.org/…"));
        let settings = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
        assert!(settings.starts_with(FILE) && settings.contains("SECRET") && settings.contains("{{address}}"));

        assert_eq!(ask(&agent, Request::SetWebhook(None)).await, Response::Done);
        assert_eq!(webhook(&agent).await, None);
        assert_eq!(ask(&agent, Request::UndoWebhook).await, Response::Done);
        assert_eq!(webhook(&agent).await.as_deref(), Some("https://hooks.example.org/…"));
        agent.shutdown().await;
    }
}
