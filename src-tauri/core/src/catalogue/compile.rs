//! Turns the words of a file into templates and rules, and names the line of what does not fit.

use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Duration;

use regex_lite::Regex;
use toml::Spanned;
use url::Url;

use super::file::{BasicFile, FieldKind, FileError, ProviderFile, ReplyFile, RequestFile, Source};
use super::provider::{Field, SLOTS, is_safe_origin};
use super::rules::Rule;
use super::step_file::StepFile;
use super::template::{Json, RequestTemplate, Target, Template};
use crate::time::{DAY, HOUR, MINUTE};

type Files<'a> = [(Source<'a>, &'a ProviderFile)];

/// Puts the request together: each part from the nearest file that has it.
pub(super) fn request(own: Source<'_>, files: &Files<'_>, fields: &[Field]) -> Result<RequestTemplate, FileError> {
    let Some((source, url)) = part(files, |request| request.url.as_ref()) else {
        return Err(own.error(&(0..0), "request.url", "is missing", "write a [request] with url"));
    };
    let (target, path) = target(source, url, fields)?;
    let ipv6 = match part(files, |request| request.url_ipv6.as_ref()) {
        None => None,
        Some((source, url)) => Some(self::target(source, url, fields)?),
    };
    let method = match part(files, |request| request.method.as_ref()) {
        None => "GET",
        Some((source, text)) => method(source, text)?,
    };
    let request = RequestTemplate {
        method,
        target,
        path,
        ipv6,
        query: pairs(files, |request| request.query.as_ref())?,
        headers: pairs(files, |request| request.headers.as_ref())?,
        basic: match basic(files) {
            None => None,
            Some((source, basic)) => Some((template(source, &basic.user)?, template(source, &basic.password)?)),
        },
        form: pairs(files, |request| request.form.as_ref())?,
        json: match part(files, |request| request.json.as_ref()) {
            None => None,
            Some((source, value)) => Some(json(source, value, value.get_ref())?),
        },
        secret_in_query: secret_in_query(files),
    };
    let known = |key: &str| SLOTS.contains(&key);
    let in_address = check_slots(own, &url.span(), &request, fields, &known)?;
    if request.secret_in_query && !in_address {
        return Err(own.error(&(0..0), "secret_in_query", "allows what is not done", "leave it out"));
    }

    Ok(request)
}

/// The nearest `basic`; a file that writes the header itself takes none from its protocol.
fn basic<'a>(files: &Files<'a>) -> Option<(Source<'a>, &'a BasicFile)> {
    let (source, request) = files.iter().find_map(|(source, file)| {
        let request = file.request.as_ref()?;
        let own = request.headers.iter().flatten().any(|(name, _)| name.eq_ignore_ascii_case("authorization"));

        (own || request.basic.is_some()).then_some((*source, request))
    })?;

    Some((source, request.basic.as_ref()?))
}

/// What is sent in a step: what `[request]` says for all of them, and what the step says itself.
pub(super) fn step_request(
    source: Source<'_>,
    files: &Files<'_>,
    step: &StepFile,
    fields: &[Field],
    known: &dyn Fn(&str) -> bool,
) -> Result<RequestTemplate, FileError> {
    let Some(url) = &step.url else {
        return Err(source.error(&step.span(), "url", "is missing", "write the address that this step asks"));
    };
    let (target, path) = target(source, url, fields)?;
    let target = match target {
        Target::Typed(key) => Target::Below(key),
        own => own,
    };
    let own = |pairs: &BTreeMap<String, Spanned<String>>| -> Result<Vec<(String, Template)>, FileError> {
        pairs.iter().map(|(key, value)| Ok((key.clone(), template(source, value)?))).collect()
    };
    let both = |shared: Vec<(String, Template)>, own: Vec<(String, Template)>| {
        let rest = shared.into_iter().filter(|(key, _)| !own.iter().any(|(other, _)| other == key)).collect::<Vec<_>>();

        rest.into_iter().chain(own.iter().cloned()).collect()
    };
    let shared_form = if step.json.is_some() { Vec::new() } else { pairs(files, |request| request.form.as_ref())? };
    let request = RequestTemplate {
        method: step.method.as_ref().map_or(Ok("GET"), |text| method(source, text))?,
        target,
        path,
        query: both(pairs(files, |request| request.query.as_ref())?, own(&step.query)?),
        headers: both(pairs(files, |request| request.headers.as_ref())?, own(&step.headers)?),
        basic: match (&step.basic, basic(files)) {
            (Some(basic), _) => Some((template(source, &basic.user)?, template(source, &basic.password)?)),
            (None, Some((source, basic))) => Some((template(source, &basic.user)?, template(source, &basic.password)?)),
            (None, None) => None,
        },
        form: both(shared_form, own(&step.form)?),
        json: step.json.as_ref().map(|value| json(source, value, value.get_ref())).transpose()?,
        ipv6: None,
        secret_in_query: secret_in_query(files),
    };
    check_slots(source, &url.span(), &request, fields, known)?;

    Ok(request)
}

