//! Which of the other clients' words mean the same. A provider's field takes the word of its group; what is left over is
//! given out by its kind (see [`super::matching`]), so that most providers need no line here.

/// Words for the same thing, as options of other clients and as keys of our fields.
const GROUPS: &[&[&str]] = &[
    &["user", "username", "login", "user_name", "account", "account_name"],
    &["password", "pass", "pwd", "passwd"],
    &[
        "token",
        "api_token",
        "apitoken",
        "access_token",
        "personal_access_token",
        "auth_token",
        "update_token",
        "token_key",
    ],
    &["key", "apikey", "api_key", "client_key", "hash", "app_key", "appkey"],
    &[
        "secret",
        "api_secret",
        "secret_key",
        "secretkey",
        "secretapikey",
        "secret_api_key",
        "access_secret",
        "app_secret",
        "access_key_secret",
        "secret_access_key",
    ],
    &[
        "id",
        "access_key",
        "access_key_id",
        "accesskeyid",
        "access_id",
        "app_id",
        "auth_id",
        "token_id",
        "key_id",
        "secret_id",
    ],
    &["email", "e_mail"],
    &["customer_number", "customer_id", "customer", "customernumber"],
    &["consumer_key", "consumer"],
    &["zone", "zone_name", "root_domain", "domain_name"],
    &["region"],
    &["ttl"],
];

/// Groups that name whoever asks, those first that are most often meant.
const NAMES: &[&str] = &["user", "id", "email", "customer_number", "key", "token"];
/// Groups that prove it.
const PROOFS: &[&str] = &["password", "secret", "token", "key"];

/// Which providers' fields are filled by a word that means something else elsewhere: provider, field, the word's group.
const SPECIAL: &[(&str, &str, &str)] = &[
    // The user is a part of the update address at No-IP, and an e-mail address is taken as well.
    ("no-ip", "user", "email"),
    // Other clients call the zone's name in the console its zone, and the key's file the credentials.
    ("google-cloud-dns", "managed_zone", "zone"),
];

/// The group of a word; the word itself where it has none.
pub(super) fn group(word: &str) -> &str {
    GROUPS.iter().find(|group| group.contains(&word)).and_then(|group| group.first()).copied().unwrap_or(word)
}

/// How early a word of this group names whoever asks.
pub(super) fn name_rank(group: &str) -> Option<usize> {
    NAMES.iter().position(|name| *name == group)
}

/// How early a word of this group proves it.
pub(super) fn proof_rank(group: &str) -> Option<usize> {
    PROOFS.iter().position(|proof| *proof == group)
}

/// The other group that may fill a field of a provider.
pub(super) fn special(provider: &str, field: &str) -> Option<&'static str> {
    SPECIAL.iter().find(|(of, key, _)| *of == provider && *key == field).map(|(_, _, group)| *group)
}

/// Second levels below which people register names, as in `example.co.uk`.
const SECOND_LEVELS: &[&str] = &["co", "com", "net", "org", "gov", "edu", "ac", "or", "ne", "go", "gob", "nom", "eu"];

/// The zone that a name most likely lies in; a guess, which the preview says. Clients that need no zone do not write it.
pub(super) fn likely_zone(name: &str) -> String {
    let name = name.strip_prefix("*.").unwrap_or(name);
    let labels: Vec<&str> = name.split('.').collect();
    let two_levels =
        matches!(labels.as_slice(), [.., _, second, top] if top.len() == 2 && SECOND_LEVELS.contains(second));
    let count = if two_levels { 3 } else { 2 };

    labels[labels.len().saturating_sub(count)..].join(".")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_word_is_in_one_group() {
        let mut seen = BTreeSet::new();
        for word in GROUPS.iter().copied().flatten() {
            assert!(seen.insert(word), "{word} stands twice");
        }
        for first in NAMES.iter().chain(PROOFS) {
            assert_eq!(group(first), *first, "{first} is the first of its group");
        }
    }

    #[test]
    fn a_zone_is_guessed_from_the_end_of_a_name() {
        assert_eq!(likely_zone("home.example.org"), "example.org");
        assert_eq!(likely_zone("a.b.example.co.uk"), "example.co.uk");
        assert_eq!(likely_zone("*.example.org"), "example.org");
        assert_eq!(likely_zone("example.org"), "example.org");
    }
}
