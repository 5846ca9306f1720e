use super::*;

fn start(program: &str) -> Start {
    Start { program: program.to_owned(), config: None, window: false }
}

fn odd() -> Start {
    Start {
        program: "/opt/my \"odd\" $folder/100% \\ home`port".to_owned(),
        config: Some("/srv/a folder".to_owned()),
        window: true,
    }
}

#[test]
fn every_entry_says_again_what_it_was_made_of() {
    for start in [start("/usr/bin/homeport"), odd()] {
        assert_eq!(read_desktop_entry(&desktop_entry(&start)).words, start.words());
        let agent = read_launch_agent(&launch_agent(&start));
        assert_eq!((agent.words, agent.off), (start.words(), false));
    }
    let windows = Start { config: Some("D:\\my settings\\".to_owned()), ..start("C:\\Program Files\\homeport.exe") };
    assert_eq!(run_value(&windows), "\"C:\\Program Files\\homeport.exe\" --config \"D:\\my settings\" run");
    assert_eq!(read_run_value(&run_value(&windows), false).words[0], windows.program);
    let service = Start::of_service("/opt/my tools/homeport");
    let words = read_unit(&system_unit(&service.program), true).words;
    assert_eq!(words[0], service.program);
    assert!(starts_the_same(&words, &service));
}

#[test]
fn the_packaged_entries_start_the_resident() {
    let agent = include_str!("../../../../installers/macos/org.homeport.Homeport.plist");
    let desktop = include_str!("../../../../installers/linux/autostart/org.homeport.Homeport.desktop");

    assert_eq!(read_launch_agent(agent).words[1..], ["run"]);
    assert_eq!(read_desktop_entry(desktop), Entry { words: vec!["homeport".to_owned(), "run".to_owned()], off: false });
}

#[test]
fn only_an_entry_that_starts_this_very_program_counts() {
    let this = start("/usr/bin/homeport");
    let entry = read_desktop_entry(&desktop_entry(&this));
    let state = |entry: Option<&Entry>, found| judge(entry, found, &this, "here").state;

    assert_eq!(state(Some(&entry), Some("/usr/bin/homeport")), AutostartState::On);
    assert_eq!(state(Some(&entry), Some("/opt/old/homeport")), AutostartState::Stale);
    assert_eq!(state(Some(&entry), None), AutostartState::Stale);
    assert_eq!(state(None, None), AutostartState::Off);
    let elsewhere = read_desktop_entry(&desktop_entry(&Start { config: Some("/srv".to_owned()), ..this.clone() }));
    assert_eq!(state(Some(&elsewhere), Some("/usr/bin/homeport")), AutostartState::Stale);
}

#[test]
fn an_entry_that_is_switched_off_starts_nothing() {
    let this = start("/usr/bin/homeport");
    let gnome = desktop_entry(&this) + "X-GNOME-Autostart-enabled=false\n";

    for entry in [read_desktop_entry(&hiding_entry()), read_desktop_entry(&gnome)] {
        assert_eq!(judge(Some(&entry), Some("/usr/bin/homeport"), &this, "").state, AutostartState::Off);
    }
    assert!(is_switched_off(Some(&[3, 0, 0, 0])));
    assert!(!is_switched_off(Some(&[2, 0, 0, 0])) && !is_switched_off(None));
}

#[test]
fn an_entry_for_all_users_is_outweighed_and_not_deleted() {
    assert_eq!(removal(true), Removal::Hide);
    assert_eq!(removal(false), Removal::Delete);
}

#[test]
fn the_service_cannot_start_a_program_in_a_home_folder() {
    for far in [["", "home", "me", "homeport"], ["", "root", "bin", "homeport"], ["", "tmp", "x", "homeport"]] {
        assert!(is_out_of_reach(&far.join("/")));
    }
    assert!(!is_out_of_reach("/usr/local/bin/homeport"));
}
