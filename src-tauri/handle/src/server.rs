//! The resident's side of the local socket.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use homeport_core::request::Request;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadHalf, WriteHalf};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tracing::{debug, warn};

use crate::backlog::Backlog;
use crate::frame::{Answer, Body, Complaint, Envelope, FrameError, Frames, LONGEST_REQUEST, VERSION, frame, send};
use crate::local::Listener;
use crate::{Handle, News};

/// A window, a few command lines and some to spare.
const MOST_CONNECTIONS: usize = 64;
/// A client that asked takes its answer within this time.
const PATIENCE: Duration = Duration::from_secs(30);
/// After a refused connection, such as for want of file descriptors.
const REST: Duration = Duration::from_millis(500);

/// Answers at the local socket, for ever. When the future is dropped, every connection ends, and the socket's file is
/// gone.
///
/// An answer that is under way is lost then. A client that asked to quit takes the end for "done".
pub async fn serve<H: Handle + 'static>(mut listener: Listener, handle: Arc<H>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            connection = listener.accept() => match connection {
                Ok(connection) if connections.len() < MOST_CONNECTIONS => {
                    connections.spawn(attend(connection, Arc::clone(&handle)));
                }
                Ok(connection) => {
                    let (reader, writer) = tokio::io::split(connection);
                    connections.spawn(dismiss(reader, writer, Complaint::Busy));
                    // The refusal is one more; nobody else is let in before it is done.
                    while connections.len() > MOST_CONNECTIONS {
                        connections.join_next().await;
                    }
                }
                Err(error) => {
                    warn!(%error, "a connection to the local socket was lost");
                    tokio::time::sleep(REST).await;
                }
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn attend<H: Handle, C: AsyncRead + AsyncWrite>(connection: C, handle: Arc<H>) {
    let (reader, mut writer) = tokio::io::split(connection);
    let mut frames = Frames::new(reader, LONGEST_REQUEST);
    loop {
        let line = match frames.next().await {
            Ok(Some(line)) => line,
            Ok(None) => return,
            Err(FrameError::TooLong) => return dismiss(frames.into_reader(), writer, Complaint::TooLong).await,
            Err(error) => return debug!(%error, "a connection to the local socket ended"),
        };
        let (id, request) = match read(line.bytes()) {
            Ok(read) => read,
            // What follows bytes that are no frame is no frame either.
            Err((_, complaint @ Complaint::NotAFrame)) => {
                return dismiss(frames.into_reader(), writer, complaint).await;
            }
            Err((id, complaint)) => {
                complain(&mut writer, id, complaint).await;
                continue;
            }
        };
        drop(line);
        let answer = match request {
            Request::Watch => match handle.watch().await {
                Ok(news) => return watch(id, news, frames.into_reader(), writer).await,
                Err(_) => Answer::complaint(id, Complaint::Ending),
            },
            request => match handle.ask(request).await {
                Ok(response) => Answer { response: Some(response), ..Answer::new(id) },
                Err(_) => Answer::complaint(id, Complaint::Ending),
            },
        };
        if !matches!(timeout(PATIENCE, send(&mut writer, &answer)).await, Ok(Ok(()))) {
            return debug!("a client did not take its answer");
        }
    }
}

/// Nothing of the parser's error is told or logged: it may quote the frame.
fn read(line: &[u8]) -> Result<(u64, Request), (u64, Complaint)> {
    let envelope = serde_json::from_slice::<Envelope>(line).map_err(|_| (0, Complaint::NotAFrame))?;
    if envelope.v != VERSION {
        return Err((envelope.id, Complaint::OtherVersion));
    }
    let body = serde_json::from_slice::<Body>(line).map_err(|_| (envelope.id, Complaint::UnknownRequest))?;

    Ok((envelope.id, body.request))
}

async fn complain<W: AsyncWrite + Unpin>(writer: &mut W, id: u64, complaint: Complaint) {
    debug!(?complaint, "refused a frame at the local socket");
    // A client that does not take it ends its connection, and that is seen elsewhere.
    let _ = timeout(PATIENCE, send(writer, &Answer::complaint(id, complaint))).await;
}

/// Complains and ends the connection. What is still on its way is taken and thrown away first: a connection that is
/// closed with unread bytes loses its last answer.
async fn dismiss<R, W>(mut reader: R, mut writer: W, complaint: Complaint)
where
    R: AsyncRead + Unpin,
    W: AsyncWrite + Unpin,
{
    complain(&mut writer, 0, complaint).await;
    if writer.shutdown().await.is_ok() {
        let _ = timeout(REST, gone(&mut reader)).await;
    }
}

/// Hands over news until either side ends. A client may take as long as it likes for one frame; meanwhile the news
/// that waits for it is kept current.
async fn watch<C: AsyncRead + AsyncWrite>(
    id: u64,
    mut news: mpsc::Receiver<News>,
    mut reader: ReadHalf<C>,
    mut writer: WriteHalf<C>,
) {
    let mut backlog = Backlog::default();
    loop {
        if backlog.is_empty() {
            tokio::select! {
                next = news.recv() => match next {
                    Some(next) => backlog.add(next),
                    None => return,
                },
                () = gone(&mut reader) => return,
            }
        }
        // Whatever is there already makes an older snapshot needless.
        while let Ok(next) = news.try_recv() {
            backlog.add(next);
        }
        let Some(next) = backlog.take() else { continue };
        let answer = Answer { news: Some(next), ..Answer::new(id) };
        if write(&mut writer, &mut reader, &answer, &mut news, &mut backlog).await.is_err() {
            return;
        }
    }
}

async fn write<C: AsyncRead + AsyncWrite>(
    writer: &mut WriteHalf<C>,
    reader: &mut ReadHalf<C>,
    answer: &Answer,
    news: &mut mpsc::Receiver<News>,
    backlog: &mut Backlog,
) -> io::Result<()> {
    let bytes = frame(answer)?;
    let writing = async {
        writer.write_all(bytes.bytes()).await?;
        writer.flush().await
    };
    tokio::pin!(writing);
    loop {
        tokio::select! {
            written = &mut writing => return written,
            Some(next) = news.recv() => backlog.add(next),
            () = gone(reader) => return Err(io::ErrorKind::ConnectionAborted.into()),
        }
    }
}

/// Ends when the client ends. What it says after asking to watch is not read by anybody.
async fn gone<R: AsyncRead + Unpin>(reader: &mut R) {
    let mut ignored = [0; 64];
    while !matches!(reader.read(&mut ignored).await, Ok(0) | Err(_)) {}
}
