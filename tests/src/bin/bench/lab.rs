//! The home, the outside, and the clients' files.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::process::Command;

use homeport_tests::home_network::Home;
use homeport_tests::installation::Installation;
use homeport_tests::mock_provider::{MockProvider, PASSWORD, USER};

/// The outside's addresses: the first two are echo services of two operators, the third is the provider.
const OUTSIDE: [IpAddr; 3] = [
    IpAddr::V4(Ipv4Addr::new(20, 9, 0, 1)),
    IpAddr::V4(Ipv4Addr::new(20, 9, 0, 2)),
    IpAddr::V4(Ipv4Addr::new(20, 9, 0, 3)),
];

/// In this mount namespace the system asks the lab's name server: inadyn looks up each name that it does not know yet.
/// The file has to stay: nothing can be put over one that was removed, as the machines of a home do in theirs.
pub(crate) fn use_its_name_server() -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a file is made");
    writeln!(file, "nameserver {}", OUTSIDE[0]).expect("the file is ours");
    let status = Command::new("mount").arg("--bind").arg(file.path()).arg("/etc/resolv.conf").status();
    assert!(status.expect("`mount` of util-linux is installed").success(), "/etc/resolv.conf cannot be another one");

    file
}

/// A home on a cable to the provider and its kin.
pub(crate) struct Lab {
    pub(crate) home: Home,
    pub(crate) provider: MockProvider,
    changes: u16,
}

impl Lab {
    pub(crate) fn new() -> Self {
        let home = Home::connect(&OUTSIDE);
        let provider = MockProvider::start(&OUTSIDE);
        provider.accept_any_name();
        let mut lab = Self { home, provider, changes: 0 };
        lab.change_address();

        lab
    }

    /// Gives the home an address that it never had.
    pub(crate) fn change_address(&mut self) -> IpAddr {
        self.changes += 1;
        let [high, low] = self.changes.to_be_bytes();
        let address = Ipv4Addr::new(20, 1 + high, low, 7).into();
        self.home.change_address(address);

        address
    }
}

/// The files of the clients that keep `names` names up to date.
pub(crate) struct Files(Installation);

impl Files {
    pub(crate) fn new(provider: &MockProvider, names: usize) -> Self {
        let files = Self(Installation::new(&settings(provider, names), provider.authority()));
        fs::create_dir(files.path("cache")).expect("the folder is ours");
        files.0.secret("mock", "password", PASSWORD);
        files.0.write("ddclient.conf", &ddclient(provider, names, &files));
        files.0.write("inadyn.conf", &inadyn(provider, names, &files));

        files
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path(name)
    }

    pub(crate) fn lend(&self, command: &mut Command) {
        self.0.lend(command);
    }
}

/// The names, all below one zone.
fn names(count: usize) -> impl Iterator<Item = String> {
    (0..count).map(|number| format!("host{number}.example.org"))
}

fn settings(provider: &MockProvider, count: usize) -> String {
    let [echo, other_echo, update] = provider.addresses() else {
        panic!("the lab has three servers");
    };
    let mut text = format!(
        "version = 1\n\n[[account]]\nid = \"mock\"\nprovider = \"dyndns2\"\n[account.fields]\n\
         server = \"https://{update}\"\nuser = \"{USER}\"\n\n\
         [addresses]\nsources = [\"http\", \"interface\"]\n\n\
         [[source]]\nkind = \"http\"\nurl = \"https://{echo}/ip\"\ninstead = true\n\n\
         [[source]]\nkind = \"http\"\nurl = \"https://{other_echo}/ip\"\ninstead = true\n\n\
         [verify]\nnameservers = [\"{}\"]\n",
        provider.name_server()
    );
    for name in names(count) {
        write!(text, "\n[[hostname]]\nname = \"{name}\"\naccount = \"mock\"\nipv4 = true\nipv6 = false\n")
            .expect("a string takes everything");
    }

    text
}

fn ddclient(provider: &MockProvider, count: usize, files: &Files) -> String {
    let names: Vec<String> = names(count).collect();

    format!(
        "ssl=yes\nssl_ca_file={}\nuse=web, web=https://{}/ip\nprotocol=dyndns2\nserver={}\nlogin={USER}\n\
         password='{PASSWORD}'\n{}\n",
        files.path("authority.pem").display(),
        provider.addresses()[0],
        provider.addresses()[2],
        names.join(",")
    )
}

fn inadyn(provider: &MockProvider, count: usize, files: &Files) -> String {
    /// It leaves out what is more in one section.
    const MOST_NAMES: usize = 50;

    let names: Vec<String> = names(count).map(|name| format!("\"{name}\"")).collect();
    let mut text = format!("allow-ipv6 = false\nca-trust-file = \"{}\"\n", files.path("authority.pem").display());
    for (number, names) in names.chunks(MOST_NAMES).enumerate() {
        write!(
            text,
            "custom mock:{} {{\n  username = \"{USER}\"\n  password = \"{PASSWORD}\"\n  ssl = true\n\
             checkip-server = \"{}\"\n  checkip-path = \"/ip\"\n  checkip-ssl = true\n  ddns-server = \"{}\"\n\
             ddns-path = \"/nic/update?hostname=%h&myip=%i\"\n  ddns-response = {{ \"good\", \"nochg\" }}\n\
             hostname = {{ {} }}\n}}\n",
            number + 1,
            provider.addresses()[0],
            provider.addresses()[2],
            names.join(", ")
        )
        .expect("a string takes everything");
    }

    text
}

/// Whether a program of a peer is installed.
pub(crate) fn is_installed(path: &str) -> bool {
    Path::new(path).is_file()
}
