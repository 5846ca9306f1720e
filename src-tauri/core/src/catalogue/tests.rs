use super::*;
use crate::address::{Family, PerFamily, Publishable};
use crate::event::{Answer, Trouble};
use crate::provider::{HttpResponse, Incoming, Outgoing, Step};
use crate::reply::{Means, Reply};
use crate::request::Secret;

/// What every made-up secret begins with, or has in it.
const SECRET: &str = "Tr0ub4dor";

/// A secret of the form that the field asks for.
fn secret(field: &provider::Field) -> String {
    let account = serde_json::json!({
        "type": "service_account", "project_id": SECRET, "private_key": EXAMPLE_KEY, "client_email": SECRET,
    });
    let (key, account) = (EXAMPLE_KEY.trim(), account.to_string());
    let forms = ["Tr0ub4dor-and-3", "Tr0ub4dor3Tr0ub4dor", "Tr0ub4dor.and-3", SECRET, key, &account];
    let fits = |form: &&str| field.pattern.as_ref().is_none_or(|pattern| pattern.is_match(form));

    forms.into_iter().find(fits).unwrap_or_else(|| panic!("no secret for {}", field.card.key)).to_owned()
}

fn all(catalogue: &Catalogue) -> Vec<&Provider> {
    catalogue.ids().map(|id| catalogue.provider(id).unwrap()).collect()
}

/// Holds a conversation in which every request gets the same answer.
fn answered(conversation: &mut dyn Conversation, status: u16, body: &str) -> Step {
    let mut step = conversation.step(None);
    for _ in 0..20 {
        if matches!(step, Step::Done(_)) {
            return step;
        }
        step = conversation.step(Some(http(status, body)));
    }

    panic!("the conversation does not end: {body}");
}

fn id(text: &str) -> ProviderId {
    ProviderId(text.to_owned())
}

/// Values that fit every field of a provider.
fn task(provider: &Provider, hostnames: &[&str]) -> Task {
    let mut fields = BTreeMap::new();
    let mut secrets = BTreeMap::new();
    for field in &provider.fields {
        let key = field.card.key.clone();
        if field.card.secret {
            let is_dns = matches!(provider.id.0.as_str(), "rfc2136" | "practice");
            let secret = if is_dns { "c2VjcmV0c2VjcmV0c2VjcmV0".to_owned() } else { secret(field) };
            secrets.insert(key, Secret::new(&secret));
        } else if !field.card.example.is_empty() && !field.card.optional {
            fields.insert(key, field.card.example.clone());
        }
    }

    Task {
        hostnames: hostnames.iter().map(|name| name.parse().unwrap()).collect(),
        addresses: PerFamily {
            ipv4: Some(Publishable::typed("192.0.2.1".parse().unwrap())),
            ipv6: Some(Publishable::typed("2001:db8::1".parse().unwrap())),
        },
        fields,
        secrets,
        create: false,
        keeping: crate::provider::Keeping::default(),
        message_id: 7,
        unix_time: 1_795_000_000,
    }
}

fn name_for(provider: &Provider) -> String {
    let zone = provider.fields.iter().find(|field| field.card.key == "zone" && !field.card.optional);
    match (zone, provider.suffixes.first()) {
        (Some(zone), _) if !zone.card.example.is_empty() => format!("home.{}", zone.card.example),
        (_, Some(suffix)) => format!("home.{suffix}"),
        (_, None) => "home.example.org".to_owned(),
    }
}

fn http(status: u16, body: &str) -> Incoming {
    Incoming::Http(HttpResponse { status, retry_after: None, date: None, body: body.to_owned() })
}

fn replies(step: Step) -> BTreeMap<Hostname, Reply> {
    let Step::Done(answers) = step else {
        panic!("the conversation goes on: {step:?}");
    };

    answers
        .into_iter()
        .map(|(name, answer)| match answer {
            Answer::Replied(reply) => (name, reply),
            other => panic!("{name}: {other:?}"),
        })
        .collect()
}

