use super::*;
use crate::network::{DefaultRoute, InterfaceAddress};

const ROUTER: Ipv4Addr = Ipv4Addr::new(192, 168, 7, 1);
const HOME: Ipv4Addr = Ipv4Addr::new(20, 1, 0, 7);
const ELSEWHERE: Ipv4Addr = Ipv4Addr::new(20, 1, 0, 8);
const ALL: Wanted = Wanted { router: true, stun: true, stun_on_metered: false };

fn at(milliseconds: u64) -> Mono {
    Mono(Duration::from_millis(milliseconds))
}

fn behind(own: Ipv4Addr, gateway: Ipv4Addr) -> NetworkFacts {
    NetworkFacts {
        addresses: vec![InterfaceAddress {
            interface: "eth0".to_owned(),
            address: own.into(),
            prefix_length: 24,
            temporary: false,
            deprecated: false,
            tentative: false,
        }],
        route_v4: Some(DefaultRoute {
            interface: "eth0".to_owned(),
            gateway: Some(gateway.into()),
            tunnel: false,
            ..DefaultRoute::default()
        }),
        route_v6: None,
        ..NetworkFacts::default()
    }
}

fn home() -> NetworkFacts {
    behind(Ipv4Addr::new(192, 168, 7, 10), ROUTER)
}

fn answered(address: Ipv4Addr, epoch: u32) -> Said {
    Said::Answered { address: Some(address), epoch: Some(epoch) }
}

fn announced(address: Ipv4Addr, epoch: u32) -> Said {
    Said::Announced { address: Some(address), epoch: Some(epoch) }
}

struct Scene {
    lookout: Lookout,
    now: Mono,
    tasks: Vec<(u64, Task)>,
}

impl Scene {
    fn new() -> Self {
        let mut scene = Self { lookout: Lookout::default(), now: at(0), tasks: Vec::new() };
        scene.lookout.handle_wanted(ALL, None, at(0));
        scene.lookout.handle_network(&home(), at(0));
        scene.settle();

        scene
    }

    /// A router that speaks NAT-PMP and named the home's address.
    fn told() -> Self {
        let mut scene = Self::new();
        scene.says(Protocol::NatPmp, answered(HOME, 100));
        scene.tasks.clear();

        scene
    }

    fn settle(&mut self) {
        while let Some(task) = self.lookout.poll(self.now) {
            self.tasks.push((u64::try_from(self.now.0.as_millis()).unwrap(), task));
        }
    }

    fn says(&mut self, protocol: Protocol, said: Said) {
        self.lookout.handle_said(ROUTER, protocol, said, Some(HOME.into()), self.now);
        self.settle();
    }

    fn pass(&mut self, milliseconds: u64) {
        let end = self.now + Duration::from_millis(milliseconds);
        while let Some(next) = self.lookout.poll_timeout().filter(|next| *next <= end) {
            self.now = next.max(self.now);
            self.settle();
        }
        self.now = end;
    }

    fn times(&self, wanted: &Task) -> Vec<u64> {
        self.tasks.iter().filter(|(_, task)| task == wanted).map(|(at, _)| *at).collect()
    }
}

#[test]
fn a_network_with_a_router_is_listened_to_and_its_router_is_asked_in_every_way() {
    let scene = Scene::new();

    assert!(matches!(&scene.tasks[0].1, Task::Watch(Some(gateway)) if gateway.address == ROUTER));
    assert_eq!(scene.tasks[1].1, Task::Ask(Protocol::ALL.to_vec()));
}

#[test]
fn a_machine_with_its_own_public_address_needs_no_router_and_no_pulse() {
    let mut scene = Scene::new();
    scene.lookout.handle_network(&behind(HOME, Ipv4Addr::new(20, 1, 0, 1)), at(0));
    scene.tasks.clear();
    scene.settle();

    assert_eq!(scene.tasks, [(0, Task::Watch(None))]);
    assert_eq!(scene.lookout.poll_timeout(), None);
}

#[test]
fn an_announced_change_is_a_sign_at_once_and_is_asked_for() {
    let mut scene = Scene::told();
    scene.pass(5_000);
    scene.says(Protocol::NatPmp, announced(ELSEWHERE, 105));

    assert_eq!(scene.times(&Task::Check), [5_000]);
    assert_eq!(scene.times(&Task::Ask(vec![Protocol::NatPmp])), [5_000]);
    assert_eq!(scene.lookout.witness(scene.now), None, "what was announced is no witness");
    scene.says(Protocol::NatPmp, answered(ELSEWHERE, 105));
    assert_eq!(scene.lookout.witness(scene.now), Some(ELSEWHERE));
}

