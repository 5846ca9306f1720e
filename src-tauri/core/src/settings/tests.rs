mod edits;

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::Duration;

use super::edit::{self, EditError};
use super::file::{FieldFacts, Providers, SettingsError, parse};
use super::*;
use crate::address::PerFamily;
use crate::language::Language;
use crate::text::Texts;

/// Two providers: one with a field of each kind, one with nothing but a secret.
struct Two;

impl Providers for Two {
    fn ids(&self) -> Vec<String> {
        vec!["cloudy".to_owned(), "simple".to_owned()]
    }

    fn fields(&self, provider: &str) -> Option<Vec<FieldFacts>> {
        let field = |key: &str, secret, optional| FieldFacts { key: key.to_owned(), secret, optional };
        match provider {
            "cloudy" => {
                Some(vec![field("zone", false, false), field("note", false, true), field("token", true, false)])
            }
            "simple" => Some(vec![field("token", true, false)]),
            _ => None,
        }
    }

    fn check_value(&self, _provider: &str, _key: &str, value: &str) -> Result<(), String> {
        if value.contains(' ') { Err("a space cannot stand here".to_owned()) } else { Ok(()) }
    }
}

const WHOLE: &str = r#"# my settings
version = 1

[[account]]
id = "main"            # the big one
provider = "cloudy"
[account.fields]
zone = "example.org"

# the little one
[[account]]
id = "other"
provider = "simple"

[[hostname]]
name = "Home.Example.org."
account = "main"
ipv4 = true
ipv6 = true
# device = "::1234"

[[hostname]]
name = "kamera.example.org"
account = "main"
ipv4 = false           # no port is open
device = "02:11:22:33:44:55"
create = true
paused = true

[addresses]
sources = ["router", "http"]
ipv4 = "203.0.113.7"
command = ["/usr/local/bin/my-address", "-4"]

[[source]]
kind = "http"
url = "http://192.168.1.2:8080/ip"
instead = true

[[source]]
kind = "dns"
url = "myip.example.org@192.0.2.53:53"

[network]
home = ["aa:bb:cc:dd:ee:ff/192.168.1.0/24"]
vpn = "physical"

[verify]
nameservers = ["192.0.2.53:5353", "2001:db8::53"]
# the end
"#;

fn read(text: &str) -> Result<Settings, SettingsError> {
    thread_local! {
        static TEXTS: Texts = Texts::english();
    }

    TEXTS.with(|texts| parse(text, &Two, texts))
}

fn name(text: &str) -> Hostname {
    text.parse().unwrap()
}

#[test]
fn every_part_of_a_whole_file_is_read() {
    let settings = read(WHOLE).unwrap();

    assert_eq!(settings.accounts.len(), 2);
    assert_eq!(settings.accounts[0].fields["zone"], "example.org");
    assert_eq!(settings.hostnames[0].name.as_str(), "home.example.org");
    assert_eq!(settings.hostnames[0].enabled, PerFamily { ipv4: true, ipv6: true });
    let camera = &settings.hostnames[1];
    assert_eq!(camera.enabled, PerFamily { ipv4: false, ipv6: true });
    assert_eq!(camera.device.as_deref(), Some("02:11:22:33:44:55"));
    assert!(camera.create && camera.paused);
    assert_eq!(settings.addresses.sources, [SourceKind::Router, SourceKind::Http]);
    assert_eq!(settings.addresses.fixed.ipv4, Some([203, 0, 113, 7].into()));
    assert_eq!(settings.addresses.command.len(), 2);
    assert!(settings.sources[0].instead && !settings.sources[1].instead);
    assert_eq!(settings.network.vpn, VpnRule::Physical);
    let expected: [SocketAddr; 2] = ["192.0.2.53:5353".parse().unwrap(), "[2001:db8::53]:53".parse().unwrap()];
    assert_eq!(settings.verify.nameservers, expected);
}

#[test]
fn a_file_with_nothing_but_its_version_is_right() {
    assert_eq!(read("version = 1\n").unwrap(), Settings::default());
    assert_eq!(read(&edit::new_file()).unwrap(), Settings::default());
}

#[test]
fn the_practice_account_needs_no_catalogue() {
    let text = "version = 1\n[[account]]\nid = \"practice\"\nprovider = \"practice\"\n\
                [[hostname]]\nname = \"home.practice.test\"\naccount = \"practice\"\n";

    assert_eq!(read(text).unwrap().hostnames[0].name.as_str(), PRACTICE_HOSTNAME);
}

