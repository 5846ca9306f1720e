//! What an import would do, for people: no secret is in it.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::OtherClient;
use crate::request::Secret;

/// A file to import, on its way to the resident: whoever shows the preview need not read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportFile {
    /// Its name, without the folder.
    pub name: String,
    /// What stands in it, in Base64: there are secrets in it, and it need not be a text.
    pub content: Secret,
    /// The client that wrote it, if the user named one.
    pub from: Option<OtherClient>,
}

impl ImportFile {
    /// Packs a file.
    #[must_use]
    pub fn new(name: &str, content: &[u8], from: Option<OtherClient>) -> Self {
        let content = Zeroizing::new(STANDARD.encode(content));

        Self { name: name.to_owned(), content: Secret::new(&content), from }
    }

    /// What stands in the file; `None` when it is not Base64.
    #[must_use]
    pub fn bytes(&self) -> Option<Zeroizing<Vec<u8>>> {
        STANDARD.decode(self.content.reveal()).ok().map(Zeroizing::new)
    }
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportPreview {
    /// It was added; otherwise it would be.
    pub added: bool,
    /// The client's id.
    pub client: String,
    /// The client's name for people.
    pub client_name: String,
    /// What will be kept up to date.
    pub hostnames: Vec<ImportHostname>,
    /// Echo services that will be asked beside the built-in ones.
    pub sources: Vec<String>,
    /// What is not taken over, and what to do about it.
    pub remarks: Vec<ImportRemark>,
    /// How many remarks are not listed, because there are too many.
    pub more_remarks: u32,
}

/// One hostname that will be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportHostname {
    /// The name in ASCII.
    pub hostname: String,
    /// The provider's id.
    pub provider: String,
    /// The provider's name.
    pub provider_name: String,
    /// The id of the account that is made for it.
    pub account: String,
    /// The A record is kept.
    pub ipv4: bool,
    /// The AAAA record is kept.
    pub ipv6: bool,
    /// The provider's fields that are not secret.
    pub fields: BTreeMap<String, String>,
    /// The fields whose values the file does not have; they were derived from the hostname and deserve a look.
    pub guessed: Vec<String>,
    /// The keys of the secrets that go to the keychain.
    pub secrets: Vec<String>,
    /// Its line in the file, from 1; 0 where that is not known.
    pub line: u32,
}

/// What becomes of something that is not taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum RemarkKind {
    /// It cannot be taken over.
    LeftOut,
    /// It is a program or another file; it is listed and never run or opened.
    NotRun,
    /// Homeport does without it.
    NotNeeded,
}

/// Something that is not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportRemark {
    /// Its line in the file, from 1; 0 where that is not known.
    pub line: u32,
    /// The other client's word for it.
    pub word: String,
    /// What becomes of it.
    pub kind: RemarkKind,
    /// Why.
    pub why: String,
    /// What to do.
    pub cure: String,
}