#[test]
fn every_embedded_file_is_read_and_every_example_in_it_holds() {
    let catalogue = Catalogue::built_in();
    for (id, _, text) in PROVIDER_FILES {
        let read = read(id, &format!("{id}.toml"), text, false);
        assert!(read.is_ok(), "{}", read.err().unwrap());
        let source = Source { name: &format!("{id}.toml"), text };
        let examples = provider::check_examples(source, &source.parse().unwrap());
        assert!(examples.is_ok(), "{}", examples.err().unwrap());
        assert!(catalogue.provider(&ProviderId((*id).to_owned())).is_some());
    }
    for id in catalogue.ids() {
        assert_eq!(catalogue.prove(id), Vec::new());
    }
}

#[test]
fn every_provider_shows_a_good_and_a_bad_answer_and_says_where_its_facts_were_read() {
    let catalogue = Catalogue::built_in();
    for provider in all(&catalogue) {
        let means: Vec<Means> = provider
            .examples
            .iter()
            .flat_map(|example| &example.answers)
            .flat_map(|answer| answer.means.into_iter().chain(answer.each.clone().unwrap_or_default()))
            .collect();
        // The answers of DNS servers are binary; the tests of that file have them.
        if !matches!(provider.way, Way::Special(crate::provider::special::Special::Rfc2136)) {
            assert!(means.contains(&Means::Good), "{}", provider.name);
            assert!(means.iter().any(|means| !means.is_success()), "{}", provider.name);
        }
        let (url, read, clients) = provider.docs().unwrap();
        assert!(url.starts_with("https://") && (read.is_some() || clients.len() > 1), "{}", provider.name);
        let card = provider.card();
        assert!(!card.cost.is_empty() && !card.note.is_empty() && !card.site.is_empty(), "{}", card.name);
        assert!(card.fields.iter().all(|field| !field.label.is_empty() && !field.help.is_empty()), "{}", card.name);
    }
}

#[test]
fn every_request_goes_to_the_server_of_the_file_or_to_the_one_that_was_typed() {
    let catalogue = Catalogue::built_in();
    for provider in all(&catalogue) {
        let name = name_for(provider);
        let mut conversation = catalogue.begin(&provider.id, task(provider, &[&name])).unwrap();
        match conversation.step(None) {
            Step::Send(Outgoing::Http(request)) => {
                let host = request.url.host_str().unwrap();
                let own = provider.own_hosts();
                assert!(own.contains(&host) || (own.is_empty() && host == "dyn.example.org"), "{}", provider.name);
                assert_eq!(request.url.scheme(), "https");
            }
            Step::Send(Outgoing::Dns(request)) => {
                assert!(["ns1.example.org:53", "127.0.0.1:5353"].contains(&request.server.as_str()));
            }
            Step::Done(answers) => panic!("{}: {answers:?}", provider.name),
        }
    }
}

#[test]
fn no_secret_shows_in_the_debug_text_of_a_request_or_in_a_message() {
    let catalogue = Catalogue::built_in();
    let bodies = |secret: &str| {
        [
            format!("badauth {secret}"),
            format!("KO {secret}"),
            format!("{{\"success\":false,\"errors\":[{{\"code\":9109,\"message\":\"{secret}\"}}]}}"),
            format!("{{\"message\":\"{secret}\",\"error\":\"{secret}\",\"detail\":\"{secret}\"}}"),
            format!("<html>{secret}</html>"),
            format!("good {secret}"),
            format!("911 {secret}"),
        ]
    };
    for provider in
        all(&catalogue).into_iter().filter(|provider| provider.id.0 != "rfc2136" && provider.id.0 != "practice")
    {
        let name = name_for(provider);
        let one = task(provider, &[&name]).secrets.into_values().next().unwrap();
        for body in &bodies(one.reveal()) {
            let mut conversation = catalogue.begin(&provider.id, task(provider, &[&name])).unwrap();
            let first = conversation.step(None);
            assert!(!format!("{first:?}").contains(SECRET), "{first:?}");
            let mut conversation = catalogue.begin(&provider.id, task(provider, &[&name])).unwrap();
            for (_, reply) in replies(answered(conversation.as_mut(), 200, body)) {
                assert!(!reply.message.contains(SECRET) && reply.message.chars().count() <= 200, "{reply:?}");
                assert!(!reply.means.is_success(), "{} {body}", provider.name);
            }
        }
    }
}