fn method(source: Source<'_>, text: &Spanned<String>) -> Result<&'static str, FileError> {
    ["GET", "POST", "PUT", "PATCH", "DELETE"].into_iter().find(|known| known == text.get_ref()).ok_or_else(|| {
        let problem = format!("\"{}\" is not a method", text.get_ref());
        source.error(&text.span(), "method", problem, "write GET, POST, PUT or PATCH")
    })
}

fn secret_in_query(files: &Files<'_>) -> bool {
    part(files, |request| request.secret_in_query.as_ref()).is_some_and(|(_, allowed)| *allowed)
}

fn part<'a, T>(files: &Files<'a>, of: impl Fn(&'a RequestFile) -> Option<&'a T>) -> Option<(Source<'a>, &'a T)> {
    files.iter().find_map(|(source, file)| Some((*source, of(file.request.as_ref()?)?)))
}

fn pairs<'a>(
    files: &Files<'a>,
    of: impl Fn(&'a RequestFile) -> Option<&'a BTreeMap<String, Spanned<String>>>,
) -> Result<Vec<(String, Template)>, FileError> {
    let Some((source, pairs)) = part(files, of) else {
        return Ok(Vec::new());
    };

    pairs.iter().map(|(key, value)| Ok((key.clone(), template(source, value)?))).collect()
}

pub(super) fn template(source: Source<'_>, text: &Spanned<String>) -> Result<Template, FileError> {
    let template = Template::parse(text.get_ref()).map_err(|problem| {
        source.error(&text.span(), "request", problem, "write slots as {key} or {key|default}, and {{ for a brace")
    })?;
    if template.has_json() {
        let problem = "asks for a JSON value outside of json";
        return Err(source.error(&text.span(), "request", problem, "leave out \":json\""));
    }

    Ok(template)
}

pub(super) fn json(source: Source<'_>, whole: &Spanned<toml::Value>, value: &toml::Value) -> Result<Json, FileError> {
    Ok(match value {
        toml::Value::String(text) => {
            let wrong = |problem: String| {
                let cure = "write slots as {key}, {key|default} or, alone, {key:json}, and {{ for a brace";
                source.error(&whole.span(), "json", problem, cure)
            };
            let template = Template::parse(text).map_err(wrong)?;
            if template.has_json() && !template.is_json() {
                return Err(wrong(format!("\"{text}\" has a text around a JSON value")));
            }

            Json::Text(template)
        }
        toml::Value::Integer(number) => Json::Plain((*number).into()),
        toml::Value::Float(number) => Json::Plain((*number).into()),
        toml::Value::Boolean(value) => Json::Plain((*value).into()),
        toml::Value::Datetime(date) => Json::Plain(date.to_string().into()),
        toml::Value::Array(items) => {
            let mut items = items.iter().map(|item| json(source, whole, item)).collect::<Result<Vec<_>, _>>()?;
            let is_address =
                |item: &Json| item.templates().iter().any(|template| template.keys().any(|key| key == "address"));
            match items.pop() {
                Some(item) if items.is_empty() && is_address(&item) => Json::Addresses(Box::new(item)),
                last => Json::List(items.into_iter().chain(last).collect()),
            }
        }
        toml::Value::Table(members) => Json::Object(
            members
                .iter()
                .map(|(key, member)| Ok((key.clone(), json(source, whole, member)?)))
                .collect::<Result<_, FileError>>()?,
        ),
    })
}

/// Splits the address into the server, which is fixed here and now, and the path.
fn target(source: Source<'_>, url: &Spanned<String>, fields: &[Field]) -> Result<(Target, Template), FileError> {
    let wrong = |problem: &str| {
        let cure = "write https://HOST/path, or {field}/path with a field of kind \"web-server\"";
        source.error(&url.span(), "request.url", problem, cure)
    };
    let text = url.get_ref();
    if text.contains(['?', '#']) {
        return Err(wrong("has a query; it belongs into query = { … }"));
    }
    if let Some((key, path)) = text.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        let typed = fields.iter().any(|field| field.card.key == key && field.kind == FieldKind::WebServer);
        if !typed {
            return Err(wrong("starts with a slot that is not a server"));
        }

        return Ok((Target::Typed(key.to_owned()), Template::parse(path).map_err(|problem| wrong(&problem))?));
    }
    let start = text.find("://").map_or(0, |at| at + 3);
    let end = text.get(start..).and_then(|rest| rest.find('/')).map_or(text.len(), |at| start + at);
    let (origin, path) = text.split_at(end);
    if origin.contains(['{', '}', '@']) {
        return Err(wrong("has a slot or a name in front of the path; a secret could go to another server"));
    }
    let origin = Url::parse(origin).map_err(|_| wrong("is not an address"))?;
    if !is_safe_origin(&origin) {
        return Err(wrong("is not encrypted; only https keeps a secret"));
    }

    Ok((Target::Own(origin), Template::parse(path).map_err(|problem| wrong(&problem))?))
}

