//! Homeport: the resident with its tray icon, and the command line.

mod arguments;
mod clipboard;
mod commands;
#[cfg(windows)]
mod console;
mod failure;
mod fields;
mod import;
mod keeping;
mod logging;
mod look;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod memory;
mod notify;
mod output;
mod own_provider;
mod presenter;
mod resident;
mod service;
mod session;
mod signals;
mod tray;
mod usage;
mod window;

use std::process::ExitCode;
use std::time::Duration;

use clap::CommandFactory as _;
use homeport_agent::driver::{Agent, AgentOptions, Scope};
use homeport_agent::vault::Vault;
use homeport_core::settings::file;
use homeport_core::text::Texts;
use homeport_handle::HandleError;
use homeport_handle::instance::{Held, Instance};
use homeport_handle::paths::Paths;
use homeport_handle::socket::SocketHandle;
use tokio::runtime::{Builder, Runtime};
use tokio::time::{Instant, sleep};
use tracing::Level;

use arguments::{Arguments, Command, OwnProvider};
use commands::Asking;
use failure::{Failure, code};
use output::Output;
use resident::Start;
use session::NoDesktop;

/// Threads that are still busy when the program ends, such as one that waits for the keychain, have this long.
const LONGEST_REST: Duration = Duration::from_millis(100);
/// Another process that holds the resident's place is waited for this long: `once` takes a while.
const LONGEST_START: Duration = Duration::from_secs(30);
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

fn main() -> ExitCode {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    memory::share_one_heap();
    let texts = Texts::speak(homeport_handle::locale::language());
    let arguments = match usage::parse(std::env::args_os(), &texts) {
        Ok(arguments) => arguments,
        Err(code) => return ExitCode::from(code),
    };
    let format = arguments.command.format();
    let code = carry_out(arguments, &texts).unwrap_or_else(|failure| {
        // Without a place to write to there is only the code.
        let _ = Output::new(format, &Texts::current()).failed(&failure);
        failure.code
    });

    ExitCode::from(code)
}

fn carry_out(arguments: Arguments, texts: &Texts) -> Result<u8, Failure> {
    match arguments.command {
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "homeport", &mut script);
            return raw(&script, texts);
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command()).render(&mut page).map_err(|error| unwritten(&error, texts))?;
            return raw(&page, texts);
        }
        Command::Providers { own: Some(OwnProvider::Check { file, format }), .. } => {
            return own_provider::check(&file, &Output::new(format, texts), texts);
        }
        _ => {}
    }
    let paths = Paths::new(arguments.config.as_deref())
        .ok_or_else(|| Failure::said(texts, "command-no-home", &[], code::USAGE))?;
    // The resident that is asked speaks this language; an answer in two would be hard to read.
    let settings = std::fs::read_to_string(paths.settings_file()).unwrap_or_default();
    let chosen = file::language(&settings);
    let texts = &chosen.map_or_else(Texts::current, Texts::speak);
    if let Command::Run { no_tray, window } = arguments.command {
        match arguments.log {
            Some(level) => logging::start(level),
            None => logging::start_as_chosen(file::log(&settings).unwrap_or_default()),
        }
        return Ok(run(Start { paths, config: arguments.config, window }, no_tray));
    }
    logging::start(arguments.log.unwrap_or(Level::ERROR));
    if let Command::Service(what) = &arguments.command {
        return service::carry_out(what, &paths, &Output::new(arguments.command.format(), texts), texts);
    }
    let runtime = runtime().map_err(|error| cannot_start(&error, texts))?;
    let code = runtime.block_on(ask(&paths, arguments.command, texts));
    runtime.shutdown_timeout(LONGEST_REST);

    code
}

