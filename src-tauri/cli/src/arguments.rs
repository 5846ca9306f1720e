//! The command line. The help is written here; everything that a running command says is in the catalogue of texts.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use homeport_core::import::OtherClient;
use tracing::Level;

const AFTER: &str = "\
Exit codes: 0 all right; 1 something needs you (rejected, blocked, held); 2 usage or settings error;
3 temporary trouble (offline, provider down); 4 another instance refused.

Environment: HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE, NO_COLOR, CREDENTIALS_DIRECTORY.";

/// Keeps your hostname pointing at your home.
#[derive(Debug, Parser)]
#[command(name = "homeport", version, arg_required_else_help = true, after_help = AFTER, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Folder for settings, state and lock instead of the usual places.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) config: Option<PathBuf>,
    /// How much to log to standard error: error, warn, info, debug, trace.
    #[arg(long, global = true, value_name = "LEVEL")]
    pub(crate) log: Option<Level>,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run in the foreground: updates, tray icon, notifications.
    Run {
        /// No tray icon and no notifications, even on a desktop.
        #[arg(long)]
        no_tray: bool,
        /// Open the window, too.
        #[arg(long, conflicts_with = "no_tray")]
        window: bool,
    },
    /// Check and update all hostnames once, and wait for the result.
    Once {
        #[command(flatten)]
        format: Format,
        /// Send nothing; say what would be sent.
        #[arg(long)]
        dry_run: bool,
    },
    /// Show how things are.
    Status {
        #[command(flatten)]
        format: Format,
        /// Show it again after each change, until Ctrl-C.
        #[arg(long)]
        watch: bool,
    },
    /// Show what happened, newest last.
    History {
        #[command(flatten)]
        format: Format,
        /// At most this many lines.
        #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=1_000))]
        limit: u32,
    },
    /// Try one update with a provider; nothing is stored.
    Try {
        /// The provider's id, as in `homeport providers`.
        provider: String,
        /// The hostname to update.
        hostname: String,
        /// Send this address instead of the detected one.
        #[arg(long, value_name = "ADDRESS")]
        ipv4: Option<Ipv4Addr>,
        /// Send this address instead of the detected one.
        #[arg(long, value_name = "ADDRESS")]
        ipv6: Option<Ipv6Addr>,
        #[command(flatten)]
        fields: Fields,
        #[command(flatten)]
        format: Format,
    },
    /// Keep a hostname up to date from now on.
    Add {
        /// The hostname.
        hostname: String,
        /// The provider's id, as in `homeport providers`.
        #[arg(long, value_name = "ID")]
        provider: String,
        /// The account's name, if there is more than one at this provider.
        #[arg(long, value_name = "NAME")]
        account: Option<String>,
        #[command(flatten)]
        fields: Fields,
        /// Keep the A record.
        #[arg(long, value_name = "ON/OFF", default_value = "on")]
        ipv4: Switch,
        /// Keep the AAAA record.
        #[arg(long, value_name = "ON/OFF", default_value = "on")]
        ipv6: Switch,
        /// The AAAA record is for another machine in this network: its ending, such as `::1234`, or its hardware address.
        #[arg(long, value_name = "ENDING")]
        device: Option<String>,
        /// Update only in this network from now on. Without this, a first hostname on a machine with a battery does.
        #[arg(long, value_name = "ON/OFF")]
        only_here: Option<Switch>,
        /// Another account that keeps it while this one cannot: it was refused, has to wait or is out of reach for an hour.
        #[arg(long, value_name = "NAME")]
        standby: Option<String>,
        /// The hostname that the standby keeps, if it has another one there.
        #[arg(long, value_name = "HOSTNAME", requires = "standby")]
        standby_name: Option<String>,
        #[command(flatten)]
        format: Format,
    },
    /// Stop keeping a hostname; its DNS record stays as it is.
    Remove {
        /// The hostname.
        hostname: String,
        #[command(flatten)]
        format: Format,
    },
    /// Pause all updates, or one hostname.
    Pause {
        /// Only this hostname, until resumed.
        #[arg(conflicts_with = "span")]
        hostname: Option<String>,
        /// For how long all updates are paused.
        #[arg(long = "for", value_name = "SPAN", default_value = "resumed")]
        span: Span,
        #[command(flatten)]
        format: Format,
    },
    /// Resume all updates, or one hostname.
    Resume {
        /// Only this hostname.
        hostname: Option<String>,
        #[command(flatten)]
        format: Format,
    },
    /// List the hostnames in the settings.
    List {
        #[command(flatten)]
        format: Format,
    },
    /// List the providers, or show one with its fields, rights and links; or check a provider file of your own.
    #[command(args_conflicts_with_subcommands = true)]
    Providers {
        /// The provider's id.
        id: Option<String>,
        /// What to do with a file.
        #[command(subcommand)]
        own: Option<OwnProvider>,
        #[command(flatten)]
        format: Format,
    },
    /// Take over what another client keeps up to date: shows what would be added, then asks.
    Import {
        /// Its configuration file; `-` is standard input.
        file: PathBuf,
        /// The client, if the file does not show it: ddclient, inadyn, ddns-go, ddns-updater, newfuture, noip-duc,
        /// openwrt.
        #[arg(long, value_name = "CLIENT", value_parser = client)]
        from: Option<OtherClient>,
        /// Add it without asking.
        #[arg(long, alias = "apply")]
        yes: bool,
        #[command(flatten)]
        format: Format,
    },
    /// Check everything that could be wrong on this machine.
    Doctor {
        #[command(flatten)]
        format: Format,
    },
    /// Write a report for somebody who helps. Names and addresses are replaced by numbers, and nothing is sent.
    Report {
        /// The zip file to write; it must not be there yet.
        file: PathBuf,
        /// Leave names and addresses in it.
        #[arg(long)]
        names: bool,
        #[command(flatten)]
        format: Format,
    },
    /// Write a copy of the settings. No secret is in it.
    Backup {
        /// The file to write; it must not be there yet.
        file: PathBuf,
        #[command(flatten)]
        format: Format,
    },
    /// Put a copy of the settings in the place of those of now, all of it or nothing.
    Restore {
        /// A file that `homeport backup` wrote.
        file: PathBuf,
        #[command(flatten)]
        format: Format,
    },
    /// Start by itself, at login or with the machine.
    #[command(subcommand)]
    Service(Service),
    /// Print completions for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page.
    Man,
}