#[test]
fn a_secret_stands_in_the_address_only_where_the_file_says_so() {
    let catalogue = Catalogue::built_in();
    for provider in all(&catalogue) {
        let name = name_for(provider);
        let mut conversation = catalogue.begin(&provider.id, task(provider, &[&name])).unwrap();
        if let Step::Send(Outgoing::Http(request)) = conversation.step(None) {
            let in_address = request.url.as_str().contains(SECRET);
            let (_, _, text) = PROVIDER_FILES.iter().find(|(id, ..)| *id == provider.id.0).unwrap();
            let said = matches!(&provider.way, Way::Declared(request) if request.secret_in_query)
                || text.contains("secret_in_query = true");
            assert_eq!(in_address, said, "{}", provider.name);
            // A secret that no read of a recipe came before is always in the one address that is asked.
            let told = provider.note.contains("inside the address of the request");
            assert!(told || !in_address || matches!(provider.way, Way::Recipe(_)), "{}: tell the user", provider.name);
            let open = request.headers.iter().filter(|header| !header.sensitive);
            assert!(open.into_iter().all(|header| !header.value.contains(SECRET)));
        }
    }
}

#[test]
fn no_answer_without_its_rule_is_a_success() {
    let catalogue = Catalogue::built_in();
    let long = "x".repeat(16_384);
    let odd = [
        "",
        " ",
        "\0\u{1}\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
        "<!doctype html>good 192.0.2.1",
        "goo",
        "OKgood",
        "null",
        "[]",
        "{}",
        long.as_str(),
    ];
    for provider in
        all(&catalogue).into_iter().filter(|provider| provider.id.0 != "rfc2136" && provider.id.0 != "practice")
    {
        for status in [200, 204, 301, 404, 500, 599] {
            for body in odd {
                let mut shown = provider.examples.iter().flat_map(|example| &example.answers);
                if shown.any(|answer| answer.status == status && answer.body == body.trim()) {
                    continue; // Some providers answer a success with a status and nothing else.
                }
                let name = name_for(provider);
                let mut conversation = catalogue.begin(&provider.id, task(provider, &[&name])).unwrap();
                for (_, reply) in replies(answered(conversation.as_mut(), status, body)) {
                    assert!(!reply.means.is_success(), "{} {status} {body:.40}: {reply:?}", provider.name);
                    assert!(!reply.message.is_empty() && reply.message.chars().count() <= 200);
                    assert!(!reply.message.chars().any(char::is_control));
                }
            }
        }
    }
}

#[test]
fn a_request_that_may_have_arrived_is_uncertain_and_one_that_did_not_is_not_sent() {
    let catalogue = Catalogue::built_in();
    let provider = catalogue.provider(&id("no-ip")).unwrap();
    let trouble = Trouble::Timeout("dynupdate.no-ip.com".to_owned());
    for (sent, expected) in [(true, Answer::Uncertain(trouble.clone())), (false, Answer::NotSent(trouble.clone()))] {
        let mut conversation = catalogue.begin(&provider.id, task(provider, &["a.ddns.net", "b.ddns.net"])).unwrap();
        conversation.step(None);
        let Step::Done(answers) = conversation.step(Some(Incoming::Failed { trouble: trouble.clone(), sent })) else {
            panic!("it goes on");
        };
        assert_eq!(answers.len(), 2);
        assert!(answers.values().all(|answer| *answer == expected));
    }
}

