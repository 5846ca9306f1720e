//! Logs, on standard error only.

use std::io::IsTerminal;
use std::sync::OnceLock;

use homeport_core::settings::LogLevel;
use tracing::Level;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::{Filtered, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer, Registry, fmt, reload};

type Lines = Box<dyn Layer<Registry> + Send + Sync>;

/// The filter of a resident whose level is the settings' to choose.
static CHOSEN: OnceLock<reload::Handle<Filtered<Lines, Targets, Registry>, Registry>> = OnceLock::new();

/// Starts logging at a level that stays.
pub(crate) fn start(level: Level) {
    let _ = started(level);
}

/// Starts logging at the settings' level, which [`change`] may change.
pub(crate) fn start_as_chosen(level: LogLevel) {
    if let Some(handle) = started(of(level)) {
        // There is only one start.
        let _ = CHOSEN.set(handle);
    }
}

/// The settings name another level. A level of the command line stays.
pub(crate) fn change(level: LogLevel) {
    if let Some(handle) = CHOSEN.get() {
        // The subscriber lives as long as the program.
        let _ = handle.modify(|lines| *lines.filter_mut() = wanted(of(level)));
    }
}

fn of(level: LogLevel) -> Level {
    match level {
        LogLevel::Error => Level::ERROR,
        LogLevel::Warn => Level::WARN,
        LogLevel::Info => Level::INFO,
        LogLevel::Debug => Level::DEBUG,
        LogLevel::Trace => Level::TRACE,
    }
}

/// Libraries are never louder than a warning unless everything was asked for.
fn wanted(level: Level) -> Targets {
    let libraries = if level == Level::TRACE { LevelFilter::DEBUG } else { LevelFilter::WARN };

    // The practice server's library warns of each question for a name that is not there yet.
    let practice = if level == Level::TRACE { libraries } else { LevelFilter::ERROR };

    Targets::new()
        .with_default(libraries.min(level.into()))
        .with_target("hickory_server", practice.min(level.into()))
        .with_target("homeport", level)
}

fn started(level: Level) -> Option<reload::Handle<Filtered<Lines, Targets, Registry>, Registry>> {
    let terminal = std::io::stderr().is_terminal();
    let colour = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let lines = fmt::layer().with_writer(std::io::stderr).with_ansi(colour);
    // The service manager's journal has the time already.
    let journal = std::env::var_os("JOURNAL_STREAM").is_some() && !terminal;
    let lines: Lines = if journal { lines.without_time().boxed() } else { lines.boxed() };
    let (layer, handle) = reload::Layer::new(lines.with_filter(wanted(level)));
    let started = tracing_subscriber::registry().with(layer).try_init();

    // There is only one subscriber in this program; without it the program works as well.
    started.ok().map(|()| handle)
}