/// A change to the whole file, the place of the mistake, and words that the message must have.
const MISTAKES: &[(&str, &str, usize, &str, &str)] = &[
    ("version = 1", "version = ", 2, "", "TOML"),
    ("[[account]]\nid = \"main\"", "[[account]\nid = \"main\"", 4, "", "TOML"),
    ("version = 1", "", 1, "version", "version = 1"),
    ("version = 1", "version = 0", 2, "version", "version = 1"),
    ("version = 1", "version = 7", 2, "version", "update Homeport"),
    ("version = 1", "version = \"1\"", 2, "version", "whole number"),
    ("ipv6 = true", "ipv6 = \"yes\"", 19, "hostname.ipv6", "true or false"),
    ("ipv6 = true", "ip6 = true", 19, "hostname.ip6", "ipv6"),
    ("ipv6 = true", "colour = true", 19, "hostname.colour", "remove the line"),
    ("[network]", "[netwrok]", 44, "netwrok", "network"),
    ("provider = \"cloudy\"", "provider = \"clouyd\"", 6, "account.provider", "cloudy"),
    ("provider = \"cloudy\"", "provider = \"elsewhere\"", 6, "account.provider", "homeport providers"),
    ("provider = \"cloudy\"\n", "", 4, "account.provider", "provider"),
    ("zone = \"example.org\"", "zoen = \"example.org\"", 8, "account.fields.zoen", "zone"),
    ("zone = \"example.org\"", "zone = 5", 8, "account.fields.zone", "text in quotes"),
    ("zone = \"example.org\"", "zone = \"a b\"", 8, "account.fields.zone", "space"),
    ("zone = \"example.org\"", "zone = \"e.org\"\ntoken = \"s3cret\"", 9, "account.fields.token", "secret"),
    ("zone = \"example.org\"\n", "", 5, "account.fields.zone", "needs the field zone"),
    ("id = \"main\"", "id = \"ma in\"", 5, "account.id", "letters, digits"),
    ("id = \"other\"", "id = \"main\"", 12, "account.id", "of its own"),
    ("Home.Example.org.", "http://home.example.org", 16, "hostname.name", "whole name"),
    ("Home.Example.org.", "home", 16, "hostname.name", "one label"),
    ("kamera.example.org", "home.example.org", 23, "hostname.name", "twice"),
    ("account = \"main\"", "account = \"mian\"", 17, "hostname.account", "main"),
    ("account = \"main\"", "account = \"nobody\"", 17, "hostname.account", "[[account]]"),
    ("02:11:22:33:44:55", "my-camera", 26, "hostname.device", "MAC"),
    ("\"router\", \"http\"", "\"router\", \"smoke\"", 31, "addresses.sources", "interface"),
    ("sources = [\"router\", \"http\"]", "sources = \"router\"", 31, "addresses.sources", "list"),
    ("203.0.113.7", "2001:db8::1", 32, "addresses.ipv4", "IPv4"),
    ("203.0.113.7", "somewhere", 32, "addresses.ipv4", "IPv4"),
    ("http://192.168.1.2:8080/ip", "http://echo.example.org/?key=s3cret", 37, "source.url", "https://"),
    ("http://192.168.1.2:8080/ip", "https://me:s3cret@echo.example.org/", 37, "source.url", "secret"),
    ("http://192.168.1.2:8080/ip", "ftp://echo.example.org/", 37, "source.url", "https://"),
    ("http://192.168.1.2:8080/ip", "echo.example.org", 37, "source.url", "https://"),
    ("kind = \"http\"", "kind = \"stun\"", 37, "source.url", "stun.example.org:3478"),
    ("myip.example.org@192.0.2.53:53", "myip.example.org", 42, "source.url", "NAME@SERVER:PORT"),
    ("kind = \"dns\"", "kind = \"smoke\"", 41, "source.kind", "http, stun, dns"),
    ("/192.168.1.0/24", "", 45, "network.home", "subnet"),
    ("physical", "maybe", 46, "network.vpn", "hold, through, physical"),
    ("192.0.2.53:5353", "ns1.example.org", 49, "verify.nameservers", "port"),
];

