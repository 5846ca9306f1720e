//! The steps of a recipe, read and checked: what cannot be right is refused with its line before anything is sent.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;

use super::compile;
use super::file::{FieldKind, FileError, ProviderFile, Source};
use super::provider::{Field, SLOTS};
use super::step_file::{AbsentFile, Find, OneOf, PageFile, StepFile, When};
use super::template::{Json, RequestTemplate, Target, Template};

/// The reads of a recipe that may stand before its writes.
const MOST_READS: usize = 3;
/// The slots of a recipe besides those of every template.
const RECIPE_SLOTS: [&str; 7] = ["zone", "label", "prefix", "candidate", "old", "items", "record_code"];

/// All steps of a provider.
#[derive(Debug, Clone)]
pub(super) struct Steps {
    pub(super) session: Option<ReadStep>,
    pub(super) zone: Option<ReadStep>,
    pub(super) records: Vec<ReadStep>,
    /// Instead of the two above for several hostnames at once.
    pub(super) many: Many,
    pub(super) writes: Vec<WriteStep>,
    /// What the zone's own name is called.
    pub(super) apex: String,
    /// What the API calls A and AAAA.
    pub(super) record_types: BTreeMap<String, String>,
}

/// The reads that are the same for many hostnames.
#[derive(Debug, Clone, Default)]
pub(super) struct Many {
    zone: Option<ReadStep>,
    record: Option<ReadStep>,
}

/// A step that reads.
#[derive(Debug, Clone)]
pub(super) struct ReadStep {
    pub(super) request: RequestTemplate,
    /// JSON pointers and the texts that an answer has to have to be read.
    pub(super) ok: Vec<(String, String)>,
    pub(super) absent: Vec<Absent>,
    /// Where the list stands; `None`: the answer itself is what was looked for.
    pub(super) list: Option<String>,
    pub(super) map: bool,
    /// JSON pointers within an entry, and the texts of which one has to stand there.
    pub(super) filter: Vec<(String, Vec<Template>)>,
    pub(super) name: Option<String>,
    pub(super) content: Option<String>,
    pub(super) value: String,
    pub(super) capture: Vec<(String, String)>,
    pub(super) page: Option<PageFile>,
    /// The key of the captured comment that says who keeps the record.
    pub(super) owner: Option<String>,
}

/// What says that nothing was found.
#[derive(Debug, Clone)]
pub(super) struct Absent {
    pub(super) status: Option<u16>,
    pub(super) json: Vec<(String, String)>,
}

/// A step that writes.
#[derive(Debug, Clone)]
pub(super) struct WriteStep {
    pub(super) when: When,
    pub(super) request: RequestTemplate,
    pub(super) item: Option<Json>,
}

impl WriteStep {
    pub(super) fn is_for(&self, exists: bool) -> bool {
        match self.when {
            When::Found => exists,
            When::Missing => !exists,
            When::Any => true,
        }
    }

    /// How one address is written where the write carries the record's whole set.
    pub(super) fn address(&self) -> Option<&Json> {
        self.item.iter().chain(&self.request.json).find_map(Json::address)
    }

    /// It changes one address of several, which it names by its id (`id`, `record`) or by what it was.
    pub(super) fn names_one(&self) -> bool {
        self.keys().iter().any(|key| matches!(*key, "id" | "record" | "old"))
    }

    fn keys(&self) -> BTreeSet<&str> {
        let own = self.request.templates().into_iter().map(|(_, template)| template);
        let items = self.item.iter().flat_map(Json::templates);

        own.chain(items).flat_map(Template::keys).collect()
    }
}

impl ReadStep {
    /// The request names the zone that it looks for.
    pub(super) fn asks_by_name(&self) -> bool {
        keys(&self.request).contains("candidate")
    }
}

impl Steps {
    /// The one server that all steps speak with.
    pub(super) fn target(&self) -> Option<&Target> {
        self.writes.first().map(|write| &write.request.target)
    }

    /// A record's comment says who keeps it.
    pub(super) fn has_owner(&self) -> bool {
        self.records.last().is_some_and(|step| step.owner.is_some())
    }

    fn reads(&self) -> impl Iterator<Item = &ReadStep> {
        self.session.iter().chain(&self.zone).chain(&self.many.zone).chain(&self.records).chain(&self.many.record)
    }