/// The resident. Where the tray needs the main thread, the rest runs beside it.
fn run(start: Start, no_tray: bool) -> u8 {
    let desktop = if no_tray { Err(NoDesktop::NotAsked) } else { session::desktop() };
    let resident = move |desk| {
        let texts = Texts::current();
        let output = Output::new(arguments::Format::default(), &texts);
        let ended = runtime().map_err(|error| cannot_start(&error, &texts)).and_then(|runtime| {
            let ended = runtime.block_on(resident::run(start, desk, &output));
            runtime.shutdown_timeout(LONGEST_REST);

            ended
        });

        ended.unwrap_or_else(|failure| {
            let _ = output.failed(&failure);
            failure.code
        })
    };

    match desktop {
        Ok(()) => {
            #[cfg(windows)]
            console::leave_if_alone();
            tray::host(move |desk| resident(Ok(desk)))
        }
        Err(reason) => resident(Err(reason)),
    }
}

/// Asks the resident; without one, an agent that lives only for this command and holds the resident's place meanwhile.
async fn ask(paths: &Paths, command: Command, texts: &Texts) -> Result<u8, Failure> {
    let output = &Output::new(command.format(), texts);
    let until = Instant::now() + LONGEST_START;
    loop {
        match SocketHandle::connect(paths).await {
            Ok(handle) => return Asking { handle: &handle, output, texts, alone: false }.carry_out(command).await,
            Err(HandleError::NotRunning) => {}
            Err(error) => return Err(Failure::unasked(texts, &error)),
        }
        match Instance::acquire(paths) {
            Ok(_place) => {
                let options = options(paths.clone());
                let agent = Agent::start(options, scope(&command)).await.map_err(Failure::refused)?;
                let handle = agent.handle();
                let code = Asking { handle: &handle, output, texts, alone: true }.carry_out(command).await;
                agent.shutdown().await;

                return code;
            }
            // A resident that is about to open its socket, or another command like this one.
            Err(Held::Running) if Instant::now() < until => sleep(BETWEEN_TRIES).await,
            Err(Held::Running) => {
                let values = [("reason", "it holds the lock and listens at no socket")];
                return Err(Failure::said(texts, "command-second", &values, code::REFUSED));
            }
            Err(held) => {
                return Err(Failure::said(texts, "command-start", &[("reason", &held.to_string())], code::USAGE));
            }
        }
    }
}

/// Whoever asks or edits does not mean "update everything", and whoever reads a list does not mean "ask the internet".
fn scope(command: &Command) -> Scope {
    match command {
        Command::Run { .. } | Command::Once { dry_run: false, .. } => Scope::Update,
        Command::Once { dry_run: true, .. }
        | Command::Status { .. }
        | Command::Try { .. }
        | Command::Doctor { .. }
        | Command::Report { .. } => Scope::Look,
        Command::History { .. }
        | Command::Add { .. }
        | Command::Remove { .. }
        | Command::Pause { .. }
        | Command::Resume { .. }
        | Command::List { .. }
        | Command::Import { .. }
        | Command::Providers { .. }
        | Command::Backup { .. }
        | Command::Restore { .. }
        | Command::Service(_)
        | Command::Completions { .. }
        | Command::Man => Scope::Files,
    }
}

/// What an agent needs.
fn options(paths: Paths) -> AgentOptions {
    AgentOptions { paths, vault: Vault::from_environment(), version: env!("CARGO_PKG_VERSION").to_owned() }
}

/// One thread: the resident waits, it does not compute.
fn runtime() -> std::io::Result<Runtime> {
    Builder::new_current_thread().enable_all().thread_stack_size(512 * 1024).max_blocking_threads(8).build()
}

fn raw(bytes: &[u8], texts: &Texts) -> Result<u8, Failure> {
    Output::raw(bytes).map(|()| code::FINE).map_err(|error| unwritten(&error, texts))
}

fn unwritten(error: &std::io::Error, texts: &Texts) -> Failure {
    Failure::said(texts, "command-unwritten", &[("reason", &error.to_string())], code::TEMPORARY)
}

fn cannot_start(error: &std::io::Error, texts: &Texts) -> Failure {
    Failure::said(texts, "command-start", &[("reason", &error.to_string())], code::TEMPORARY)
}