#[test]
fn every_mistake_is_refused_with_its_place_and_cure() {
    for (right, wrong, line, field, words) in MISTAKES {
        assert!(WHOLE.contains(right), "{right}");
        let text = WHOLE.replacen(right, wrong, 1);
        let error = read(&text).expect_err(wrong);
        let shown = error.to_string();

        assert_eq!((error.line, error.field.as_str()), (*line, *field), "{wrong}: {shown}");
        assert!(shown.contains(words), "{wrong}: {shown}");
        assert!(!shown.contains("s3cret"), "a secret is shown: {shown}");
        assert!(!error.what.starts_with("settings-") && !error.cure.starts_with("settings-"), "no text: {shown}");
        assert!(!shown.contains("{$") && !shown.contains("{ $"), "an empty placeholder: {shown}");
    }
}

/// Tables that [`WHOLE`] has not, each with a mistake.
const MORE_MISTAKES: &[(&str, &str, &str)] = &[
    ("[app]\nlog = \"loud\"", "app.log", "error, warn, info"),
    ("[app]\nicon = \"pink\"", "app.icon", "monochrome, color"),
    ("[app]\nproxy = \"proxy.example.org\"", "app.proxy", "http://host:port"),
    ("[app]\nproxy = \"socks5://proxy.example.org:1080\"", "app.proxy", "http://host:port"),
    ("[app]\nproxy = \"http://me:s3cret@proxy.example.org:3128\"", "app.proxy", "HTTPS_PROXY"),
    ("[app]\nproxy_for_echo = \"yes\"", "app.proxy_for_echo", "true or false"),
    ("[webhook]\nmethod = \"POST\"", "webhook.url", "url"),
    ("[webhook]\nurl = \"http://hooks.example.org/s3cret\"", "webhook.url", "https://"),
    ("[webhook]\nurl = \"http://20.1.0.7/s3cret\"", "webhook.url", "https://"),
    ("[webhook]\nurl = \"hooks.example.org\"", "webhook.url", "https://"),
    ("[webhook]\nurl = \"https://a.example.org\"\nmethod = \"DELETE\"", "webhook.method", "POST, PUT, GET"),
    ("[webhook]\nurl = \"https://a.example.org\"\nbody = \"{{token}}\"", "webhook.body", "hostname, family"),
    ("[webhook]\nurl = \"https://a.example.org\"\ncommand = \"rm\"", "webhook.command", "url"),
];

#[test]
fn every_mistake_of_proxy_log_icon_and_webhook_is_refused_with_its_cure() {
    for (table, field, words) in MORE_MISTAKES {
        let error = read(&format!("version = 1\n{table}\n")).expect_err(table);
        let shown = error.to_string();

        assert_eq!(error.field, *field, "{table}: {shown}");
        assert!(shown.contains(words) && !shown.contains("s3cret"), "{table}: {shown}");
        assert!(!shown.contains("settings-") && !shown.contains("{$"), "{table}: {shown}");
    }
}

#[test]
fn proxy_log_icon_and_webhook_are_read() {
    let text = "version = 1\n[app]\nproxy = \"http://proxy.example.org:3128\"\nproxy_for_echo = true\nlog = \"debug\"\n\
                icon = \"color\"\n[webhook]\nurl = \"http://192.168.1.5/hook\"\nmethod = \"PUT\"\n";
    let settings = read(text).unwrap();

    assert_eq!(settings.app.proxy.as_deref(), Some("http://proxy.example.org:3128"));
    assert_eq!((settings.app.log, settings.app.icon), (LogLevel::Debug, IconStyle::Color));
    assert!(settings.app.proxy_for_echo);
    let webhook = settings.webhook.unwrap();
    assert_eq!((webhook.method, webhook.body.as_str()), (WebhookMethod::Put, ""));
    assert!(!format!("{webhook:?}").contains("/hook"), "the address may be a secret");
    assert_eq!(super::file::log(text), Some(LogLevel::Debug));
}

#[test]
fn a_cut_file_is_refused_or_right_and_never_panics() {
    for end in 0..WHOLE.len() {
        if let Err(error) = read(&WHOLE[..end]) {
            assert!(error.line >= 1 && error.column >= 1 && !error.cure.is_empty(), "{error}");
        }
    }
}

#[test]
fn every_flipped_byte_is_read_or_refused_without_a_panic() {
    for at in 0..WHOLE.len() {
        for bit in 0..7 {
            let mut bytes = WHOLE.as_bytes().to_vec();
            bytes[at] ^= 1 << bit;
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            if let Err(error) = read(&text) {
                assert!(error.line <= text.lines().count() + 1, "{error}");
            }
        }
    }
}

