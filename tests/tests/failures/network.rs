//! Faults of the network that the machine is in, behind real routers.

use std::net::Ipv4Addr;

use homeport_tests::desktop::Desktop;
use homeport_tests::lab::{CAFE_WAN, Cafe, ECHO, EXIT, HOME_NETWORK, Home, LIMIT, Lab, SHARED, Speaks, TUNNEL, Wishes};

use crate::stage::{Stage, inside, run, words};

/// A home that has IPv6, too, and both records.
fn with_ipv6() -> Home {
    let mut lab = Lab::new(Speaks::All);
    lab.change_prefix();
    let home = Home::in_lab(lab, &Wishes { kinds: &["router"], ipv6: true, ..Wishes::default() });
    home.wait("both records", LIMIT, || home.lab.in_dns().len() == 2);
    home.settle();

    home
}

async fn stage(home: &Home) -> Stage {
    Stage::open(Desktop::start().unwrap(), &home.config()).await
}

fn settings(home: &Home) -> String {
    std::fs::read_to_string(home.config().join("settings.toml")).unwrap()
}

#[test]
fn vpn_active_is_over_when_its_address_is_wanted() {
    inside(|| {
        let mut home = Home::new(Speaks::All, &[]);
        run(async {
            let stage = stage(&home).await;
            let before = home.lab.in_dns();
            home.lab.set_vpn(true);
            stage.card("VPN-ACTIVE", &words("fault-vpn-active-happened", &[("name", TUNNEL)])).await;
            assert_eq!(home.lab.in_dns(), before);

            stage.press("VPN-ACTIVE", "button-use-vpn").await;

            stage.gone("VPN-ACTIVE").await;
            home.wait_for_record(EXIT.into(), LIMIT);
            assert!(settings(&home).contains("vpn = \"through\""), "{}", settings(&home));
        });
    });
}

/// In a café, where nothing was changed in DNS.
fn away() -> Home {
    let only_at_home = format!("[network]\nhome = [\"{HOME_NETWORK}\"]\n");
    let wishes = Wishes { kinds: &["router", "stun"], more: &only_at_home, ..Wishes::default() };
    let mut home = Home::in_lab(Lab::new(Speaks::All), &wishes);
    let before = home.lab.in_dns();
    home.lab.move_to_cafe(Cafe::Elsewhere);
    home.wait("the word away", LIMIT, || home.has_problem("NOT-HOME"));
    assert_eq!(home.lab.in_dns(), before);

    home
}

/// The name of the café's network, once its card is shown.
async fn told_away(home: &Home, stage: &Stage) -> String {
    let title = words("fault-not-home-happened", &[("why", "away"), ("name", "192.168.99.0/24")]);
    stage.card("NOT-HOME", &title).await;

    home.status()["network"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn not_home_is_over_when_this_is_home_too() {
    inside(|| {
        let home = away();
        run(async {
            let stage = stage(&home).await;
            let network = told_away(&home, &stage).await;

            stage.press("NOT-HOME", "button-this-is-home").await;

            home.wait("the network to stand in the settings", LIMIT, || settings(&home).contains(&network));
            stage.gone("NOT-HOME").await;
            home.wait_for_record(CAFE_WAN.into(), LIMIT);
        });
    });
}

/// Whoever wants the names to lead here for once is asked whether they are sure, and no home network is made of it.
#[test]
fn not_home_updates_for_once_when_a_person_wants_that() {
    inside(|| {
        let home = away();
        run(async {
            let stage = stage(&home).await;
            let network = told_away(&home, &stage).await;
            let before = home.lab.in_dns();

            stage.press("NOT-HOME", "button-update-here").await;
            stage.window.until("document.querySelector('dialog #confirm')").await;
            stage.picture("dialogue-update-here").await;
            assert_eq!(home.lab.in_dns(), before, "nobody confirmed it");
            stage.window.wait("#confirm").await.click().await.unwrap();

            stage.gone("NOT-HOME").await;
            home.wait_for_record(CAFE_WAN.into(), LIMIT);
            assert!(!settings(&home).contains(&network), "{}", settings(&home));
        });
    });
}

#[test]
fn cgnat_says_how_it_is_known() {
    inside(|| {
        let mut home = Home::new(Speaks::All, &["router"]);
        run(async {
            home.lab.set_cgnat(true);
            // The router names nothing any more, and that may be the middle of a change for most of a minute.
            home.wait("the carrier to be told", 2 * LIMIT, || home.has_problem("CGNAT"));
            let stage = stage(&home).await;
            stage.card("CGNAT", &words("fault-cgnat-happened", &[("why", "carrier")])).await;
            assert!(
                stage.window.words().await.contains(&SHARED.to_string()),
                "the card does not say what the world sees"
            );

            stage.press("CGNAT", "button-how-known").await;

            stage.on("Network").await;
            let router = home.lab.router().address().to_string();
            let how = words("lookout-nameless", &[("router", &router)]);
            let open = stage.checks("CGNAT-checks").await;
            assert!(open.contains(&how), "{open}");
        });
    });
}

/// Two routers in a row are the same to whoever calls from outside, and IPv6 helps there as well.
#[test]
fn behind_another_router_ipv6_alone_is_kept() {
    inside(|| {
        let mut home = with_ipv6();
        run(async {
            let stage = stage(&home).await;
            let seen = Ipv4Addr::new(20, 250, 0, 9);
            for server in ECHO {
                home.lab.provider.tell_at(server.into(), seen.into());
            }
            home.lab.set_wan(Ipv4Addr::new(20, 77, 0, 7));
            stage.card("CGNAT", &words("fault-cgnat-happened", &[("why", "double")])).await;

            stage.press("CGNAT", "button-ipv6-only").await;

            stage.gone("CGNAT").await;
            home.wait("the A record to be off", LIMIT, || records(&home, "ipv4") == "off");
            home.wait("the AAAA record", LIMIT, || records(&home, "ipv6") == "verified");
            assert!(settings(&home).contains("ipv4 = false"), "{}", settings(&home));
        });
    });
}

#[test]
fn ipv6_none_is_over_when_it_is_turned_off() {
    inside(|| {
        let home = with_ipv6();
        run(async {
            let stage = stage(&home).await;
            // The internet provider takes IPv6 away.
            home.lab.host.shell("echo 1 > /proc/sys/net/ipv6/conf/eth0/disable_ipv6");
            stage.card("IPV6-NONE", &words("fault-ipv6-none-happened", &[])).await;
            assert_eq!(home.lab.in_dns().len(), 2, "a record was taken away");

            stage.press("IPV6-NONE", "button-ipv6-off").await;

            stage.gone("IPV6-NONE").await;
            home.wait("the AAAA record to be off", LIMIT, || records(&home, "ipv6") == "off");
            assert_eq!(records(&home, "ipv4"), "verified");
            assert!(settings(&home).contains("ipv6 = false"), "{}", settings(&home));
        });
    });
}

fn records(home: &Home, family: &str) -> String {
    home.status()["hostnames"][0]["records"][family]["state"].as_str().unwrap_or_default().to_owned()
}
