//! Logs, on standard error only.

use std::io::IsTerminal;

use tracing::Level;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer as _, fmt};

/// Starts logging. Libraries are never louder than a warning unless everything was asked for.
pub(crate) fn start(level: Level) {
    let libraries = if level == Level::TRACE { LevelFilter::DEBUG } else { LevelFilter::WARN };
    let wanted = Targets::new().with_default(libraries.min(level.into())).with_target("homeport", level);
    let terminal = std::io::stderr().is_terminal();
    let colour = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let lines = fmt::layer().with_writer(std::io::stderr).with_ansi(colour);
    // The service manager's journal has the time already.
    let journal = std::env::var_os("JOURNAL_STREAM").is_some() && !terminal;
    let started = if journal {
        tracing_subscriber::registry().with(lines.without_time().with_filter(wanted)).try_init()
    } else {
        tracing_subscriber::registry().with(lines.with_filter(wanted)).try_init()
    };
    // There is only one subscriber in this program; without it the program works as well.
    let _ = started;
}