#[test]
fn removing_a_hostname_keeps_the_other_comments_and_names_the_lonely_account() {
    let (text, orphan) = edit::remove_hostname(WHOLE, &name("home.example.org")).unwrap();
    assert_eq!(orphan, None);
    assert_eq!(read(&text).unwrap().hostnames.len(), 1);
    for comment in
        ["# my settings", "# the big one", "# the little one", "# no port is open", "# the end", "\"::1234\""]
    {
        assert!(text.contains(comment), "{comment} is lost:\n{text}");
    }

    let (text, orphan) = edit::remove_hostname(&text, &name("kamera.example.org")).unwrap();
    assert_eq!(orphan, Some(AccountId("main".to_owned())));
    let settings = read(&text).unwrap();
    assert_eq!(settings.accounts.len(), 1);
    assert!(settings.hostnames.is_empty());
    assert!(text.contains("# the little one") && text.contains("# the end"));
}

#[test]
fn only_the_comment_right_above_a_removed_hostname_goes() {
    let text = "version = 1\n\n[[account]]\nid = \"a\"\nprovider = \"simple\"\n\n# about all my names\n\n\
                # the first\n[[hostname]]\nname = \"a.example.org\"\naccount = \"a\"\n\n\
                # the second\n[[hostname]]\nname = \"b.example.org\"\naccount = \"a\"\n";
    let (text, _) = edit::remove_hostname(text, &name("a.example.org")).unwrap();

    assert!(!text.contains("# the first"), "{text}");
    let about = text.find("# about all my names").unwrap();
    assert!(about < text.find("# the second").unwrap(), "{text}");
}

#[test]
fn a_value_keeps_the_comment_behind_it() {
    let text = edit::set_switches(WHOLE, &name("kamera.example.org"), PerFamily { ipv4: true, ipv6: false }).unwrap();

    assert!(text.contains("ipv4 = true           # no port is open"), "{text}");
    assert_eq!(read(&text).unwrap().hostnames[1].enabled, PerFamily { ipv4: true, ipv6: false });
}

#[test]
fn lists_of_inline_tables_are_edited_in_place() {
    let text = "version = 1\naccount = [{ id = \"a\", provider = \"simple\" }] # mine\n\
                hostname = [{ name = \"a.example.org\", account = \"a\" }]\n";
    let mut hostname = read(text).unwrap().hostnames[0].clone();
    hostname.name = name("b.example.org");
    let text = edit::add_hostname(text, &hostname).unwrap();
    let text = edit::set_paused(&text, &name("b.example.org"), true).unwrap();

    let settings = read(&text).unwrap();
    assert_eq!(settings.hostnames.len(), 2);
    assert!(settings.hostnames[1].paused);
    let (text, _) = edit::remove_hostname(&text, &name("a.example.org")).unwrap();
    assert_eq!(read(&text).unwrap().hostnames.len(), 1);
    assert!(text.contains("# mine"));
}

#[test]
fn what_is_there_twice_or_not_at_all_is_refused() {
    let settings = read(WHOLE).unwrap();

    assert!(matches!(edit::add_account(WHOLE, &settings.accounts[0]), Err(EditError::AccountTwice(_))));
    assert!(matches!(edit::add_hostname(WHOLE, &settings.hostnames[0]), Err(EditError::HostnameTwice(_))));
    assert!(matches!(edit::remove_hostname(WHOLE, &name("x.example.org")), Err(EditError::NoHostname(_))));
    assert!(matches!(edit::set_paused("version = ", &name("x.example.org"), true), Err(EditError::NotToml)));
    let nobody = AccountId("nobody".to_owned());
    assert!(matches!(edit::set_account_fields(WHOLE, &nobody, &BTreeMap::new()), Err(EditError::NoAccount(_))));
}

#[test]
fn the_language_is_found_even_in_a_file_that_is_wrong_elsewhere() {
    assert_eq!(
        super::file::language("version = 1\n[app]\nlanguage = \"pt-BR\"\n"),
        Some(Language::BrazilianPortuguese)
    );
    assert_eq!(super::file::language("hostname = 7\napp.language = \"de\"\n"), Some(Language::German));
    assert_eq!(super::file::language("[app]\nlanguage = \"klingon\"\n"), None);
    assert_eq!(super::file::language("= broken"), None);
    let broken_elsewhere = "hostname = 7\n[app]\nlanguage = \"fr\"\n\n[[account]]\n= broken";
    assert_eq!(super::file::language(broken_elsewhere), Some(Language::French));
}

/// A small generator (xorshift64*), so that a failing run is repeated by its seed alone.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;

        usize::try_from(number).unwrap_or(0) % sides
    }
}

