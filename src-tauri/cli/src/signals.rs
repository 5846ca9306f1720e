//! What ends the resident, and what the service manager is told.

use std::time::Duration;

/// Waits for the wish to end this process.
pub(crate) struct Signals {
    #[cfg(unix)]
    ends: [tokio::signal::unix::Signal; 3],
    #[cfg(windows)]
    ends: (
        tokio::signal::windows::CtrlC,
        tokio::signal::windows::CtrlBreak,
        tokio::signal::windows::CtrlClose,
        tokio::signal::windows::CtrlLogoff,
        tokio::signal::windows::CtrlShutdown,
    ),
}

#[cfg(unix)]
impl Signals {
    /// SIGTERM, Ctrl-C and the end of the terminal.
    pub(crate) fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};

        let ends = [signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?, signal(SignalKind::hangup())?];

        Ok(Self { ends })
    }

    /// The name of the first that comes.
    pub(crate) async fn wait(&mut self) -> &'static str {
        let [terminate, interrupt, hangup] = &mut self.ends;
        tokio::select! {
            _ = terminate.recv() => "SIGTERM",
            _ = interrupt.recv() => "SIGINT",
            _ = hangup.recv() => "SIGHUP",
        }
    }
}

#[cfg(windows)]
impl Signals {
    /// Ctrl-C, the end of the console, logging off and shutting down.
    pub(crate) fn new() -> std::io::Result<Self> {
        use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close, ctrl_logoff, ctrl_shutdown};

        Ok(Self { ends: (ctrl_c()?, ctrl_break()?, ctrl_close()?, ctrl_logoff()?, ctrl_shutdown()?) })
    }

    /// The name of the first that comes.
    pub(crate) async fn wait(&mut self) -> &'static str {
        let (c, pause, close, logoff, shutdown) = &mut self.ends;
        tokio::select! {
            _ = c.recv() => "Ctrl-C",
            _ = pause.recv() => "Ctrl-Break",
            _ = close.recv() => "the end of the console",
            _ = logoff.recv() => "logging off",
            _ = shutdown.recv() => "shutting down",
        }
    }
}

/// What a service manager wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Life {
    /// It runs.
    Ready,
    /// It is still alive.
    Alive,
    /// It ends.
    Stopping,
}

/// Tells the service manager, if one started this program and wants to know.
#[cfg(target_os = "linux")]
pub(crate) fn tell(life: Life) {
    use sd_notify::NotifyState;

    let state = match life {
        Life::Ready => NotifyState::Ready,
        Life::Alive => NotifyState::Watchdog,
        Life::Stopping => NotifyState::Stopping,
    };
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::debug!(%error, "the service manager could not be told");
    }
}

/// There is nobody to tell.
#[cfg(not(target_os = "linux"))]
pub(crate) fn tell(_life: Life) {}

/// How often the service manager wants a sign of life: twice in its patience.
#[cfg(target_os = "linux")]
pub(crate) fn sign_of_life() -> Option<Duration> {
    sd_notify::watchdog_enabled().map(|patience| patience / 2)
}

/// Nobody wants one.
#[cfg(not(target_os = "linux"))]
pub(crate) fn sign_of_life() -> Option<Duration> {
    None
}