/// What to do about starting by itself.
#[derive(Debug, Subcommand)]
pub(crate) enum Service {
    /// Start at login from now on.
    Install {
        /// With the machine instead, without a desktop: a service of systemd, for which you have to be root.
        #[arg(long, conflicts_with = "window")]
        system: bool,
        /// Open the window at login, too.
        #[arg(long)]
        window: bool,
        #[command(flatten)]
        format: Format,
    },
    /// Start by itself no more.
    Uninstall {
        /// The service of systemd.
        #[arg(long)]
        system: bool,
        #[command(flatten)]
        format: Format,
    },
    /// Say whether it starts by itself, and whether the entry starts this very program.
    Status {
        /// The service of systemd.
        #[arg(long)]
        system: bool,
        #[command(flatten)]
        format: Format,
    },
}

impl Service {
    /// Whether the service of the whole machine is meant.
    pub(crate) fn is_for_system(&self) -> bool {
        let (Self::Install { system, .. } | Self::Uninstall { system, .. } | Self::Status { system, .. }) = self;

        *system
    }
}

/// For people or for programs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Args)]
pub(crate) struct Format {
    /// Print one JSON document (one per line with --watch) and nothing else.
    #[arg(long)]
    pub(crate) json: bool,
}

/// The provider's fields.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Fields {
    /// A field of the provider's form. A secret is `KEY=-` (asked for, or one line of standard input) or
    /// `KEY=@FILE`, never the secret itself.
    #[arg(long = "field", value_name = "KEY=VALUE")]
    pub(crate) field: Vec<String>,
    /// Create the record if the provider does not have it yet.
    #[arg(long)]
    pub(crate) create: bool,
}

/// What to do with a provider file of the user's own.
#[derive(Debug, Subcommand)]
pub(crate) enum OwnProvider {
    /// Ask a provider whether it accepts a token; nothing is written or stored.
    CheckToken {
        /// The provider's id.
        id: String,
        /// An account whose stored token is checked.
        #[arg(long, value_name = "NAME")]
        account: Option<String>,
        /// A field of the provider's form. A secret is `KEY=-` or `KEY=@FILE`, never the secret itself.
        #[arg(long = "field", value_name = "KEY=VALUE")]
        field: Vec<String>,
        #[command(flatten)]
        format: Format,
    },
    /// Check a file before it is put into the folder `providers` beside the settings; nothing is sent.
    Check {
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        format: Format,
    },
}

fn client(text: &str) -> Result<OtherClient, String> {
    OtherClient::named(text).ok_or_else(|| {
        let known: Vec<&str> = OtherClient::ALL.iter().map(|client| client.id()).collect();
        format!("choose one of {}", known.join(", "))
    })
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    /// Yes.
    On,
    /// No.
    Off,
}

/// A pause's length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Span {
    /// One hour.
    Hour,
    /// Until the next midnight.
    Tomorrow,
    /// Until resumed.
    Resumed,
}

impl Command {
    /// Whether a program reads the answer.
    pub(crate) fn format(&self) -> Format {
        match self {
            Self::Once { format, .. }
            | Self::Status { format, .. }
            | Self::History { format, .. }
            | Self::Try { format, .. }
            | Self::Add { format, .. }
            | Self::Remove { format, .. }
            | Self::Pause { format, .. }
            | Self::Resume { format, .. }
            | Self::List { format }
            | Self::Import { format, .. }
            | Self::Providers {
                own: Some(OwnProvider::Check { format, .. } | OwnProvider::CheckToken { format, .. }),
                ..
            }
            | Self::Providers { format, .. }
            | Self::Report { format, .. }
            | Self::Backup { format, .. }
            | Self::Restore { format, .. }
            | Self::Doctor { format }
            | Self::Service(
                Service::Install { format, .. } | Service::Uninstall { format, .. } | Service::Status { format, .. },
            ) => *format,
            Self::Run { .. } | Self::Completions { .. } | Self::Man => Format::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_declaration_of_the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }
}