fn webhook(body: &str) -> Webhook {
    let url = "https://hooks.example.org/SECRET".parse().unwrap();

    Webhook { url, method: WebhookMethod::Put, body: body.to_owned() }
}

/// Carries out one random edit on the text and on the model, and returns the account that has to go.
fn edit_at_random(dice: &mut Dice, text: &str, model: &mut Settings, number: usize) -> Result<String, EditError> {
    let chosen = if model.hostnames.is_empty() { 0 } else { dice.below(model.hostnames.len()) };
    match dice.below(8) {
        7 => {
            model.webhook = [webhook(""), webhook("{{address}}")][..dice.below(3)].first().cloned();
            edit_webhook::set_webhook(text, model.webhook.as_ref())
        }
        6 => {
            let chosen = Preferences {
                language: Language::ALL.get(dice.below(9)).copied(),
                theme: [Theme::System, Theme::Light, Theme::Dark][dice.below(3)],
                notifications: [Notifications::All, Notifications::NeedsMe, Notifications::None][dice.below(3)],
                home: model.network.home[..dice.below(model.network.home.len() + 1)].to_vec(),
                vpn: [VpnRule::Hold, VpnRule::Through, VpnRule::Physical][dice.below(3)],
                sources: [SourceKind::Http, SourceKind::Router][..dice.below(3)].to_vec(),
                nameservers: model.verify.nameservers[..dice.below(model.verify.nameservers.len() + 1)].to_vec(),
                stun_on_metered: dice.below(2) == 0,
                icon: [IconStyle::Monochrome, IconStyle::Color][dice.below(2)],
                log: LogLevel::ALL[dice.below(5)],
                proxy: ["http://proxy.example.org:3128".to_owned()][..dice.below(2)].first().cloned(),
                proxy_for_echo: dice.below(2) == 0,
            };
            model.app = AppSettings {
                language: chosen.language,
                theme: chosen.theme,
                notifications: chosen.notifications,
                icon: chosen.icon,
                log: chosen.log,
                proxy: chosen.proxy.clone(),
                proxy_for_echo: chosen.proxy_for_echo,
            };
            model.addresses.stun_on_metered = chosen.stun_on_metered;
            model.network = NetworkSettings { home: chosen.home.clone(), vpn: chosen.vpn };
            model.addresses.sources.clone_from(&chosen.sources);
            model.verify.nameservers.clone_from(&chosen.nameservers);
            assert_eq!(Preferences::of(model), chosen);
            edit::set_preferences(text, &chosen)
        }
        0 => {
            let provider = if dice.below(2) == 0 { "cloudy" } else { "simple" };
            let mut fields = BTreeMap::new();
            if provider == "cloudy" {
                fields.insert("zone".to_owned(), format!("zone{number}.example.org"));
            }
            let account = Account {
                id: AccountId(format!("account-{number}")),
                provider: ProviderId(provider.to_owned()),
                fields,
            };
            model.accounts.push(account.clone());
            edit::add_account(text, &account)
        }
        1 | 2 if !model.accounts.is_empty() => {
            let account = model.accounts[dice.below(model.accounts.len())].id.clone();
            let hostname = HostnameSettings {
                name: name(&format!("host{number}.example.org")),
                account,
                enabled: PerFamily { ipv4: dice.below(2) == 0, ipv6: dice.below(2) == 0 },
                device: (dice.below(3) == 0).then(|| "::1234".to_owned()),
                create: dice.below(2) == 0,
                paused: dice.below(2) == 0,
                standby: None,
                lower_ttl: dice.below(2) == 0,
            };
            model.hostnames.push(hostname.clone());
            edit::add_hostname(text, &hostname)
        }
        3 if !model.hostnames.is_empty() => {
            let gone = model.hostnames.remove(chosen);
            if model.hostnames.iter().all(|hostname| hostname.account != gone.account) {
                model.accounts.retain(|account| account.id != gone.account);
            }
            edit::remove_hostname(text, &gone.name).map(|(text, _)| text)
        }
        4 if !model.hostnames.is_empty() => {
            let hostname = &mut model.hostnames[chosen];
            hostname.paused = !hostname.paused;
            edit::set_paused(text, &hostname.name, hostname.paused)
        }
        5 if !model.hostnames.is_empty() => {
            let hostname = &mut model.hostnames[chosen];
            hostname.enabled.ipv4 = !hostname.enabled.ipv4;
            edit::set_switches(text, &hostname.name, hostname.enabled)
        }
        _ => Ok(text.to_owned()),
    }
}
