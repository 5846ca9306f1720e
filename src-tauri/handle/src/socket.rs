//! A running Homeport, reached through its local socket.

use std::time::Duration;

use homeport_core::request::{Request, Response};
use tokio::io::AsyncWriteExt;
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::backlog::Backlog;
use crate::frame::{
    Answer, Asked, Complaint, Envelope, FrameError, Frames, LONGEST_ANSWER, LONGEST_REQUEST, VERSION, frame,
};
use crate::local::{Connection, connect};
use crate::paths::Paths;
use crate::{Handle, HandleError, News};

/// For what the resident answers from memory.
const QUICK: Duration = Duration::from_secs(15);
/// For what waits for servers, or for a person at the keychain's prompt.
const SLOW: Duration = Duration::from_mins(5);

/// A running Homeport, reached through its local socket. Each question has a connection of its own, so that a slow one
/// keeps no other waiting.
#[derive(Debug, Clone)]
pub struct SocketHandle {
    paths: Paths,
}

impl SocketHandle {
    /// Finds the resident.
    ///
    /// # Errors
    ///
    /// [`HandleError::NotRunning`] when nobody listens, [`HandleError::OtherUser`] when it is not this user's.
    pub async fn connect(paths: &Paths) -> Result<Self, HandleError> {
        connect(paths).await?;

        Ok(Self { paths: paths.clone() })
    }

    async fn open(&self, request: &Request) -> Result<Frames<Connection>, HandleError> {
        let mut connection = connect(&self.paths).await?;
        let asked = Asked { v: VERSION, id: 1, request };
        let question = frame(&asked)?;
        if question.bytes().len() > LONGEST_REQUEST {
            return Err(HandleError::Garbled("the request is too long".to_owned()));
        }
        let sent = timeout(QUICK, connection.write_all(question.bytes())).await;
        sent.map_err(|_| HandleError::Silent)?.map_err(ended_or)?;

        Ok(Frames::new(connection, LONGEST_ANSWER))
    }
}

impl Handle for SocketHandle {
    async fn ask(&self, request: Request) -> Result<Response, HandleError> {
        let answered = async {
            let mut frames = self.open(&request).await?;
            let answer = next_answer(&mut frames).await?;

            answer.response.ok_or_else(|| HandleError::Garbled("a response is missing".to_owned()))
        };
        match timeout(patience(&request), answered).await {
            // It ended before it could say so.
            Ok(Err(HandleError::Ended)) if request == Request::Quit => Ok(Response::Done),
            Ok(answer) => answer,
            Err(_) => Err(HandleError::Silent),
        }
    }

    async fn watch(&self) -> Result<mpsc::Receiver<News>, HandleError> {
        let first = async {
            let mut frames = self.open(&Request::Watch).await?;
            let news = next_news(&mut frames).await?;

            Ok::<_, HandleError>((frames, news))
        };
        let (frames, news) = timeout(QUICK, first).await.map_err(|_| HandleError::Silent)??;
        let (sender, receiver) = mpsc::channel(1);
        tokio::spawn(pass_on(frames, news, sender));

        Ok(receiver)
    }
}

/// Reads on while the receiver is busy, so that what it gets next is the newest.
async fn pass_on(mut frames: Frames<Connection>, first: News, sender: mpsc::Sender<News>) {
    let mut backlog = Backlog::default();
    backlog.add(first);
    loop {
        tokio::select! {
            // A dropped receiver fails here, and the connection ends with this function.
            permit = sender.reserve(), if !backlog.is_empty() => match (permit, backlog.take()) {
                (Ok(permit), Some(news)) => permit.send(news),
                _ => return,
            },
            () = sender.closed() => return,
            news = next_news(&mut frames) => match news {
                Ok(news) => backlog.add(news),
                Err(error) => {
                    tracing::debug!(%error, "no more news");
                    break;
                }
            },
        }
    }
    while let Some(news) = backlog.take() {
        if sender.send(news).await.is_err() {
            return;
        }
    }
}

async fn next_news(frames: &mut Frames<Connection>) -> Result<News, HandleError> {
    let answer = next_answer(frames).await?;

    answer.news.ok_or_else(|| HandleError::Garbled("the news is missing".to_owned()))
}

async fn next_answer(frames: &mut Frames<Connection>) -> Result<Answer, HandleError> {
    let line = match frames.next().await {
        Ok(Some(line)) => line,
        Ok(None) | Err(FrameError::Cut) => return Err(HandleError::Ended),
        Err(FrameError::Io(error)) => return Err(ended_or(error)),
        Err(error @ (FrameError::TooLong | FrameError::TooSlow)) => {
            return Err(HandleError::Garbled(error.to_string()));
        }
    };
    let garbled = |error: serde_json::Error| HandleError::Garbled(format!("column {}", error.column()));
    let envelope = serde_json::from_slice::<Envelope>(line.bytes()).map_err(garbled)?;
    if envelope.v != VERSION {
        return Err(HandleError::OtherVersion(envelope.homeport.unwrap_or_else(|| "unknown".to_owned())));
    }
    let answer = serde_json::from_slice::<Answer>(line.bytes()).map_err(garbled)?;
    let Some(complaint) = answer.error else {
        return Ok(answer);
    };
    let theirs = answer.homeport.unwrap_or_default();

    Err(match complaint {
        Complaint::Ending => HandleError::Ended,
        Complaint::OtherVersion => HandleError::OtherVersion(theirs),
        Complaint::UnknownRequest if theirs != env!("CARGO_PKG_VERSION") => HandleError::OtherVersion(theirs),
        Complaint::UnknownRequest => HandleError::Garbled("it does not know the request".to_owned()),
        Complaint::NotAFrame => HandleError::Garbled("it could not read the request".to_owned()),
        Complaint::TooLong => HandleError::Garbled("the request is too long".to_owned()),
        Complaint::Busy => HandleError::Garbled("it has too many connections".to_owned()),
        Complaint::Unknown => HandleError::Garbled("it refused for an unknown reason".to_owned()),
    })
}

fn ended_or(error: std::io::Error) -> HandleError {
    use std::io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};

    match error.kind() {
        BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof => HandleError::Ended,
        _ => HandleError::Io(error),
    }
}

fn patience(request: &Request) -> Duration {
    match request {
        Request::Status
        | Request::Watch
        | Request::History { .. }
        | Request::Timeline
        | Request::CheckNow
        | Request::Pause(_)
        | Request::Resume
        | Request::PauseHostname { .. }
        | Request::TryAgain { .. }
        | Request::Autostart
        | Request::List
        | Request::Providers
        | Request::ShowWindow
        | Request::ShowPage { .. }
        | Request::Quit => QUICK,
        Request::Once { .. }
        | Request::Add(_)
        | Request::AddPractice
        | Request::Import { .. }
        | Request::Remove { .. }
        | Request::SetRecords { .. }
        | Request::SetPreferences(_)
        | Request::SetAutostart { .. }
        | Request::ThisIsHome
        | Request::UpdateHere
        | Request::ReplaceSecrets { .. }
        | Request::TurnOff(_)
        | Request::Unlock(_)
        | Request::Try { .. }
        | Request::Prove { .. }
        | Request::CheckToken { .. }
        | Request::Recognise { .. }
        | Request::SetWebhook(_)
        | Request::UndoWebhook
        | Request::TestWebhook
        | Request::TestNotification
        | Request::Report { .. }
        | Request::Backup
        | Request::SaveBackup { .. }
        | Request::Restore { .. }
        | Request::SaveReport { .. }
        | Request::Doctor(_) => SLOW,
    }
}
