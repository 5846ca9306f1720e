//! Gathers the facts for `homeport doctor`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use homeport_core::address::PerFamily;
use homeport_core::catalogue::Catalogue;
use homeport_core::doctor::{self, AccountFinding, CredentialsFinding, DoctorFacts, ProviderFinding};
use homeport_core::event::SecretState;
use homeport_core::fault::Code;
use homeport_core::network::NetworkFacts;
use homeport_core::request::{Check, Witness};
use homeport_core::settings::{Account, PRACTICE, Settings};
use homeport_core::snapshot::Snapshot;
use homeport_core::text::Texts;
use homeport_handle::paths::Paths;
use tokio::task::JoinSet;
use url::Url;

use crate::probe::Dropped;
use crate::transport::Transport;
use crate::vault::Vault;

/// The variables that reqwest reads.
const PROXY_VARIABLES: [&str; 4] = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"];

/// The port of a server that names none.
const HTTPS: u16 = 443;

/// What the checks need of a running agent.
#[derive(Debug)]
pub struct Examination {
    /// What is shown.
    pub snapshot: Snapshot,
    /// The settings in force.
    pub settings: Settings,
    /// The network.
    pub facts: NetworkFacts,
    /// Where the files are.
    pub paths: Paths,
    /// The providers.
    pub catalogue: Arc<Catalogue>,
    /// The secrets. They are read to see whether they can be, and forgotten at once.
    pub vault: Vault,
    /// What was dropped as malformed.
    pub dropped: Arc<Dropped>,
    /// The way to the providers.
    pub transport: Arc<Transport>,
    /// What the window that asks can tell.
    pub witness: Option<Witness>,
}

/// Carries out every check. Takes as long as the slowest server, at most ten seconds. Sends no request and no secret, and
/// asks the user nothing.
pub async fn run(examination: Examination) -> Vec<Check> {
    let mut proxies = proxies(|name| std::env::var(name).ok());
    if let Some(chosen) = &examination.settings.app.proxy {
        // It counts instead of the environment's.
        proxies = vec![("app.proxy".to_owned(), without_access(chosen))];
    }
    let (accounts, providers) = tokio::join!(accounts(&examination), providers(&examination, !proxies.is_empty()));
    let Examination { snapshot, settings, facts, paths, vault, dropped, witness, .. } = examination;
    let broken = snapshot.problems.iter().find(|problem| problem.code == Code::SettingsBroken);
    let names = &settings.hostnames;
    let facts = DoctorFacts {
        settings_file: match broken {
            Some(problem) => Err(format!("{} {}", problem.happened, problem.means)),
            None => Ok(names.len()),
        },
        state_folder: (paths.state.display().to_string(), writable(paths.state.clone()).await),
        keychain: vault.state().await,
        accounts,
        credentials: vault.credentials_folder().map(credentials),
        autostart: crate::autostart::this(&paths, false).map(|this| crate::autostart::standing(&this)),
        proxies,
        providers,
        network: &facts,
        dropped: dropped.counts(),
        snapshot: &snapshot,
        witness,
        wanted: PerFamily {
            ipv4: names.iter().any(|hostname| hostname.enabled.ipv4),
            ipv6: names.iter().any(|hostname| hostname.enabled.ipv6),
        },
    };

    doctor::checks(&facts, &Texts::current())
}

async fn accounts(examination: &Examination) -> Vec<AccountFinding> {
    let mut findings = Vec::new();
    for account in examination.settings.accounts.iter().filter(|account| account.provider.0 != PRACTICE) {
        let keys = examination.catalogue.secret_keys(&account.provider);
        if keys.is_empty() {
            continue;
        }
        let state = examination.vault.read(&account.id, &keys).await.err().unwrap_or(SecretState::Ready);
        findings.push(AccountFinding { account: account.id.clone(), state });
    }

    findings
}

