//! The settings of a resident in the lab.

use super::internet::{KEY, NAME_SERVER, SERVERS, STUN};
use super::{HOSTNAME, ZONE};
use crate::bind;
use crate::mock_provider::{PASSWORD, USER};

/// By which protocol the hostname is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Updates {
    /// At the provider.
    #[default]
    Dyndns2,
    /// At BIND itself.
    Rfc2136,
}

/// What a resident is to do.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes<'a> {
    /// The kinds of sources beside the echo services.
    pub kinds: &'a [&'a str],
    /// By which protocol.
    pub updates: Updates,
    /// The AAAA record, too.
    pub ipv6: bool,
    /// Further variables of its environment.
    pub variables: &'a [(&'a str, &'a str)],
}

impl Wishes<'_> {
    /// The settings file.
    #[must_use]
    pub fn settings(&self) -> String {
        let [one, two, provider] = SERVERS;
        let quoted = |kind: &&str| format!("\"{kind}\"");
        let kinds: Vec<String> = ["http", "interface"].iter().chain(self.kinds).map(quoted).collect();
        let kinds = kinds.join(", ");
        let (name, fields) = match self.updates {
            Updates::Dyndns2 => ("dyndns2", format!("server = \"https://{provider}\"\nuser = \"{USER}\"\n")),
            Updates::Rfc2136 => {
                ("rfc2136", format!("server = \"{NAME_SERVER}\"\nzone = \"{ZONE}\"\nkey_name = \"{KEY}\"\n"))
            }
        };

        format!(
            "version = 1\n\n[[account]]\nid = \"lab\"\nprovider = \"{name}\"\n[account.fields]\n{fields}\n[[hostname]]\n\
             name = \"{HOSTNAME}\"\naccount = \"lab\"\nipv6 = {}\n\n[addresses]\nsources = [{kinds}]\n\n\
             [[source]]\nkind = \"http\"\nurl = \"https://{one}/ip\"\ninstead = true\n\n[[source]]\nkind = \"http\"\n\
             url = \"https://{two}/ip\"\ninstead = true\n\n[[source]]\nkind = \"stun\"\nurl = \"{STUN}\"\ninstead = true\n",
            self.ipv6
        )
    }

    /// The secret of the account: its name, its field, and itself.
    #[must_use]
    pub fn secret(&self) -> (&'static str, &'static str, String) {
        match self.updates {
            Updates::Dyndns2 => ("lab", "password", PASSWORD.to_owned()),
            Updates::Rfc2136 => ("lab", "key", bind::secret(KEY)),
        }
    }
}