#[test]
fn a_missing_line_and_a_list_with_too_many_names_send_each_name_alone_once() {
    let catalogue = Catalogue::built_in();
    let provider = catalogue.provider(&id("no-ip")).unwrap();
    let ask = |names: &[&str], body: &str| {
        let mut conversation = catalogue.begin(&provider.id, task(provider, names)).unwrap();
        conversation.step(None);

        replies(conversation.step(Some(http(200, body))))
    };

    let some = ask(&["a.ddns.net", "b.ddns.net"], "good");
    assert!(!some[&"a.ddns.net".parse().unwrap()].alone && some[&"b.ddns.net".parse().unwrap()].alone);
    assert!(ask(&["a.ddns.net", "b.ddns.net"], "numhost").values().all(|reply| reply.alone));
    assert!(ask(&["a.ddns.net"], "numhost").values().all(|reply| !reply.alone));
}

#[test]
fn nothing_is_sent_without_an_address_or_for_a_foreign_name_or_with_a_wrong_field() {
    let catalogue = Catalogue::built_in();
    let duck = catalogue.provider(&id("duckdns")).unwrap();
    let refused = |task: Task| catalogue.begin(&duck.id, task).err().unwrap();

    let none = Task { addresses: PerFamily::default(), ..task(duck, &["home.duckdns.org"]) };
    assert_eq!(refused(none), BeginError::NoAddress);
    assert!(matches!(refused(task(duck, &["home.example.org"])), BeginError::ForeignName { .. }));
    assert!(matches!(refused(task(duck, &["duckdns.org"])), BeginError::ForeignName { .. }));
    assert!(matches!(refused(task(duck, &[])), BeginError::Count { .. }));
    let unknown =
        Task { fields: BTreeMap::from([("usr".to_owned(), "x".to_owned())]), ..task(duck, &["home.duckdns.org"]) };
    assert!(matches!(refused(unknown), BeginError::Field(FieldError::Unknown { .. })));
    let empty = Task { secrets: BTreeMap::new(), ..task(duck, &["home.duckdns.org"]) };
    assert!(matches!(refused(empty), BeginError::Field(FieldError::Missing { .. })));
    let split = Task {
        secrets: BTreeMap::from([("token".to_owned(), Secret::new("a\r\nb"))]),
        ..task(duck, &["home.duckdns.org"])
    };
    assert!(matches!(refused(split), BeginError::Field(FieldError::Wrong { .. })));
}

#[test]
fn a_wrong_field_is_named_and_its_secret_is_not_shown() {
    let catalogue = Catalogue::built_in();
    let texts = Texts::english();
    let check = |provider: &str, fields: &[(&str, &str)], secrets: &[(&str, &str)]| {
        let fields = fields.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let secrets = secrets.iter().map(|(key, value)| ((*key).to_owned(), Secret::new(value))).collect();

        catalogue.check_fields(&texts, &id(provider), &fields, Some(&secrets))
    };
    let own = [("server", "ns1.example.org"), ("zone", "example.org"), ("key_name", "homeport")];

    assert!(check("rfc2136", &own, &[("key", "c2VjcmV0")]).is_ok());
    let refusal = check("rfc2136", &own, &[("key", "not base64!")]).unwrap_err();
    assert_eq!(refusal.field.as_deref(), Some("key"));
    assert!(!format!("{refusal:?}").contains("not base64!"));
    let weak = [own.as_slice(), &[("algorithm", "hmac-sha1")]].concat();
    assert_eq!(check("rfc2136", &weak, &[("key", "c2VjcmV0")]).unwrap_err().field.as_deref(), Some("algorithm"));
    let plain = [("server", "http://dyn.example.org"), ("user", "jane")];
    assert_eq!(check("dyndns2", &plain, &[("password", "x")]).unwrap_err().field.as_deref(), Some("server"));
    assert_eq!(check("no-such", &[], &[]).unwrap_err().field.as_deref(), Some("provider"));
    assert_eq!(
        check("no-ip", &[("user", "jane"), ("password", "x")], &[]).unwrap_err().field.as_deref(),
        Some("password")
    );
    assert!(
        catalogue
            .check_fields(&texts, &id("no-ip"), &BTreeMap::from([("user".to_owned(), "jane".to_owned())]), None)
            .is_ok()
    );
}

