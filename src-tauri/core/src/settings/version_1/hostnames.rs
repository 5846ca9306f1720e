//! The `[[hostname]]` entries.

use std::collections::BTreeSet;
use std::time::Duration;

use super::super::file::{Mistake, nearest};
use super::super::reader::{At, Reader};
use super::super::{Account, AccountId, HostnameSettings, STANDBY_AFTER, Standby};
use crate::address::PerFamily;
use crate::hostname::{Hostname, HostnameError};
use crate::interface_id::InterfaceId;
use crate::time::{DAY, HOUR, MINUTE};

/// Shorter troubles of a provider are no reason to write elsewhere.
const SOONEST: Duration = MINUTE.saturating_mul(5);
const LATEST: Duration = DAY.saturating_mul(7);

#[derive(Debug)]
pub(super) struct FileHostname {
    name: At<String>,
    account: At<String>,
    enabled: PerFamily<bool>,
    device: Option<At<String>>,
    create: bool,
    paused: bool,
    standby: Option<At<String>>,
    standby_name: Option<At<String>>,
    standby_after: Option<At<String>>,
    lower_ttl: bool,
}

pub(super) fn read_hostname(mut reader: Reader<'_>) -> Result<FileHostname, Mistake> {
    let hostname = FileHostname {
        name: reader.needed_text("name")?,
        account: reader.needed_text("account")?,
        enabled: PerFamily { ipv4: reader.switch("ipv4", true)?, ipv6: reader.switch("ipv6", true)? },
        device: reader.text("device")?,
        create: reader.switch("create", false)?,
        paused: reader.switch("paused", false)?,
        standby: reader.text("standby")?,
        standby_name: reader.text("standby_name")?,
        standby_after: reader.text("standby_after")?,
        lower_ttl: reader.switch("lower_ttl", false)?,
    };
    reader.end()?;

    Ok(hostname)
}

pub(super) fn hostnames(read: Vec<FileHostname>, accounts: &[Account]) -> Result<Vec<HostnameSettings>, Mistake> {
    let mut seen = BTreeSet::new();
    let mut hostnames: Vec<HostnameSettings> = Vec::new();
    let mut standby_names = Vec::new();
    for hostname in read {
        let FileHostname {
            name,
            account,
            enabled,
            device,
            create,
            paused,
            standby,
            standby_name,
            standby_after,
            lower_ttl,
        } = hostname;
        let parsed = hostname_of(&name, "hostname.name")?;
        if !seen.insert(parsed.clone()) {
            return Err(Mistake::new(name.span, "hostname.name", "hostname-twice").with("found", parsed.as_str()));
        }
        let account = account_of(&account, "hostname.account", accounts)?;
        if let Some(device) = &device
            && device.value.parse::<InterfaceId>().is_err()
        {
            let span = device.span.clone();
            return Err(Mistake::new(span, "hostname.device", "bad-device").with("found", &device.value));
        }
        let standby = match standby {
            None => {
                lonely("hostname.standby_name", standby_name)?;
                lonely("hostname.standby_after", standby_after)?;
                None
            }
            Some(standby) => {
                let other = account_of(&standby, "hostname.standby", accounts)?;
                if other == account {
                    let mistake = Mistake::new(standby.span, "hostname.standby", "same-account");
                    return Err(mistake.with("found", standby.value));
                }
                let own = standby_name.as_ref().map(|name| hostname_of(name, "hostname.standby_name")).transpose()?;
                if let (Some(name), Some(text)) = (&own, standby_name)
                    && *name != parsed
                {
                    standby_names.push((name.clone(), text));
                }
                let after = standby_after.as_ref().map_or(Ok(STANDBY_AFTER), span_of)?;

                Some(Standby { account: other, name: own.unwrap_or_else(|| parsed.clone()), after })
            }
        };
        let device = device.map(|device| device.value);
        hostnames.push(HostnameSettings { name: parsed, account, enabled, device, create, paused, standby, lower_ttl });
    }
    for (name, text) in standby_names {
        // Two accounts that write the same name without knowing of each other would fight about it.
        if !seen.insert(name.clone()) {
            return Err(Mistake::new(text.span, "hostname.standby_name", "standby-twice").with("found", name.as_str()));
        }
    }

    Ok(hostnames)
}

fn hostname_of(text: &At<String>, field: &str) -> Result<Hostname, Mistake> {
    text.value.parse().map_err(|error: HostnameError| {
        Mistake::new(text.span.clone(), field, "bad-hostname").with("reason", error.to_string())
    })
}

fn account_of(text: &At<String>, field: &str, accounts: &[Account]) -> Result<AccountId, Mistake> {
    if let Some(known) = accounts.iter().find(|known| known.id.0 == text.value) {
        return Ok(known.id.clone());
    }
    let mistake = Mistake::new(text.span.clone(), field, "no-account");

    Err(match nearest(&text.value, accounts.iter().map(|known| known.id.0.as_str())) {
        Some(near) => mistake.with("found", &text.value).with("near", near),
        None => Mistake { id: "no-account-far", ..mistake }.with("found", &text.value),
    })
}

/// What only means something beside `standby`.
fn lonely(field: &str, text: Option<At<String>>) -> Result<(), Mistake> {
    text.map_or(Ok(()), |text| Err(Mistake::new(text.span, field, "no-standby")))
}

/// A span in words of the file: `30m`, `2h`, `1d`.
fn span_of(text: &At<String>) -> Result<Duration, Mistake> {
    let mistake = || Mistake::new(text.span.clone(), "hostname.standby_after", "bad-span").with("found", &text.value);
    let value = text.value.trim();
    let units = [('m', MINUTE), ('h', HOUR), ('d', DAY)];
    let found = units.iter().find_map(|(letter, unit)| Some((value.strip_suffix(*letter)?, *unit)));
    let (number, unit) = found.ok_or_else(mistake)?;
    let span = number.parse::<u32>().ok().and_then(|number| unit.checked_mul(number)).ok_or_else(mistake)?;

    if (SOONEST..=LATEST).contains(&span) { Ok(span) } else { Err(mistake()) }
}