/// Says whether a secret stands in the address.
fn check_slots(
    own: Source<'_>,
    from: &Range<usize>,
    request: &RequestTemplate,
    fields: &[Field],
    known: &dyn Fn(&str) -> bool,
) -> Result<bool, FileError> {
    let mut in_address = false;
    for (place, template) in request.templates() {
        for key in template.keys() {
            let field = fields.iter().find(|field| field.card.key == key);
            let span = own.slot(key, from);
            if field.is_none() && !known(key) {
                let problem = format!("uses {{{key}}}, which is neither a field nor a slot");
                let cure = format!("add a [[field]] or use one of {}", SLOTS.join(", "));
                return Err(own.error(&span, place, problem, cure));
            }
            let exposed = matches!(place, "url" | "query") && field.is_some_and(|field| field.card.secret);
            in_address |= exposed;
            if exposed && !request.secret_in_query {
                let problem = format!("puts the secret {{{key}}} into the address, where logs keep it");
                let cure = "use basic, headers, form or json; where the provider takes it nowhere else, write secret_in_query = true";
                return Err(own.error(&span, place, problem, cure));
            }
        }
    }

    Ok(in_address)
}

/// Reads one `[[reply]]`.
pub(super) fn rule(source: Source<'_>, file: &ReplyFile) -> Result<Rule, FileError> {
    let body = match &file.body {
        None => None,
        Some(body) => Some(Regex::new(&format!("^(?:{})$", body.get_ref())).map_err(|error| {
            source.error(&body.span(), "body", error.to_string(), "write a regular expression for the whole answer")
        })?),
    };
    let json: Vec<(String, String)> =
        file.json.iter().flatten().map(|(key, value)| (key.clone(), plain(value))).collect();
    let means = *file.means.get_ref();
    let of_json = !json.is_empty() || !file.matches.is_empty() || !file.has.is_empty() || file.stored.is_some();
    if means.is_success() && body.is_none() && !of_json {
        let cure = "add the body or the JSON that proves it";
        return Err(source.error(&file.means.span(), "means", "a status alone is no success", cure));
    }
    let others = file.has.iter().chain(&file.stored).map(Spanned::get_ref);
    for key in json.iter().map(|(key, _)| key).chain(file.matches.keys()).chain(others) {
        pointer(source, &file.means.span(), "json", key)?;
    }
    if let Some(body) = file.body.as_ref().filter(|body| means.is_success() && is_open(body.get_ref())) {
        let problem = "fits answers that only hold the words somewhere";
        let cure = "write the whole answer; no \".*\" stands at its start or its end";
        return Err(source.error(&body.span(), "body", problem, cure));
    }

    Ok(Rule {
        status: match &file.status {
            None => Vec::new(),
            Some(status) => statuses(status.get_ref()).ok_or_else(|| {
                source.error(&status.span(), "status", "is not a status", "write 401, [401, 403] or \"5xx\"")
            })?,
        },
        body,
        json,
        matches: file
            .matches
            .iter()
            .map(|(key, text)| {
                let regex = Regex::new(&format!("^(?s:{})$", text.get_ref())).map_err(|error| {
                    let cure = "write a regular expression for the whole text";
                    source.error(&text.span(), "matches", error.to_string(), cure)
                })?;

                Ok((key.clone(), regex))
            })
            .collect::<Result<_, FileError>>()?,
        has: file.has.iter().map(|key| key.get_ref().clone()).collect(),
        stored: file.stored.as_ref().map(|key| key.get_ref().clone()),
        means,
        wait: file.wait.as_ref().map(|wait| span(source, "wait", wait)).transpose()?,
        once: file.once,
        alone: file.alone,
        reach: file.reach,
        message: file.message.clone(),
    })
}