#[test]
fn a_hostname_tells_its_provider_by_its_suffix_or_its_name_servers() {
    let catalogue = Catalogue::built_in();
    let texts = Texts::english();
    let find = |name: &str, servers: &[&str]| -> Vec<String> {
        let servers: Vec<String> = servers.iter().map(|server| (*server).to_owned()).collect();
        let found = catalogue.recognise(&texts, &name.parse().unwrap(), &servers);

        found.into_iter().map(|recognised| recognised.provider).collect()
    };

    assert_eq!(find("home.duckdns.org", &[]), ["duckdns"]);
    assert_eq!(find("home.example.dedyn.io", &["ns1.desec.io."]), ["desec", "desec-api"]);
    assert_eq!(find("home.example.org", &["Ada.NS.Cloudflare.com."]), ["cloudflare"]);
    assert!(find("home.example.org", &["ns.cloudflare.com.example.net", "badns.cloudflare.company"]).is_empty());
    assert!(find("home.practice.test", &[]).is_empty());
}

#[test]
fn a_wrong_file_is_refused_with_its_line_its_key_and_a_cure() {
    let start = "name = \"Mine\"\nsite = \"https://dyn.example.org\"\n";
    let cases = [
        ("name = ", "name", 1),
        ("name = \"Mine\"\nsuffix = [\"example.org\"]\n", "suffix", 2),
        ("name = \"Mine\"\nsite = \"x\"\npace = \"soon\"\n[request]\nurl = \"https://dyn.example.org/\"\n", "pace", 3),
        ("name = \"Mine\"\nsite = \"x\"\nprotocol = \"dyndns9\"\n", "protocol", 3),
        (
            "name = \"Mine\"\nsite = \"x\"\ndocs = { url = \"x\", from = [\"one\", \"One\"] }\n[request]\nurl = \"https://dyn.example.org/\"\n",
            "docs",
            3,
        ),
        ("name = \"Mine\"\nsite = \"x\"\nspecial = \"cloudflare\"\n", "special", 3),
        ("name = \"Mine\"\nsite = \"x\"\n[request]\nurl = \"http://dyn.example.org/\"\n", "request.url", 4),
        ("name = \"Mine\"\nsite = \"x\"\n[request]\nurl = \"https://{hostname}.example.org/\"\n", "request.url", 4),
        ("name = \"Mine\"\nsite = \"x\"\n[request]\nurl = \"{hostname}/\"\n", "request.url", 4),
        (
            "name = \"Mine\"\nsite = \"x\"\n[request]\nurl = \"https://dyn.example.org/\"\n[[reply]]\nstatus = 200\nmeans = \"good\"\n",
            "means",
            7,
        ),
        (
            "name = \"Mine\"\nsite = \"x\"\n[request]\nurl = \"https://dyn.example.org/\"\n[[reply]]\nbody = \"(\"\nmeans = \"good\"\n",
            "body",
            6,
        ),
        (
            "name = \"Mine\"\nsite = \"x\"\n[request]\nurl = \"https://dyn.example.org/\"\n[[reply]]\nbody = \"ok\"\nmeans = \"fine\"\n",
            "means",
            7,
        ),
    ];
    for (text, field, line) in cases {
        let (catalogue, errors) = Catalogue::with_own(&[("mine.toml".to_owned(), text.to_owned())]);
        let [error] = errors.as_slice() else {
            panic!("{text}: {errors:?}");
        };
        assert_eq!((error.file.as_str(), error.field.as_str(), error.line), ("mine.toml", field, line), "{error}");
        assert!(!error.cure.is_empty() && !error.problem.is_empty());
        assert!(catalogue.provider(&id("mine")).is_none() && catalogue.provider(&id("no-ip")).is_some());
    }
    let leak = format!(
        "{start}[request]\nurl = \"https://dyn.example.org/\"\nquery = {{ key = \"{{word}}\" }}\n[[field]]\nkey = \"word\"\nlabel = \"Word\"\nhelp = \"x\"\nsecret = true\n"
    );
    let (_, errors) = Catalogue::with_own(&[("mine.toml".to_owned(), leak)]);
    assert!(errors[0].problem.contains("secret"), "{errors:?}");
    let (_, errors) = Catalogue::with_own(&[(
        "no-ip.toml".to_owned(),
        format!("{start}[request]\nurl = \"https://dyn.example.org/\"\n"),
    )]);
    assert!(errors[0].problem.contains("taken"), "{errors:?}");
}

