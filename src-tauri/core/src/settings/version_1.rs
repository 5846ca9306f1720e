//! Version 1 of the settings file. These types are frozen: a later version gets types of its own and a step from here
//! to there.

mod hostnames;

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use toml_edit::Table;
use url::{Host, Url};

use super::app_table::{FileApp, FileWebhook, app, read_app, read_webhook, webhook};
use super::file::{Mistake, Providers, nearest};
use super::reader::{At, Reader};
use super::{
    Account, AccountId, AddressSettings, NetworkSettings, OwnSource, OwnSourceKind, PRACTICE, ProviderId, Settings,
    SourceKind, VerifySettings, VpnRule,
};
use crate::address::{Family, PerFamily, Scope, scope};
use crate::hostname::Hostname;
use crate::interface_id::InterfaceId;
use crate::network::NetworkId;

use hostnames::{FileHostname, hostnames, read_hostname};

/// The file as it is written, before its values are checked.
#[derive(Debug)]
pub(super) struct File {
    accounts: Vec<FileAccount>,
    hostnames: Vec<FileHostname>,
    addresses: FileAddresses,
    sources: Vec<FileSource>,
    home: Vec<At<String>>,
    vpn: Option<At<String>>,
    nameservers: Vec<At<String>>,
    app: FileApp,
    webhook: Option<FileWebhook>,
}

#[derive(Debug)]
struct FileAccount {
    id: At<String>,
    provider: At<String>,
    fields: Vec<(String, At<String>)>,
}

#[derive(Debug, Default)]
struct FileAddresses {
    sources: Vec<At<String>>,
    fixed: PerFamily<Option<At<String>>>,
    command: Vec<At<String>>,
    interface_id: Option<At<String>>,
    stun_on_metered: bool,
}

#[derive(Debug)]
struct FileSource {
    kind: At<String>,
    url: At<String>,
    instead: bool,
}

/// Takes the values out of the tables.
pub(super) fn read(root: &Table) -> Result<File, Mistake> {
    let mut reader = Reader::new(root, 0..0, "");
    let accounts = reader.tables("account")?.into_iter().map(read_account).collect::<Result<_, _>>()?;
    let hostnames = reader.tables("hostname")?.into_iter().map(read_hostname).collect::<Result<_, _>>()?;
    let addresses = reader.table("addresses")?.map(read_addresses).transpose()?.unwrap_or_default();
    let sources = reader.tables("source")?.into_iter().map(read_source).collect::<Result<_, _>>()?;
    let (mut home, mut vpn, mut nameservers) = (Vec::new(), None, Vec::new());
    if let Some(mut network) = reader.table("network")? {
        home = network.texts("home")?;
        vpn = network.text("vpn")?;
        network.end()?;
    }
    if let Some(mut verify) = reader.table("verify")? {
        nameservers = verify.texts("nameservers")?;
        verify.end()?;
    }
    let app = reader.table("app")?.map(read_app).transpose()?.unwrap_or_default();
    let webhook = reader.table("webhook")?.map(read_webhook).transpose()?;
    reader.skip("version");
    reader.end()?;

    Ok(File { accounts, hostnames, addresses, sources, home, vpn, nameservers, app, webhook })
}

fn read_account(mut reader: Reader<'_>) -> Result<FileAccount, Mistake> {
    let account = FileAccount {
        id: reader.needed_text("id")?,
        provider: reader.needed_text("provider")?,
        fields: reader.text_table("fields")?,
    };
    reader.end()?;

    Ok(account)
}

fn read_addresses(mut reader: Reader<'_>) -> Result<FileAddresses, Mistake> {
    let addresses = FileAddresses {
        sources: reader.texts("sources")?,
        fixed: PerFamily { ipv4: reader.text("ipv4")?, ipv6: reader.text("ipv6")? },
        command: reader.texts("command")?,
        interface_id: reader.text("interface_id")?,
        stun_on_metered: reader.switch("stun_on_metered", false)?,
    };
    reader.end()?;

    Ok(addresses)
}

fn read_source(mut reader: Reader<'_>) -> Result<FileSource, Mistake> {
    let source = FileSource {
        kind: reader.needed_text("kind")?,
        url: reader.needed_text("url")?,
        instead: reader.switch("instead", false)?,
    };
    reader.end()?;

    Ok(source)
}