#[test]
fn an_announcement_that_says_what_is_known_is_no_sign() {
    let mut scene = Scene::told();
    for _ in 0..10 {
        scene.pass(1_000);
        let seconds = u32::try_from(scene.now.0.as_secs()).unwrap();
        scene.says(Protocol::NatPmp, announced(HOME, 100 + seconds));
    }

    assert_eq!(scene.times(&Task::Check), [0; 0]);
}

#[test]
fn a_hundred_thousand_forged_announcements_start_at_most_ten_checks_a_minute() {
    let mut scene = Scene::told();
    for number in 0..100_000_u32 {
        scene.pass(3);
        scene.says(Protocol::NatPmp, announced(Ipv4Addr::from(0x1401_0000 + number), number));
    }

    let checks = scene.times(&Task::Check);
    assert!(checks.windows(2).all(|pair| pair[1] - pair[0] >= 2_000), "{checks:?}");
    assert!(checks.windows(11).all(|eleven| eleven[10] - eleven[0] >= 60_000), "{checks:?}");
    assert!(scene.lookout.voices.len() == 1 && scene.lookout.signs.len() <= MOST_SIGNS);
}

#[test]
fn a_router_that_tells_is_asked_every_15_seconds_and_each_minute_on_battery() {
    let mut scene = Scene::told();
    for _ in 0..4 {
        scene.pass(15_000);
        let seconds = u32::try_from(scene.now.0.as_secs()).unwrap();
        scene.says(Protocol::NatPmp, answered(HOME, 100 + seconds));
    }
    let asked = scene.times(&Task::Ask(vec![Protocol::NatPmp]));
    assert_eq!(asked, [15_000, 30_000, 45_000, 60_000]);
    assert_eq!(scene.times(&Task::Pulse), [0; 0]);

    scene.lookout.handle_power(Power { has_battery: true, on_battery: true, metered: None }, scene.now);
    scene.tasks.clear();
    scene.says(Protocol::NatPmp, answered(HOME, 160));
    scene.pass(61_000);
    assert_eq!(scene.times(&Task::Ask(vec![Protocol::NatPmp])), [120_000]);
}

#[test]
fn a_silent_router_is_replaced_by_a_pulse_every_30_seconds() {
    let mut scene = Scene::new();
    scene.pass(120_000);

    assert_eq!(scene.times(&Task::Pulse), [30_000, 60_000, 90_000, 120_000]);
    scene.lookout.handle_pulse(Some(ELSEWHERE.into()), Some(HOME.into()), scene.now);
    scene.settle();
    assert_eq!(scene.times(&Task::Check), [120_000]);
}

#[test]
fn on_a_metered_way_out_there_is_no_pulse() {
    let mut scene = Scene::new();
    scene.lookout.handle_power(Power { metered: Some(true), ..Power::default() }, at(0));
    scene.pass(600_000);
    assert_eq!(scene.times(&Task::Pulse), [0; 0]);

    scene.lookout.handle_power(Power { metered: Some(false), on_battery: true, has_battery: true }, scene.now);
    scene.pass(120_000);
    assert_eq!(scene.times(&Task::Pulse), [720_000]);
}

#[test]
fn a_router_that_falls_silent_is_asked_again_soon_and_then_given_up() {
    let mut scene = Scene::told();
    scene.pass(15_000);
    for _ in 0..3 {
        scene.says(Protocol::NatPmp, Said::Silent);
        scene.pass(1_000);
    }

    assert_eq!(scene.times(&Task::Ask(vec![Protocol::NatPmp])), [15_000, 16_000, 17_000]);
    assert!(!scene.lookout.tells_address() && scene.lookout.pulses());
    scene.pass(60_000);
    assert_eq!(scene.times(&Task::Ask(Protocol::ALL.to_vec())).len(), 1, "it is looked for again");
}

#[test]
fn a_router_that_began_anew_is_a_sign_although_it_names_the_same_address() {
    let mut scene = Scene::told();
    scene.pass(60_000);
    scene.says(Protocol::NatPmp, answered(HOME, 3));

    assert_eq!(scene.times(&Task::Check), [60_000]);
    assert!(scene.tasks.iter().any(|(_, task)| matches!(task, Task::Watch(Some(_)))), "its promises are over");
}

#[test]
fn upnp_alone_is_asked_each_minute_while_it_promised_to_tell() {
    let mut scene = Scene::new();
    scene.says(Protocol::Upnp, Said::Answered { address: Some(HOME), epoch: None });
    scene.says(Protocol::Upnp, Said::Promised(true));
    scene.tasks.clear();
    scene.pass(60_000);
    assert_eq!(scene.times(&Task::Ask(vec![Protocol::Upnp])), [60_000]);

    scene.says(Protocol::Upnp, Said::Promised(false));
    scene.pass(15_000);
    assert_eq!(scene.times(&Task::Ask(vec![Protocol::Upnp])), [60_000, 75_000]);
}

