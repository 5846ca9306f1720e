//! Other clients' configuration files: what they keep up to date, as settings and secrets of ours. The file is only
//! read: no command, include or plug-in that it names is ever run or opened. Everything that cannot be taken over is
//! told with its line, the other client's word for it, and what to do instead.
//!
//! One file here reads each client's format into [`found::Found`]; [`matching`] finds our provider and its fields for it.

mod ddclient;
mod ddns_go;
mod ddns_updater;
mod decode;
mod found;
mod inadyn;
mod lines;
mod matching;
mod newfuture;
mod noip;
mod openwrt;
mod plan;
mod preview;
mod words;
mod yaml;

use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::request::Refusal;
use crate::settings::Settings;
use crate::text::Texts;

pub use plan::{Import, NewAccount};
pub use preview::{ImportFile, ImportHostname, ImportPreview, ImportRemark, RemarkKind};

/// The longest file that is read, in bytes. The longest that people have is a few kilobytes.
pub const LONGEST: usize = 1024 * 1024;

/// A client whose configuration can be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum OtherClient {
    Ddclient,
    Inadyn,
    DdnsGo,
    DdnsUpdater,
    Newfuture,
    NoipDuc,
    Openwrt,
}

impl OtherClient {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Ddclient, Self::Inadyn, Self::DdnsGo, Self::DdnsUpdater, Self::Newfuture, Self::NoipDuc, Self::Openwrt];

    /// Its name on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Ddclient => "ddclient",
            Self::Inadyn => "inadyn",
            Self::DdnsGo => "ddns-go",
            Self::DdnsUpdater => "ddns-updater",
            Self::Newfuture => "newfuture",
            Self::NoipDuc => "noip-duc",
            Self::Openwrt => "openwrt",
        }
    }

    /// The client of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|client| client.id() == name)
    }

    /// Its name for people.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Ddclient => "ddclient",
            Self::Inadyn => "inadyn",
            Self::DdnsGo => "ddns-go",
            Self::DdnsUpdater => "ddns-updater",
            Self::Newfuture => "DDNS by NewFuture",
            Self::NoipDuc => "the No-IP client",
            Self::Openwrt => "OpenWrt",
        }
    }
}

/// Why a file cannot be read at all. Never what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is longer than [`LONGEST`].
    #[error("the file is longer than 1 MiB")]
    TooLong,
    /// It has nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is no text.
    #[error("the file is not a text")]
    Binary,
    /// It is the file of noip2, which only noip2 can read.
    #[error("the file is the binary configuration of noip2")]
    Noip2,
    /// No client's format.
    #[error("the file looks like no client's configuration")]
    Unrecognised,
    /// It breaks the rules of its own format.
    #[error("the file breaks the rules of its format in line {line}: {problem}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// What is wrong, without a word of the file.
        problem: &'static str,
    },
}

impl ImportError {
    /// What happened, what it means, what to do.
    #[must_use]
    pub fn refusal(&self, texts: &Texts) -> Refusal {
        let id = match self {
            Self::TooLong => "import-too-long",
            Self::Empty => "import-empty",
            Self::Binary => "import-binary",
            Self::Noip2 => "import-noip2",
            Self::Unrecognised => "import-unrecognised",
            Self::Syntax { .. } => "import-syntax",
        };
        let clients: Vec<&str> = OtherClient::ALL.iter().map(|client| client.id()).collect();
        let (line, problem) = match self {
            Self::Syntax { line, problem } => (*line, *problem),
            _ => (0, ""),
        };
        let values =
            [("line", line.to_string().into()), ("problem", problem.into()), ("clients", clients.join(", ").into())];
        let say = |part: &str| texts.say(&format!("{id}-{part}"), &values);

        Refusal { happened: say("happened"), means: say("means"), cure: say("do"), field: None }
    }
}

/// Reads a file. `name` is the file's name, which helps to recognise a binary one; `from` is the client, if the user
/// named it.
///
/// # Errors
///
/// Why nothing of the file can be read. What cannot be taken over of a readable file is in the preview.
pub fn read(
    bytes: &[u8],
    name: &str,
    from: Option<OtherClient>,
    catalogue: &Catalogue,
    settings: &Settings,
    texts: &Texts,
) -> Result<Import, ImportError> {
    let text = decode::text(bytes, name, from)?;
    let client = from.or_else(|| decode::client(&text)).ok_or(ImportError::Unrecognised)?;
    let found = match client {
        OtherClient::Ddclient => ddclient::read(&text),
        OtherClient::Inadyn => inadyn::read(&text),
        OtherClient::DdnsGo => ddns_go::read(&text)?,
        OtherClient::DdnsUpdater => ddns_updater::read(&text)?,
        OtherClient::Newfuture => newfuture::read(&text)?,
        OtherClient::NoipDuc => noip::read(&text),
        OtherClient::Openwrt => openwrt::read(&text),
    };

    Ok(plan::plan(client, found, catalogue, settings, texts))
}