impl File {
    /// Checks every value and gives the settings of today.
    pub(super) fn into_settings(self, providers: &dyn Providers) -> Result<Settings, Mistake> {
        let accounts = accounts(self.accounts, providers)?;
        let hostnames = hostnames(self.hostnames, &accounts)?;

        Ok(Settings {
            addresses: addresses(self.addresses)?,
            sources: self.sources.into_iter().map(source).collect::<Result<_, _>>()?,
            network: NetworkSettings {
                home: self.home.into_iter().map(home).collect::<Result<_, _>>()?,
                vpn: self.vpn.map_or(Ok(VpnRule::default()), |vpn| {
                    choice(
                        &vpn,
                        "network.vpn",
                        &[("hold", VpnRule::Hold), ("through", VpnRule::Through), ("physical", VpnRule::Physical)],
                    )
                })?,
            },
            verify: VerifySettings { nameservers: self.nameservers.iter().map(nameserver).collect::<Result<_, _>>()? },
            app: app(&self.app)?,
            webhook: self.webhook.map(webhook).transpose()?,
            accounts,
            hostnames,
        })
    }
}

fn accounts(read: Vec<FileAccount>, providers: &dyn Providers) -> Result<Vec<Account>, Mistake> {
    let mut accounts: Vec<Account> = Vec::new();
    for FileAccount { id, provider, fields } in read {
        if !AccountId::is_valid(&id.value) {
            return Err(Mistake::new(id.span, "account.id", "account-id").with("found", id.value));
        }
        if accounts.iter().any(|account| account.id.0 == id.value) {
            return Err(Mistake::new(id.span, "account.id", "account-twice").with("found", id.value));
        }
        let fields = account_fields(&id, &provider, fields, providers)?;
        accounts.push(Account { id: AccountId(id.value), provider: ProviderId(provider.value), fields });
    }

    Ok(accounts)
}

fn account_fields(
    id: &At<String>,
    provider: &At<String>,
    fields: Vec<(String, At<String>)>,
    providers: &dyn Providers,
) -> Result<BTreeMap<String, String>, Mistake> {
    // The practice server is part of the program and has no file in the catalogue.
    let known = match providers.fields(&provider.value) {
        Some(known) => known,
        None if provider.value == PRACTICE => Vec::new(),
        None => {
            let ids = providers.ids();
            let mistake = Mistake::new(provider.span.clone(), "account.provider", "unknown-provider");
            return Err(match nearest(&provider.value, ids.iter().map(String::as_str)) {
                Some(near) => mistake.with("found", &provider.value).with("near", near),
                None => Mistake { id: "unknown-provider-far", ..mistake }.with("found", &provider.value),
            });
        }
    };
    for (key, value) in &fields {
        let field = format!("account.fields.{key}");
        let mistake =
            |id| Mistake::new(value.span.clone(), &field, id).with("key", key).with("provider", &provider.value);
        match known.iter().find(|fact| fact.key == *key) {
            None => {
                let usable: Vec<&str> =
                    known.iter().filter(|fact| !fact.secret).map(|fact| fact.key.as_str()).collect();
                return Err(match (nearest(key, usable.iter().copied()), usable.is_empty()) {
                    (Some(near), _) => mistake("unknown-field").with("near", near),
                    (None, false) => mistake("unknown-field-far").with("known", usable.join(", ")),
                    (None, true) => mistake("no-fields"),
                });
            }
            // The value is not shown: it is most likely a secret.
            Some(fact) if fact.secret => return Err(mistake("secret-field").with("account", &id.value)),
            Some(_) => {
                if let Err(reason) = providers.check_value(&provider.value, key, &value.value) {
                    return Err(mistake("bad-field").with("reason", reason));
                }
            }
        }
    }
    if let Some(lacking) =
        known.iter().find(|fact| !fact.secret && !fact.optional && !fields.iter().any(|(key, _)| *key == fact.key))
    {
        let field = format!("account.fields.{}", lacking.key);
        return Err(Mistake::new(id.span.clone(), &field, "lacking-field")
            .with("key", &lacking.key)
            .with("provider", &provider.value));
    }

    Ok(fields.into_iter().map(|(key, value)| (key, value.value)).collect())
}

fn addresses(read: FileAddresses) -> Result<AddressSettings, Mistake> {
    let sources = read
        .sources
        .iter()
        .map(|source| {
            choice(
                source,
                "addresses.sources",
                &[
                    ("router", SourceKind::Router),
                    ("stun", SourceKind::Stun),
                    ("http", SourceKind::Http),
                    ("dns", SourceKind::Dns),
                    ("interface", SourceKind::Interface),
                    ("command", SourceKind::Command),
                    ("fixed", SourceKind::Fixed),
                ],
            )
        })
        .collect::<Result<_, _>>()?;
    let fixed = PerFamily {
        ipv4: read.fixed.ipv4.map(|text| fixed(&text, Family::Ipv4)).transpose()?,
        ipv6: read.fixed.ipv6.map(|text| fixed(&text, Family::Ipv6)).transpose()?,
    };
    if let Some(program) = read.command.first()
        && program.value.trim().is_empty()
    {
        return Err(Mistake::new(program.span.clone(), "addresses.command", "bad-command"));
    }

    let interface_id = read.interface_id.map(|text| {
        let mistake = Mistake::new(text.span.clone(), "addresses.interface_id", "bad-device");
        text.value.parse::<InterfaceId>().map_err(|_| mistake.with("found", &text.value))
    });

    Ok(AddressSettings {
        sources,
        fixed,
        command: read.command.into_iter().map(|part| part.value).collect(),
        interface_id: interface_id.transpose()?,
        stun_on_metered: read.stun_on_metered,
    })
}