#[test]
fn no_address_in_the_middle_of_a_change_is_asked_again_soon_and_is_no_sign() {
    let mut scene = Scene::told();
    scene.says(Protocol::NatPmp, Said::Answered { address: None, epoch: Some(101) });
    scene.pass(1_000);
    assert_eq!((scene.times(&Task::Check).len(), scene.times(&Task::Ask(vec![Protocol::NatPmp]))), (0, vec![1_000]));

    scene.says(Protocol::NatPmp, answered(ELSEWHERE, 102));
    assert_eq!(scene.times(&Task::Check), [1_000]);
}

/// As miniupnpd does behind a carrier that shares its address.
#[test]
fn a_router_that_goes_on_to_name_no_address_is_asked_seldom_and_a_stun_server_instead() {
    let mut scene = Scene::told();
    let nothing = Said::Answered { address: None, epoch: None };
    for _ in 0..NAMELESS {
        assert!(!scene.lookout.pulses());
        scene.says(Protocol::NatPmp, nothing);
        scene.pass(1_000);
    }
    assert!(scene.lookout.pulses());
    scene.tasks.clear();
    scene.pass(15_000);
    assert_eq!(scene.times(&Task::Ask(vec![Protocol::NatPmp])).len(), 1);

    scene.says(Protocol::NatPmp, answered(HOME, 200));
    assert!(!scene.lookout.pulses());
}

#[test]
fn a_world_that_still_sees_the_old_address_is_asked_again_until_it_stays_so() {
    let mut scene = Scene::told();
    scene.says(Protocol::NatPmp, answered(ELSEWHERE, 100));
    for _ in 0..8 {
        scene.lookout.handle_round(Some(HOME.into()), scene.now);
        scene.pass(10_000);
    }

    assert_eq!(scene.times(&Task::Check).len(), 1 + RECHECK.len());
    assert_eq!(scene.lookout.other_address(), Some((ELSEWHERE, Scope::Public)));
    scene.tasks.clear();
    scene.says(Protocol::NatPmp, answered(ELSEWHERE, 190));
    assert_eq!(scene.times(&Task::Check), [0; 0], "the difference is known");
}

#[test]
fn a_router_with_a_shared_address_is_behind_another_one() {
    let mut scene = Scene::new();
    let shared = Ipv4Addr::new(100, 64, 7, 7);
    scene.says(Protocol::NatPmp, answered(shared, 100));

    assert_eq!(scene.lookout.other_address(), Some((shared, Scope::Shared)));
    assert_eq!(scene.times(&Task::Check), [0; 0]);
}

#[test]
fn what_the_router_of_another_network_says_is_nothing() {
    let mut scene = Scene::told();
    let elsewhere = Ipv4Addr::new(10, 0, 0, 1);
    scene.lookout.handle_said(elsewhere, Protocol::NatPmp, answered(ELSEWHERE, 1), Some(HOME.into()), at(0));
    scene.settle();

    assert_eq!(scene.tasks, []);
}

/// A router tells one change by NAT-PMP and by `UPnP`, and says it again when it is asked.
#[test]
fn a_change_that_is_told_in_three_ways_uses_one_sign() {
    let mut scene = Scene::told();
    scene.says(Protocol::Upnp, Said::Answered { address: Some(HOME), epoch: None });
    scene.tasks.clear();
    let mut known = HOME;
    for change in 1..=20_u8 {
        scene.pass(6_000);
        let (new, old) = (Ipv4Addr::new(20, 1, change, 7), known);
        let seconds = 100 + u32::try_from(scene.now.0.as_secs()).unwrap();
        let says = |scene: &mut Scene, protocol, said, known: Ipv4Addr| {
            scene.lookout.handle_said(ROUTER, protocol, said, Some(known.into()), scene.now);
            scene.settle();
        };
        says(&mut scene, Protocol::NatPmp, announced(new, seconds), old);
        says(&mut scene, Protocol::Upnp, Said::Announced { address: Some(new), epoch: None }, old);
        // The world agrees before the router is asked.
        scene.lookout.handle_round(Some(new.into()), scene.now);
        known = new;
        says(&mut scene, Protocol::NatPmp, answered(new, seconds), known);
        says(&mut scene, Protocol::Upnp, Said::Answered { address: Some(new), epoch: None }, known);
        scene.lookout.handle_round(Some(new.into()), scene.now);
    }

    let at_once: Vec<u64> = (1..=20).map(|change| change * 6_000).collect();
    assert_eq!(scene.times(&Task::Check), at_once);
}
