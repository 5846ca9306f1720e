//! nsupdate.info, the real service, and the BIND that it writes into.

use homeport_tests::bind::dig;
use homeport_tests::household::{Household, inside};
use homeport_tests::mock_proxy::MockProxy;
use homeport_tests::nsupdate_info::{HOST, NsupdateInfo, SECRET};
use homeport_tests::trial::{Trial, assert_told};

use crate::once::once;

/// The host that the provider's file names.
const SERVER: &str = "ipv4.nsupdate.info";

fn trial<'a>(proxy: &'a MockProxy, secret: &str) -> Trial<'a> {
    Trial::new("nsupdate-info", HOST).secret("password", secret).through(proxy)
}

#[test]
fn nsupdate_info_puts_each_new_address_into_dns() {
    inside(|| {
        let service = NsupdateInfo::start();
        let proxy = MockProxy::in_front_of(&[(SERVER, service.address)]);
        let records = || (dig(service.bind.address, &[HOST, "A"]), dig(service.bind.address, &[HOST, "AAAA"]));
        let only = |address: &str| vec![address.to_owned()];

        assert_told(&trial(&proxy, SECRET).send(&["20.1.0.1"]), "updated", "good");
        assert_eq!(records(), (only("20.1.0.1"), vec![]));

        assert_told(&trial(&proxy, SECRET).send(&["20.1.0.2", "2a0e:1::2"]), "updated", "good");
        assert_eq!(records(), (only("20.1.0.2"), only("2a0e:1::2")));

        assert_told(&trial(&proxy, SECRET).send(&["2a0e:1::3"]), "updated", "good");
        assert_eq!(records(), (only("20.1.0.2"), only("2a0e:1::3")));
        assert_eq!(service.opinion().0, 0, "the service counted a fault: {:?}", service.opinion());

        // Only a try sends what is there already; the service says so, and holds it against its client.
        assert_told(&trial(&proxy, SECRET).send(&["20.1.0.2"]), "unchanged", "unchanged");
        assert_eq!(service.opinion().0, 1);

        // One family is new and the other is not: the service answers with a line for each.
        assert_told(&trial(&proxy, SECRET).send(&["20.1.0.4", "2a0e:1::3"]), "updated", "good");
        assert_eq!(records(), (only("20.1.0.4"), only("2a0e:1::3")));
    });
}

#[test]
fn nsupdate_info_refuses_and_its_words_are_understood() {
    inside(|| {
        let service = NsupdateInfo::start();
        let proxy = MockProxy::in_front_of(&[(SERVER, service.address)]);

        assert_told(&trial(&proxy, "another-secret").send(&["20.1.0.1"]), "refused", "bad-auth");
        let other = Trial::new("nsupdate-info", "other.dyn.test").secret("password", SECRET).through(&proxy);
        assert_told(&other.send(&["20.1.0.1"]), "refused", "bad-auth");
        service.switch("available", false);
        assert_told(&trial(&proxy, SECRET).send(&["20.1.0.1"]), "refused", "no-such-host");
        service.switch("available", true);
        service.switch("abuse", true);
        assert_told(&trial(&proxy, SECRET).send(&["20.1.0.1"]), "refused", "blocked");

        assert!(dig(service.bind.address, &[HOST, "A"]).is_empty());
    });
}

#[test]
fn any_dyndns2_server_is_updated_by_its_address_alone() {
    inside(|| {
        let service = NsupdateInfo::start();
        let trial = |user: &str| {
            Trial::new("dyndns2", HOST)
                .field("server", format!("http://{}", service.address))
                .field("user", user)
                .secret("password", SECRET)
        };

        assert_told(&trial(HOST).send(&["20.1.0.1"]), "updated", "good");
        assert_eq!(dig(service.bind.address, &[HOST, "A"]), ["20.1.0.1"]);

        assert_told(&trial("jane").send(&["20.1.0.2"]), "refused", "bad-request");
        assert_eq!(dig(service.bind.address, &[HOST, "A"]), ["20.1.0.1"]);
    });
}

#[test]
fn the_service_counts_no_fault_however_often_homeport_runs() {
    const OWN: &str = "dyn.example.org";

    inside(|| {
        let mut household = Household::new();
        let outside = household.provider.addresses()[1].ip();
        let service = NsupdateInfo::start_with(outside);
        let proxy = MockProxy::outside(outside, &[(OWN, service.address)]);
        household.confide(("own.password", SECRET), proxy.authority());
        let hostname = format!(
            "[[account]]\nid = \"own\"\nprovider = \"dyndns2\"\n[account.fields]\nserver = \"https://{OWN}\"\n\
             user = \"{HOST}\"\n\n[[hostname]]\nname = \"{HOST}\"\naccount = \"own\"\nipv6 = false\n"
        );
        household.write_settings_with(&hostname, service.bind.address);

        for (address, outcome) in
            [(None, "updated"), (None, "unchanged"), (Some("20.3.0.8"), "updated"), (None, "unchanged")]
        {
            if let Some(address) = address {
                household.home.change_address(address.parse().unwrap());
            }
            let told = once(&household, Some(&proxy)).0.remove(0);

            assert_eq!((&told["outcome"], &told["proved"]), (&outcome.into(), &true.into()), "{told}");
        }
        assert_eq!(dig(service.bind.address, &[HOST, "A"]), ["20.3.0.8"]);
        assert_eq!(proxy.seen().len(), 2, "one request for each address");
        assert_eq!(service.opinion().0, 0, "{:?}", service.opinion());

        // After a refusal nothing more is sent, not even a new address.
        service.switch("abuse", true);
        for address in ["20.3.0.9", "20.3.0.10"] {
            household.home.change_address(address.parse().unwrap());
            let told = once(&household, Some(&proxy)).0.remove(0);

            assert_eq!((&told["outcome"], &told["means"]), (&"refused".into(), &"blocked".into()), "{told}");
        }
        assert_eq!(proxy.seen().len(), 3, "a blocked name was sent again");
    });
}