/// Each provider of an account once, side by side. A proxy stands in the way of a plain connection.
async fn providers(examination: &Examination, behind_proxy: bool) -> Vec<ProviderFinding> {
    let known = |account: &Account| {
        let provider = examination.catalogue.provider(&account.provider)?;
        let own = provider.own_host().map(|host| (host.to_owned(), HTTPS));

        Some((own.or_else(|| typed(account))?, provider.name().to_owned()))
    };
    let servers: BTreeMap<(String, u16), String> = examination.settings.accounts.iter().filter_map(known).collect();
    let mut attempts = JoinSet::new();
    for ((host, port), name) in servers {
        let transport = Arc::clone(&examination.transport);
        attempts.spawn(async move {
            let reached = if behind_proxy { None } else { Some(transport.reach(&host, port).await) };
            ProviderFinding { name, host, reached }
        });
    }
    let mut findings = attempts.join_all().await;
    findings.sort_by(|one, other| one.name.cmp(&other.name));

    findings
}

/// The server that a person typed for an account, if it is one for TLS.
fn typed(account: &Account) -> Option<(String, u16)> {
    let url = account.fields.values().find_map(|value| Url::parse(value).ok().filter(|url| url.scheme() == "https"))?;

    Some((url.host_str()?.trim_matches(['[', ']']).to_owned(), url.port_or_known_default().unwrap_or(HTTPS)))
}

/// Makes a file in the folder, on the disk, and removes it.
async fn writable(folder: PathBuf) -> Result<(), String> {
    let attempt = tokio::task::spawn_blocking(move || {
        let file = tempfile::Builder::new().prefix(".doctor.").tempfile_in(&folder)?;
        file.as_file().set_len(4_096)?;
        file.as_file().sync_all()?;

        file.close()
    });
    match attempt.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(crate::store::reason(&error)),
        Err(_) => Err("it could not be tried".to_owned()),
    }
}

fn credentials(folder: &Path) -> CredentialsFinding {
    let files = std::fs::read_dir(folder).ok().map(|files| files.flatten().count());

    CredentialsFinding { path: folder.display().to_string(), files }
}

/// The variables that are set, in either case, without what could be a secret in them.
fn proxies(read: impl Fn(&str) -> Option<String>) -> Vec<(String, String)> {
    PROXY_VARIABLES
        .iter()
        .flat_map(|name| [(*name).to_owned(), name.to_lowercase()])
        .filter_map(|name| read(&name).filter(|value| !value.is_empty()).map(|value| (name, value)))
        .map(|(name, value)| {
            let shown = if name.eq_ignore_ascii_case("NO_PROXY") { value } else { without_access(&value) };
            (name, shown)
        })
        .collect()
}

fn without_access(proxy: &str) -> String {
    let parsed = Url::parse(proxy).ok().filter(Url::has_host);
    match parsed.or_else(|| Url::parse(&format!("http://{proxy}")).ok()) {
        Some(url) => {
            let port = url.port().map_or_else(String::new, |port| format!(":{port}"));
            format!("{}://{}{port}", url.scheme(), url.host_str().unwrap_or_default())
        }
        None => "(not an address)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_is_shown_without_its_password() {
        let read = |name: &str| match name {
            "HTTPS_PROXY" => Some("http://me:s3cret@proxy.example.org:3128/?k=s3cret".to_owned()),
            "all_proxy" => Some("me:s3cret@proxy.example.org:1080".to_owned()),
            "NO_PROXY" => Some("localhost,.example.org".to_owned()),
            _ => None,
        };
        let shown = proxies(read);

        assert_eq!(shown[0], ("HTTPS_PROXY".to_owned(), "http://proxy.example.org:3128".to_owned()));
        assert_eq!(shown.len(), 3);
        assert!(shown.iter().all(|(_, value)| !value.contains("s3cret")), "{shown:?}");
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_written_is_told_in_words() {
        let folder = tempfile::tempdir().unwrap();

        assert_eq!(writable(folder.path().to_owned()).await, Ok(()));
        let reason = writable(folder.path().join("missing")).await.unwrap_err();
        assert!(!reason.is_empty() && !reason.starts_with("store-"), "{reason}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