    /// The step that finds the zone, for one hostname or for several at once.
    pub(super) fn zone_step(&self, several: bool) -> Option<&ReadStep> {
        self.many.zone.as_ref().filter(|_| several).or(self.zone.as_ref())
    }

    /// The steps that read the record, for one hostname or for several at once.
    pub(super) fn record_steps(&self, several: bool) -> &[ReadStep] {
        match &self.many.record {
            Some(step) if several => std::slice::from_ref(step),
            _ => &self.records,
        }
    }
}

/// Reads and checks the steps of a file.
pub(super) fn steps(
    source: Source<'_>,
    files: &[(Source<'_>, &ProviderFile)],
    own: &ProviderFile,
    fields: &[Field],
) -> Result<Steps, FileError> {
    let apex = own.apex.clone().unwrap_or_else(|| "@".to_owned());
    let record_types = own.record_types.clone();
    let (records, writes, many) = (Vec::new(), Vec::new(), Many::default());
    let mut steps = Steps { session: None, zone: None, records, many, writes, apex, record_types };
    let mut captured: BTreeSet<String> = BTreeSet::new();
    let mut last = None;
    for file in &own.step {
        let span = file.span();
        let wrong = |field: &str, problem: &str, cure: &str| Err(source.error(&span, field, problem, cure));
        let known = |key: &str| SLOTS.contains(&key) || RECIPE_SLOTS.contains(&key) || captured.contains(key);
        match (&file.find, &file.write) {
            (Some(find), None) => {
                let kind = *find.get_ref();
                if !steps.writes.is_empty() || last.is_some_and(|last| last > kind) {
                    return wrong("find", "stands too late", "order the steps: session, zone, record, then the writes");
                }
                if last == Some(kind) && kind != Find::Record && !file.many {
                    return wrong("find", "stands twice", "one such step is enough");
                }
                last = Some(kind);
                let step = read_step(source, files, file, fields, &known)?;
                check_read(source, kind, &step, file, fields)?;
                captured.extend(step.capture.iter().map(|(key, _)| key.clone()));
                if file.many {
                    check_many(source, &steps, kind, &step, file)?;
                }
                match kind {
                    Find::Zone if file.many => steps.many.zone = Some(step),
                    Find::Record if file.many => steps.many.record = Some(step),
                    Find::Session => steps.session = Some(step),
                    Find::Zone => steps.zone = Some(step),
                    Find::Record => steps.records.push(step),
                }
            }
            (None, Some(write)) => {
                let request = compile::step_request(source, files, file, fields, &known)?;
                let item = file.item.as_ref().map(|item| compile::json(source, item, item.get_ref())).transpose()?;
                let step = WriteStep { when: *write.get_ref(), request, item };
                check_write(source, &steps, &step, file, fields)?;
                steps.writes.push(step);
            }
            _ => return wrong("step", "is neither a read nor a write", "write find = … or write = …"),
        }
    }
    check_all(source, own, &steps, fields)?;

    Ok(steps)
}

fn read_step(
    source: Source<'_>,
    files: &[(Source<'_>, &ProviderFile)],
    file: &StepFile,
    fields: &[Field],
    known: &dyn Fn(&str) -> bool,
) -> Result<ReadStep, FileError> {
    let request = compile::step_request(source, files, file, fields, known)?;
    let pointer = |field: &str, text: &Option<Spanned<String>>| -> Result<Option<String>, FileError> {
        let Some(text) = text else {
            return Ok(None);
        };
        compile::pointer(source, &text.span(), field, text.get_ref())?;

        Ok(Some(text.get_ref().clone()))
    };
    let span = file.span();
    let filter = file.filter.iter().map(|(key, texts)| {
        compile::pointer(source, &span, "where", key)?;
        let texts = match texts {
            OneOf::One(text) => std::slice::from_ref(text),
            OneOf::Some(texts) => texts.as_slice(),
        };
        let texts = texts.iter().map(|text| Template::parse(text));
        let wrong = |problem: String| source.error(&span, "where", problem, "write slots as {key}");
        let texts = texts.collect::<Result<Vec<_>, String>>().map_err(wrong)?;
        let is_field = |key: &str| fields.iter().any(|field| field.card.key == key && !field.card.secret);
        if let Some(key) = texts.iter().flat_map(Template::keys).find(|key| !is_field(key) && !known(key)) {
            return Err(wrong(format!("uses {{{key}}}, which is neither a field nor a slot")));
        }

        Ok((key.clone(), texts))
    });
    let capture = file.capture.iter().map(|(key, text)| {
        compile::pointer(source, &text.span(), "capture", text.get_ref())?;
        check_captured(source, key, &text.span(), fields)?;

        Ok((key.clone(), text.get_ref().clone()))
    });

    Ok(ReadStep {
        request,
        ok: file.ok.iter().map(|(key, value)| (key.clone(), compile::plain(value))).collect(),
        absent: file.absent.iter().map(absent).collect(),
        list: pointer("list", &file.list)?,
        map: file.map,
        filter: filter.collect::<Result<_, FileError>>()?,
        name: pointer("name", &file.name)?,
        content: pointer("content", &file.content)?,
        value: pointer("value", &file.value)?.unwrap_or_default(),
        capture: capture.collect::<Result<_, FileError>>()?,
        page: file.page.as_ref().map(|page| page.get_ref().clone()),
        owner: file.owner.as_ref().map(|owner| owner.get_ref().clone()),
    })
}

fn absent(file: &AbsentFile) -> Absent {
    let json = file.json.iter().map(|(key, value)| (key.clone(), compile::plain(value))).collect();

    Absent { status: file.status, json }
}

fn check_captured(source: Source<'_>, key: &str, span: &Range<usize>, fields: &[Field]) -> Result<(), FileError> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let problem = if key.is_empty() || !key.bytes().all(plain) {
        format!("\"{key}\" is not a key")
    } else if SLOTS.contains(&key) || RECIPE_SLOTS.contains(&key) {
        format!("\"{key}\" is a slot of every recipe")
    } else if fields.iter().any(|field| field.card.key == key && !may_be_covered(field)) {
        format!("\"{key}\" would stand in front of the field of that name")
    } else {
        return Ok(());
    };

    Err(source.error(span, "capture", problem, "take another key"))
}

/// Only what the user may leave empty, and what is neither a secret nor a server, may be read instead.
fn may_be_covered(field: &Field) -> bool {
    field.card.optional && !field.card.secret && field.kind != FieldKind::WebServer
}

fn check_read(
    source: Source<'_>,
    kind: Find,
    step: &ReadStep,
    file: &StepFile,
    fields: &[Field],
) -> Result<(), FileError> {
    let wrong = |field: &str, problem: &str, cure: &str| Err(source.error(&file.span(), field, problem, cure));
    if file.item.is_some() {
        return wrong("item", "is only for writes", "leave it out");
    }
    if file.value.is_some() && file.content.is_none() {
        return wrong("value", "has no content to stand in", "write content, the pointer to the list of addresses");
    }
    if step.page.is_some() && step.list.is_none() {
        return wrong("page", "has no list", "write list, the pointer to it");
    }
    if step.page.as_ref().is_some_and(|page| page.next.is_none() && page.size.is_none()) {
        return wrong("page", "does not say when the list ends", "write size or next");
    }
    let used = keys(&step.request);
    match kind {
        Find::Zone if step.list.is_some() && step.name.is_none() => {
            wrong("name", "is missing", "write where the zone's name stands in an entry of the list")
        }
        Find::Zone if step.list.is_none() && !used.contains("candidate") => {
            wrong("list", "is missing", "write list, or ask for one {candidate} after the other")
        }
        Find::Zone if used.contains("zone") || used.contains("label") => {
            wrong("find", "uses the zone that it looks for", "use {candidate}")
        }
        Find::Zone if !fields.iter().any(|field| field.card.key == "zone" && field.card.optional) => {
            wrong("find", "has no field for who knows the zone", "add an optional [[field]] with the key zone")
        }
        Find::Record if step.list.is_some() && step.filter.is_empty() => {
            wrong("where", "is missing", "write where = { \"/type\" = \"{record_type}\", \"/name\" = \"{label}\" }")
        }
        Find::Session | Find::Record if used.contains("candidate") => {
            wrong("find", "uses {candidate}", "that slot is only for the step that finds the zone")
        }
        _ => Ok(()),
    }
}

fn check_write(
    source: Source<'_>,
    steps: &Steps,
    step: &WriteStep,
    file: &StepFile,
    fields: &[Field],
) -> Result<(), FileError> {
    let wrong = |field: &str, problem: &str, cure: &str| Err(source.error(&file.span(), field, problem, cure));
    let odd = file.list.is_some() || !file.filter.is_empty() || file.content.is_some() || !file.capture.is_empty();
    if odd || file.page.is_some() || !file.ok.is_empty() || !file.absent.is_empty() {
        return wrong("write", "reads", "list, where, content, capture, ok, absent and page are for find");
    }
    let used = step.keys();
    let captures: BTreeSet<&str> =
        steps.records.iter().flat_map(|read| &read.capture).map(|(key, _)| key.as_str()).collect();
    let names = ["record_type", "record_code"].iter().any(|key| used.contains(key))
        && ["label", "prefix", "hostname"].iter().any(|key| used.contains(key));
    let first = !steps.writes.iter().any(|write| write.is_for(step.when != When::Missing));
    if step.when != When::Missing && !file.unread {
        if !steps.records.iter().any(|read| read.content.is_some()) {
            let cure =
                "add a step with find = \"record\" and content, so that an address that is there is not sent again";
            return wrong("write", "changes a record that was not read", cure);
        }
        if !names && captures.is_disjoint(&used) {
            let cure = "use the record's captured id, or name it by {record_type} and {label}";
            return wrong("write", "does not say which record it changes", cure);
        }
        let has = |key| fields.iter().any(|field| field.card.key == key);
        if used.contains("ttl") && !captures.contains("ttl") && has("ttl") {
            return wrong("write", "overwrites the record's TTL", "capture ttl where the record is read");
        }
    }
    if step.request.method == "DELETE" && first {
        let cure = "change the record in place; only a step that follows the write may remove what was there";
        return wrong("method", "deletes before it writes", cure);
    }
    if step.item.is_some() != used.contains("items") {
        return wrong("item", "and {items:json} belong together", "write both, or none of them");
    }

    Ok(())
}

fn check_all(source: Source<'_>, own: &ProviderFile, steps: &Steps, fields: &[Field]) -> Result<(), FileError> {
    let start = own.step.first().map_or(0..0, StepFile::span);
    let wrong = |field: &str, problem: &str, cure: &str| Err(source.error(&start, field, problem, cure));
    if steps.writes.is_empty() {
        return wrong("step", "only read", "add a step with write");
    }
    if steps.session.iter().chain(&steps.zone).chain(&steps.records).count() > MOST_READS || steps.writes.len() > 4 {
        return wrong("step", "are too many", "at most three reads and four writes");
    }
    if steps.records.iter().rev().skip(1).any(|read| read.content.is_some()) {
        return wrong("content", "stands in two steps", "only the last read knows the address");
    }
    let requests = steps.reads().map(|read| &read.request).chain(steps.writes.iter().map(|write| &write.request));
    let targets: Vec<&Target> = requests.map(|request| &request.target).collect();
    if targets.windows(2).any(|pair| pair.first() != pair.last()) {
        return wrong("url", "names several servers", "all steps speak with one server");
    }
    let creates = steps.writes.iter().any(|write| write.is_for(false));
    if creates != own.can_create {
        return wrong("can_create", "does not fit the steps", "it is true where a step is for missing records");
    }
    if !steps.writes.iter().any(|write| write.is_for(true)) {
        return wrong("write", "changes no record that is there", "add a step with write = \"found\"");
    }
    let zone = fields.iter().find(|field| field.card.key == "zone");
    let of_zone = own.step.iter().find(|step| step.find.as_ref().is_some_and(|find| *find.get_ref() == Find::Zone));
    let needs_zone = all_keys(steps).iter().any(|key| matches!(*key, "zone" | "label" | "prefix"));
    if needs_zone && of_zone.is_none() && zone.is_none_or(|zone| zone.card.optional) {
        return wrong("step", "do not know the zone", "add a step that finds it, or a [[field]] with the key zone");
    }
    let batch = own.batch.as_ref().map_or(1, |batch| *batch.get_ref());
    let has_item = steps.writes.iter().any(|write| write.item.is_some());
    let is_of_all = |many: &Option<ReadStep>, one: Option<&ReadStep>| {
        many.is_some() || one.is_some_and(|step| step.list.is_some() && !asks_for_one(step))
    };
    let reads_many = (of_zone.is_none() || is_of_all(&steps.many.zone, steps.zone.as_ref()))
        && is_of_all(&steps.many.record, steps.records.last())
        && steps.records.len() == 1;
    if batch > 1 && !(has_item && (reads_many || of_zone.is_none() && batch <= 8)) {
        let cure = "a list of hostnames needs a write with item; and reads with many, or a field for the zone and at most 8 hostnames";
        return wrong("batch", "cannot be sent by these steps", cure);
    }

    if let Some(owner) = own.step.iter().find_map(|step| step.owner.as_ref()) {
        let key = owner.get_ref();
        let writes =
            |exists| steps.writes.iter().any(|write| write.is_for(exists) && write.keys().contains(key.as_str()));
        let read = steps.records.last().is_some_and(|read| read.capture.iter().any(|(captured, _)| captured == key));
        if !read || !writes(true) || !writes(false) {
            let cure = "capture the comment in the last read of the record, and send it in both kinds of writes";
            return Err(source.error(&owner.span(), "owner", "is not read and written", cure));
        }
    }
    if let Some(minimum) = &own.minimum_ttl {
        let kept = steps.records.iter().any(|read| read.capture.iter().any(|(key, _)| key == "ttl"));
        if !kept || !steps.writes.iter().any(|write| write.is_for(true) && write.keys().contains("ttl")) {
            let cure = "capture ttl where the record is read and send it, or leave minimum_ttl out";
            return Err(source.error(&minimum.span(), "minimum_ttl", "is for a TTL that is not sent", cure));
        }
    }

    check_unused(source, own, steps)
}

/// A read for many hostnames is one list, and gives the later steps what the read for one gives them.
fn check_many(
    source: Source<'_>,
    steps: &Steps,
    kind: Find,
    step: &ReadStep,
    file: &StepFile,
) -> Result<(), FileError> {
    let wrong = |problem: &str, cure: &str| Err(source.error(&file.span(), "many", problem, cure));
    let one = match kind {
        Find::Session => return wrong("is for a session", "a session is one for all"),
        Find::Zone => steps.zone.as_ref(),
        Find::Record => steps.records.last(),
    };
    let Some(one) = one else {
        return wrong("has no read for one hostname before it", "write that one first");
    };
    let captures = |step: &ReadStep| step.capture.iter().map(|(key, _)| key.clone()).collect::<BTreeSet<_>>();
    if captures(one) != captures(step) || one.owner != step.owner {
        return wrong("captures other values than the read for one hostname", "capture the same keys in both");
    }
    if step.list.is_none() || asks_for_one(step) {
        return wrong("asks for one hostname", "ask for the list of all");
    }

    Ok(())
}

/// The request names a hostname, or a part of it.
fn asks_for_one(step: &ReadStep) -> bool {
    keys(&step.request).iter().any(|key| matches!(*key, "hostname" | "label" | "prefix" | "candidate"))
}

/// A captured value that nothing uses is a slip of the pen.
fn check_unused(source: Source<'_>, own: &ProviderFile, steps: &Steps) -> Result<(), FileError> {
    let used = all_keys(steps);
    for (key, text) in own.step.iter().flat_map(|step| &step.capture) {
        if !used.contains(key.as_str()) {
            let problem = format!("\"{key}\" is captured and never used");
            return Err(source.error(&text.span(), "capture", problem, "leave it out, or use it in a later step"));
        }
    }

    Ok(())
}

fn all_keys(steps: &Steps) -> BTreeSet<&str> {
    let mut used: BTreeSet<&str> = steps.writes.iter().flat_map(WriteStep::keys).collect();
    for read in steps.reads() {
        used.extend(keys(&read.request));
        used.extend(read.filter.iter().flat_map(|(_, texts)| texts).flat_map(Template::keys));
    }

    used
}

fn keys(request: &RequestTemplate) -> BTreeSet<&str> {
    request.templates().into_iter().flat_map(|(_, template)| template.keys()).collect()
}
