//! Further sentences about the file and its changes.

use super::*;

#[test]
fn random_edits_keep_the_users_comments_and_mean_what_they_say() {
    let kept = ["# my settings", "# the end"];
    for seed in 1..60 {
        let mut dice = Dice(seed);
        let mut text = WHOLE.to_owned();
        let mut model = read(&text).unwrap();
        for number in 0..25 {
            let before: BTreeSet<String> = comments(&text);
            let names = model.hostnames.len();
            text = edit_at_random(&mut dice, &text, &mut model, number).unwrap();

            assert_eq!(read(&text).as_ref(), Ok(&model), "seed {seed}, step {number}:\n{text}");
            for comment in kept {
                assert!(text.contains(comment), "seed {seed}, step {number}: {comment} is lost:\n{text}");
            }
            if model.hostnames.len() >= names {
                assert_eq!(before, comments(&text), "seed {seed}, step {number}:\n{text}");
            }
        }
    }
}

fn comments(text: &str) -> BTreeSet<String> {
    text.lines().filter_map(|line| line.split_once('#')).map(|(_, comment)| comment.to_owned()).collect()
}

const STANDBY: &str =
    "paused = true\nstandby = \"other\"\nstandby_name = \"home.example.net\"\nstandby_after = \"30m\"";

#[test]
fn a_standby_is_read_and_written() {
    let settings = read(&WHOLE.replace("paused = true", STANDBY)).unwrap();
    let expected = Standby {
        account: AccountId("other".to_owned()),
        name: name("home.example.net"),
        after: Duration::from_secs(30 * 60),
    };
    assert_eq!(settings.hostnames[1].standby, Some(expected));
    let text = edit::remove_hostname(WHOLE, &settings.hostnames[1].name).unwrap().0;
    assert_eq!(
        read(&edit::add_hostname(&text, &settings.hostnames[1]).unwrap()).unwrap().hostnames,
        settings.hostnames
    );

    let short = read(&WHOLE.replace("paused = true", "standby = \"other\"")).unwrap();
    let standby = short.hostnames[1].standby.clone().unwrap();
    assert_eq!((standby.name.as_str(), standby.after), ("kamera.example.org", Duration::from_secs(3_600)));
}

#[test]
fn an_account_that_is_a_standby_stays_when_its_last_hostname_is_removed() {
    let text = WHOLE
        .replace("paused = true", "standby = \"other\"")
        .replace("account = \"main\"\nipv4 = true", "account = \"other\"\nipv4 = true");
    let (text, orphan) = edit::remove_hostname(&text, &name("home.example.org")).unwrap();

    assert_eq!(orphan, None);
    assert_eq!(read(&text).unwrap().accounts.len(), 2);
}

#[test]
fn each_mistake_of_a_standby_is_told_with_its_field_and_cure() {
    for (from, to, field, words) in [
        ("\"other\"", "\"othr\"", "hostname.standby", "other"),
        ("\"other\"", "\"main\"", "hostname.standby", "another account"),
        ("standby = \"other\"\n", "", "hostname.standby_name", "standby = "),
        ("standby = \"other\"\nstandby_name = \"home.example.net\"\n", "", "hostname.standby_after", "standby = "),
        ("home.example.net", "home.example.org", "hostname.standby_name", "no other entry"),
        ("home.example.net", "home..net", "hostname.standby_name", ""),
        ("30m", "30", "hostname.standby_after", "30m"),
        ("30m", "4m", "hostname.standby_after", "5 minutes"),
        ("30m", "8d", "hostname.standby_after", "7 days"),
        ("30m", "", "hostname.standby_after", "30m"),
        ("30m", "99999999999h", "hostname.standby_after", "7 days"),
        ("30m", "3ü", "hostname.standby_after", "30m"),
    ] {
        let text = WHOLE.replace("paused = true", &STANDBY.replace(from, to));
        let error = read(&text).unwrap_err();
        assert_eq!(error.field, field, "{to}: {error}");
        assert!(error.to_string().contains(words) && !error.cure.is_empty(), "{to}: {error}");
    }
}