fn fixed(text: &At<String>, family: Family) -> Result<IpAddr, Mistake> {
    let field = if family == Family::Ipv4 { "addresses.ipv4" } else { "addresses.ipv6" };
    text.value
        .trim()
        .parse::<IpAddr>()
        .ok()
        .filter(|address| Family::of(*address) == family)
        .filter(|address| !matches!(scope(*address), Scope::Unspecified | Scope::Multicast))
        .ok_or_else(|| {
            Mistake::new(text.span.clone(), field, "bad-address")
                .with("found", &text.value)
                .with("family", family.to_string())
        })
}

fn source(read: FileSource) -> Result<OwnSource, Mistake> {
    let kind = choice(
        &read.kind,
        "source.kind",
        &[("http", OwnSourceKind::Http), ("stun", OwnSourceKind::Stun), ("dns", OwnSourceKind::Dns)],
    )?;
    let id = match kind {
        OwnSourceKind::Http => http_source_mistake(&read.url.value),
        OwnSourceKind::Stun => (!is_server(&read.url.value)).then_some("bad-stun"),
        OwnSourceKind::Dns => {
            let right = read
                .url
                .value
                .split_once('@')
                .is_some_and(|(name, server)| name.parse::<Hostname>().is_ok() && is_server(server));
            (!right).then_some("bad-dns")
        }
    };
    match id {
        // The address is not shown: its query may hold a key.
        Some(id) => Err(Mistake::new(read.url.span, "source.url", id)),
        None => Ok(OwnSource { kind, url: read.url.value, instead: read.instead }),
    }
}

fn http_source_mistake(text: &str) -> Option<&'static str> {
    let Ok(url) = Url::parse(text) else {
        return Some("bad-url");
    };
    let here = match url.host() {
        None => return Some("bad-url"),
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => is_local(address.into()),
        Some(Host::Ipv6(address)) => is_local(address.into()),
    };
    match url.scheme() {
        _ if !url.username().is_empty() || url.password().is_some() => Some("url-secret"),
        "https" => None,
        "http" if here => None,
        "http" => Some("plain-http"),
        _ => Some("bad-url"),
    }
}

pub(super) fn is_local(address: IpAddr) -> bool {
    matches!(scope(address), Scope::Loopback | Scope::Private | Scope::UniqueLocal | Scope::LinkLocal)
}

/// `host:port`, `address:port` or `[address]:port`.
fn is_server(text: &str) -> bool {
    if let Ok(address) = text.parse::<SocketAddr>() {
        return address.port() != 0;
    }
    let Some((host, port)) = text.rsplit_once(':') else {
        return false;
    };
    let is_host = host == "localhost" || host.parse::<Hostname>().is_ok();

    is_host && port.parse::<u16>().is_ok_and(|port| port != 0)
}

fn home(text: At<String>) -> Result<String, Mistake> {
    match text.value.parse::<NetworkId>() {
        Ok(_) => Ok(text.value),
        Err(_) => Err(Mistake::new(text.span, "network.home", "bad-home").with("found", text.value)),
    }
}

fn nameserver(text: &At<String>) -> Result<SocketAddr, Mistake> {
    let with_port = text.value.parse::<SocketAddr>().ok().filter(|address| address.port() != 0);
    with_port.or_else(|| text.value.parse::<IpAddr>().ok().map(|address| (address, 53).into())).ok_or_else(|| {
        Mistake::new(text.span.clone(), "verify.nameservers", "bad-nameserver").with("found", &text.value)
    })
}

pub(super) fn choice<T: Copy>(text: &At<String>, field: &str, choices: &[(&'static str, T)]) -> Result<T, Mistake> {
    if let Some((_, value)) = choices.iter().find(|(word, _)| *word == text.value) {
        return Ok(*value);
    }
    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();

    Err(Mistake::new(text.span.clone(), field, "bad-choice").with("found", &text.value).with("known", words.join(", ")))
}
