//! The words of a `[[step]]`, as they are written in TOML.
//!
//! A provider whose API has to be read before it is written has steps instead of one request. They stand in the order in
//! which they are sent: `find = "session"`, `find = "zone"`, `find = "record"`, then `write`. What `[request]` says of
//! `query`, `headers`, `basic` and `form` holds for every step.
//!
//! - `find = "session"`: captures what later steps need, such as an account's id. It is left out where the user typed all
//!   that it captures. What it captures is treated as a secret.
//! - `find = "zone"`: finds the zone of the hostname, once for each hostname. With the slot `{candidate}` it is asked for
//!   the hostname and every name above it until one is found; without, `list` has all zones and the longest that fits is
//!   taken. The slots `{zone}` and `{label}` are known from here on. A zone that the user typed is the only candidate.
//!   Without this step, `zone` is a field that has to be filled in.
//! - `find = "record"`: finds what DNS has for the hostname and the family now. `list` and `where` choose the record, or
//!   the answer itself is it. `content` leads to its address, or to the list of its addresses, with `value` inside of each.
//!   No record: it is created if the user agreed. One: it is changed in place, or left alone if the address is there
//!   already. Several: the one that was published last is the home's. It is named by its `{id}` or `{old}`, or the write
//!   carries the whole set: then a list whose one element is `{address}` gets the others, too. Otherwise nothing is written.
//! - The slots of a recipe: `{zone}`; `{label}`, the name in front of the zone, at the zone's own name `apex`; `{prefix}`,
//!   the same and missing there; `{record_code}`, what `record_types` has for the record's type; `{old}`, the address that
//!   was there.
//! - `write = "found"`, `"missing"` or `"any"`: what is sent for a record that was found, for one that is missing, or for
//!   both. A second step for the same case follows the first; it may remove the old address, `{old}`. With `item` one
//!   request carries everything that is written, as `{items:json}`.
//!
//! - `owner`, in the step that reads the record: the key of the captured value that is the record's comment. A record that
//!   is created gets a comment that names this installation, under the same key; one whose comment names another
//!   installation is not written.
//!
//! - `many = true`, for a read of zones or records: it stands in the place of the read before it when several hostnames are
//!   updated at once, and has one list for all of them. It captures the same. With it, a `batch` may have 100 hostnames.
//!
//! In `capture`, a key and a JSON pointer; the value is a slot of the later steps and stands in front of a field of the
//! same name, so that `{ttl:json}` is the record's own TTL where there is one. `{key:json}` keeps numbers, lists and
//! objects what they are. `ok` has to hold for an answer to be read, `absent` says that nothing was found, `page` follows
//! long lists.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::file::BasicFile;

/// What a reading step looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Find {
    Session,
    Zone,
    Record,
}

/// When a writing step is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum When {
    Found,
    Missing,
    Any,
}

/// One text, or several of which one has to fit.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum OneOf {
    One(String),
    Some(Vec<String>),
}

/// How the next page of a list is asked for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PageFile {
    /// The parameter of the query (in a form: of the form).
    pub(super) parameter: String,
    /// The first page's number, or the first offset, where the first request has to name it.
    pub(super) first: Option<u32>,
    /// How many entries a full page has: a shorter one is the last.
    pub(super) size: Option<usize>,
    /// The parameter counts entries, not pages.
    #[serde(default)]
    pub(super) offset: bool,
    /// Where in the answer the next page's mark stands; the list ends where there is none.
    pub(super) next: Option<String>,
}

/// What says that nothing was found.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AbsentFile {
    pub(super) status: Option<u16>,
    #[serde(default)]
    pub(super) json: BTreeMap<String, toml::Value>,
}

/// One step.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct StepFile {
    pub(super) find: Option<Spanned<Find>>,
    pub(super) write: Option<Spanned<When>>,
    pub(super) method: Option<Spanned<String>>,
    pub(super) url: Option<Spanned<String>>,
    pub(super) query: BTreeMap<String, Spanned<String>>,
    pub(super) headers: BTreeMap<String, Spanned<String>>,
    pub(super) basic: Option<BasicFile>,
    pub(super) form: BTreeMap<String, Spanned<String>>,
    pub(super) json: Option<Spanned<toml::Value>>,
    pub(super) item: Option<Spanned<toml::Value>>,
    pub(super) ok: BTreeMap<String, toml::Value>,
    pub(super) absent: Vec<AbsentFile>,
    pub(super) list: Option<Spanned<String>>,
    #[serde(rename = "where")]
    pub(super) filter: BTreeMap<String, OneOf>,
    /// The list is an object, and its members are the entries.
    pub(super) map: bool,
    /// A write of an API that cannot be read. It changes only a record that is there.
    pub(super) unread: bool,
    pub(super) name: Option<Spanned<String>>,
    pub(super) content: Option<Spanned<String>>,
    pub(super) value: Option<Spanned<String>>,
    pub(super) capture: BTreeMap<String, Spanned<String>>,
    pub(super) page: Option<Spanned<PageFile>>,
    /// The step is for several hostnames at once, instead of the one of the same kind.
    pub(super) many: bool,
    /// Which captured value is the record's comment.
    pub(super) owner: Option<Spanned<String>>,
}

impl StepFile {
    /// Where the step begins.
    pub(super) fn span(&self) -> Range<usize> {
        let find = self.find.as_ref().map(Spanned::span);

        find.or(self.write.as_ref().map(Spanned::span)).unwrap_or(0..0)
    }
}