#[test]
fn an_own_provider_is_marked_and_its_values_stay_in_their_places() {
    let text = r#"
name = "Mine"
site = "https://dyn.example.org"
addresses = "each"

[request]
method = "POST"
url = "https://dyn.example.org/{zone}/{record_type}"
query = { host = "{hostname}", ttl = "{ttl}" }
headers = { x-key = "{word}" }
json = { content = "{address}", list = ["{zone}", 5, true], note = "{{x}}" }

[[field]]
key = "zone"
label = "Zone"
help = "x"

[[field]]
key = "ttl"
label = "TTL"
help = "x"
optional = true

[[field]]
key = "word"
label = "Word"
help = "x"
secret = true

[[reply]]
json = { "/state" = "done", "/number" = 7 }
means = "good"
"#;
    let (catalogue, errors) = Catalogue::with_own(&[("mine.toml".to_owned(), text.to_owned())]);
    assert_eq!(errors, Vec::new());
    assert!(catalogue.cards().iter().any(|card| card.id == "mine" && card.unverified));
    let mut task = task(catalogue.provider(&id("mine")).unwrap(), &["home.example.org"]);
    task.fields.insert("zone".to_owned(), "example.org".to_owned());

    let mut conversation = catalogue.begin(&id("mine"), task).unwrap();
    let Step::Send(Outgoing::Http(request)) = conversation.step(None) else {
        panic!("nothing is sent");
    };
    assert_eq!(request.url.as_str(), "https://dyn.example.org/example.org/A?host=home.example.org");
    assert_eq!(
        String::from_utf8(request.body.unwrap()).unwrap(),
        r#"{"content":"192.0.2.1","list":["example.org",5,true],"note":"{x}"}"#
    );
    let second = conversation.step(Some(http(200, r#"{"state":"done","number":7}"#)));
    let Step::Send(Outgoing::Http(request)) = second else {
        panic!("the other family is not sent: {second:?}");
    };
    assert!(request.url.path().ends_with("/AAAA"));
    let ended = replies(conversation.step(Some(http(200, r#"{"state":"done","number":8}"#))));
    assert_eq!(ended.values().next().unwrap().means, Means::Unknown);
}

#[test]
fn a_typed_value_cannot_leave_its_place() {
    let catalogue = Catalogue::built_in();
    let provider = catalogue.provider(&id("duckdns")).unwrap();
    let mut task = task(provider, &["home.duckdns.org"]);
    task.secrets.insert("token".to_owned(), Secret::new("a&ip=198.51.100.1#/../?x=%41"));

    let Step::Send(Outgoing::Http(request)) = catalogue.begin(&id("duckdns"), task).unwrap().step(None) else {
        panic!("nothing is sent");
    };

    let pairs: Vec<(String, String)> = request.url.query_pairs().into_owned().collect();
    assert_eq!(pairs.iter().filter(|(key, _)| key == "ip").count(), 1);
    assert!(pairs.contains(&("token".to_owned(), "a&ip=198.51.100.1#/../?x=%41".to_owned())));
    assert_eq!(request.url.fragment(), None);
}

#[test]
fn the_client_gets_the_numbers_of_each_provider() {
    let catalogue = Catalogue::built_in();
    let rules = |name: &str| catalogue.rules(&id(name)).unwrap();
    assert_eq!(rules("no-ip").batch, 20);
    assert_eq!(rules("desec").pace.as_secs(), 60);
    assert!(rules("duckdns").joint && !rules("dynu").resend_both);
    assert!(catalogue.rules(&id("practice")).is_some());
    assert!(catalogue.cards().iter().all(|card| card.id != "practice"));
    assert_eq!(catalogue.secret_keys(&id("rfc2136")), ["key"]);
    for provider in all(&catalogue) {
        assert!(Family::BOTH.iter().any(|family| *provider.families.get(*family)), "{}", provider.name);
    }
}
