//! `homeport try`: one update by the real program, with settings that nobody else has.

use std::net::IpAddr;
use std::process::Command;

use serde_json::Value;

use crate::binaries::homeport;
use crate::installation::Installation;
use crate::mock_proxy::MockProxy;

/// What is typed behind `homeport try`.
#[derive(Debug, Clone)]
pub struct Trial<'a> {
    arguments: Vec<String>,
    secrets: Vec<(&'a str, String)>,
    proxy: Option<&'a MockProxy>,
}

impl<'a> Trial<'a> {
    /// A try with this provider for this hostname.
    #[must_use]
    pub fn new(provider: &str, hostname: &str) -> Self {
        let arguments = ["try", provider, hostname, "--json"].map(str::to_owned).to_vec();

        Self { arguments, secrets: Vec::new(), proxy: None }
    }

    /// A field of the form that is no secret.
    #[must_use]
    pub fn field(self, key: &str, value: impl std::fmt::Display) -> Self {
        self.with(&["--field", &format!("{key}={value}")])
    }

    /// A secret. It must never be seen again.
    #[must_use]
    pub fn secret(mut self, key: &'a str, value: &str) -> Self {
        self.secrets.push((key, value.to_owned()));

        self
    }

    /// A missing record may be created.
    #[must_use]
    pub fn create(self) -> Self {
        self.with(&["--create"])
    }

    /// The provider is reached through this proxy.
    #[must_use]
    pub fn through(self, proxy: &'a MockProxy) -> Self {
        Self { proxy: Some(proxy), ..self }
    }

    fn with(mut self, arguments: &[&str]) -> Self {
        self.arguments.extend(arguments.iter().map(|argument| (*argument).to_owned()));

        self
    }

    /// Sends these addresses, at most one of each family, and gives what the command printed.
    ///
    /// # Panics
    ///
    /// When the program prints no report, or shows a secret.
    #[must_use]
    pub fn send(&self, addresses: &[&str]) -> Value {
        let installation = Installation::new("version = 1\n", self.proxy.map_or("", MockProxy::authority));
        let mut arguments = self.arguments.clone();
        for address in addresses {
            let family = if address.parse::<IpAddr>().unwrap().is_ipv4() { "--ipv4" } else { "--ipv6" };
            arguments.extend([family.to_owned(), (*address).to_owned()]);
        }
        for (key, secret) in &self.secrets {
            installation.write(key, secret);
            arguments.extend(["--field".to_owned(), format!("{key}=@{}", installation.path(key).display())]);
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let mut command = installation.homeport(Command::new(homeport()), &arguments);
        if let Some(proxy) = self.proxy {
            command.env("HTTPS_PROXY", proxy.address());
        }
        let output = command.output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        for (key, secret) in &self.secrets {
            assert!(!said.contains(secret) && !errors.contains(secret), "the secret {key} came out: {said}{errors}");
        }

        serde_json::from_str(&said).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {said}{errors}"))
    }
}

/// Checks how a try ended and what the provider's answer means.
///
/// # Panics
///
/// When it is not so.
#[track_caller]
pub fn assert_told(told: &Value, outcome: &str, means: &str) {
    assert_eq!((&told["outcome"], &told["means"]), (&outcome.into(), &means.into()), "{told}");
}
