//! nsupdate.info, the dyndns2 service, as its authors publish it: a Django program on loopback that writes into BIND by DNS
//! UPDATE. It asks and updates its name server on port 53, so it needs a network of its own.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::Command;

use rusqlite::Connection;

use crate::bind::{Bind, Zone, secret};
use crate::python;
use crate::server::{Folder, Server, free_address};

/// The domain in which hosts are.
pub const DOMAIN: &str = "dyn.test";
/// The host that is there.
pub const HOST: &str = "home.dyn.test";
/// The update secret of the host.
pub const SECRET: &str = "only-for-this-test";

/// Serves it in one process, which ends as a whole.
const SERVE: &str = "
import sys
from wsgiref.simple_server import make_server
from nsupdate.wsgi import application
make_server(sys.argv[1], int(sys.argv[2]), application).serve_forever()
";

/// The service and its name server. They end when this is dropped.
#[derive(Debug)]
pub struct NsupdateInfo {
    /// Where it takes updates, without TLS.
    pub address: SocketAddr,
    /// The name server that it writes into.
    pub bind: Bind,
    server: Server,
}

impl NsupdateInfo {
    /// Starts both.
    ///
    /// # Panics
    ///
    /// When one is not installed or does not start, and where port 53 is taken.
    #[must_use]
    pub fn start() -> Self {
        Self::start_with(Ipv4Addr::LOCALHOST.into())
    }

    /// The same with a name server at this address, which has to be IPv4.
    ///
    /// # Panics
    ///
    /// As [`Self::start`].
    #[must_use]
    pub fn start_with(name_server: IpAddr) -> Self {
        // The service names its key after the zone.
        let zone = Zone { name: DOMAIN, records: "", key_name: DOMAIN };
        let bind = Bind::start_at((name_server, 53).into(), &[zone]);
        let (folder, address) = (Folder::new(), free_address());
        folder.write("homeport_settings.py", &settings(folder.path()));
        let mut fill = Command::new(python::interpreter());
        configure(&mut fill, folder.path());
        fill.args(["-c", &accounts(name_server)]);
        folder.prepare(fill);
        let files = folder.path().to_owned();
        let start = |command: &mut Command| {
            configure(command, &files);
            command.args(["-c", SERVE, &address.ip().to_string(), &address.port().to_string()]);
        };
        let server = folder.start(&python::interpreter(), start, address);

        Self { address, bind, server }
    }

    /// What the service thinks of its client: the faults it counted, and the result that it noted last.
    ///
    /// # Panics
    ///
    /// When its database cannot be read.
    #[must_use]
    pub fn opinion(&self) -> (u32, String) {
        let question = "select client_faults, client_result_msg from main_host";

        self.database().query_row(question, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
    }

    /// Changes a switch of the host as its owner or the operator does: `available`, `abuse`, `abuse_blocked`.
    ///
    /// # Panics
    ///
    /// When there is no such switch.
    pub fn switch(&self, name: &str, on: bool) {
        let changed = self.database().execute(&format!("update main_host set {name} = ?1"), [on]).unwrap();

        assert_eq!(changed, 1);
    }

    fn database(&self) -> Connection {
        Connection::open(self.server.folder().path().join("nsupdate.sqlite")).unwrap()
    }
}

fn configure(command: &mut Command, folder: &Path) {
    command.env("DJANGO_SETTINGS_MODULE", "homeport_settings").env("PYTHONPATH", folder).env("HOME", folder);
}

/// Without migrations its tables are made as they are today, which takes a fifth of the time.
fn settings(folder: &Path) -> String {
    format!(
        "from nsupdate.settings.prod import *\nSECRET_KEY = 'only for tests'\nDATABASES = {{'default': {{'ENGINE': \
         'django.db.backends.sqlite3', 'NAME': '{}/nsupdate.sqlite'}}}}\nALLOWED_HOSTS = ['*']\n\
         MIGRATION_MODULES = {{app.rsplit('.', 1)[-1]: None for app in INSTALLED_APPS}}\n",
        folder.display()
    )
}

/// A user with a domain and a host, as the web pages make them.
fn accounts(name_server: IpAddr) -> String {
    let name = HOST.split('.').next().unwrap();

    format!(
        "import django\ndjango.setup()\nfrom django.core.management import call_command\n\
         call_command('migrate', run_syncdb=True, verbosity=0)\nfrom django.contrib.auth import get_user_model\n\
         from nsupdate.main.models import Domain, Host\n\
         user = get_user_model().objects.create_user('jane', 'jane@example.org', 'unused')\n\
         domain = Domain.objects.create(name='{DOMAIN}', nameserver_ip='{name_server}', created_by=user, available=True, \
         nameserver_update_algorithm='HMAC_SHA256', nameserver_update_secret='{}')\n\
         Host(name='{name}', domain=domain, created_by=user).generate_secret('{SECRET}')\n",
        secret(DOMAIN)
    )
}