/// Whether a regular expression lets anything stand around what it looks for.
fn is_open(body: &str) -> bool {
    let any = [".*", ".+", "(?s).*", "(?s).+", "(?s:.*", "(?s:.+", "(?is).*", "[\\s\\S]*"];

    any.iter().any(|any| body.starts_with(any)) || body.ends_with(".*") || body.ends_with(".+")
}

/// Checks a JSON pointer (RFC 6901).
pub(super) fn pointer(source: Source<'_>, span: &Range<usize>, field: &str, text: &str) -> Result<(), FileError> {
    if text.is_empty() || text.starts_with('/') {
        return Ok(());
    }
    let problem = format!("\"{text}\" is not a JSON pointer");

    Err(source.error(span, field, problem, "write pointers like \"/errors/0/code\""))
}

pub(super) fn plain(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn statuses(value: &toml::Value) -> Option<Vec<(u16, u16)>> {
    match value {
        toml::Value::Integer(status) => {
            let status = u16::try_from(*status).ok().filter(|status| (100..600).contains(status))?;

            Some(vec![(status, status)])
        }
        toml::Value::String(class) => {
            let first = class.strip_suffix("xx")?.parse::<u16>().ok().filter(|first| (1..=5).contains(first))?;

            Some(vec![(first * 100, first * 100 + 99)])
        }
        toml::Value::Array(items) => items.iter().map(statuses).collect::<Option<Vec<_>>>().map(|all| all.concat()),
        _ => None,
    }
}

/// Reads `30s`, `10m`, `2h` or `28d`.
pub(super) fn span(source: Source<'_>, field: &str, text: &Spanned<String>) -> Result<Duration, FileError> {
    let wrong = || source.error(&text.span(), field, "is not a span of time", "write it like 30s, 10m, 2h or 28d");
    let value = text.get_ref();
    let (number, unit) = value.split_at_checked(value.len().saturating_sub(1)).ok_or_else(wrong)?;
    let unit = match unit {
        "s" => Duration::from_secs(1),
        "m" => MINUTE,
        "h" => HOUR,
        "d" => DAY,
        _ => return Err(wrong()),
    };
    let number = number.parse::<u32>().ok().filter(|number| *number > 0).ok_or_else(wrong)?;

    Ok(unit.saturating_mul(number).min(365 * DAY))
}

pub(super) fn count(source: Source<'_>, field: &str, count: &Spanned<usize>) -> Result<usize, FileError> {
    match count.get_ref() {
        0 => Err(source.error(&count.span(), field, "is 0", "write at least 1")),
        some => Ok(*some),
    }
}
