//! The frames of the local socket: one JSON object a line. A secret passes here once, from the window to the resident,
//! so every buffer is overwritten after use, and no part of a frame is ever logged or put into an error.

use std::io::{self, Write};
use std::time::Duration;

use homeport_core::request::{Request, Response};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroize;

use crate::News;

/// The version of the frames. A frame of another version is refused with an error frame that names this program's
/// version; within a version, fields are only added.
pub(crate) const VERSION: u32 = 1;
/// The longest request, in bytes: a file of another client in Base64, whose own limit is 1 MiB.
pub(crate) const LONGEST_REQUEST: usize = 1536 * 1024;
/// The longest answer, in bytes: a snapshot of tens of thousands of hostnames.
pub(crate) const LONGEST_ANSWER: usize = 64 * 1024 * 1024;

/// A frame that has begun ends within this time.
const PATIENCE: Duration = Duration::from_secs(10);
const FIRST_ROOM: usize = 4 * 1024;

/// A request on its way.
#[derive(Debug, Serialize)]
pub(crate) struct Asked<'a> {
    pub(crate) v: u32,
    pub(crate) id: u64,
    pub(crate) request: &'a Request,
}

/// What every version of a frame has.
#[derive(Debug, Deserialize)]
pub(crate) struct Envelope {
    pub(crate) v: u32,
    #[serde(default)]
    pub(crate) id: u64,
    #[serde(default)]
    pub(crate) homeport: Option<String>,
}

/// The request within a frame of this version.
#[derive(Debug, Deserialize)]
pub(crate) struct Body {
    pub(crate) request: Request,
}

/// An answer on its way: one of the three.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Answer {
    pub(crate) v: u32,
    #[serde(default)]
    pub(crate) id: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) response: Option<Response>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) news: Option<News>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<Complaint>,
    /// The version of the program that answers; beside every error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) homeport: Option<String>,
}

impl Answer {
    pub(crate) fn new(id: u64) -> Self {
        Self { v: VERSION, id, ..Self::default() }
    }

    pub(crate) fn complaint(id: u64, complaint: Complaint) -> Self {
        let homeport = Some(env!("CARGO_PKG_VERSION").to_owned());

        Self { error: Some(complaint), homeport, ..Self::new(id) }
    }
}

/// Why a frame was refused. Never what was in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Complaint {
    /// It is not a JSON object with a version.
    NotAFrame,
    /// It has another version.
    OtherVersion,
    /// The request is unknown, or lacks something.
    UnknownRequest,
    /// It is longer than [`LONGEST_REQUEST`].
    TooLong,
    /// Too many connections.
    Busy,
    /// The resident is ending.
    Ending,
    /// A word of a later version.
    #[serde(other)]
    Unknown,
}

/// Why no frame came.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FrameError {
    #[error("the frame is too long")]
    TooLong,
    #[error("the frame did not end in time")]
    TooSlow,
    #[error("the connection ended within a frame")]
    Cut,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Bytes that are overwritten when they are dropped, and when they move to a larger place.
#[derive(Default)]
pub(crate) struct Wiped(Vec<u8>);

impl Wiped {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn make_room(&mut self, additional: usize) {
        if self.0.capacity() - self.0.len() >= additional {
            return;
        }
        let capacity = (self.0.capacity() * 2).max(self.0.len() + additional);
        let mut larger = Vec::with_capacity(capacity);
        larger.extend_from_slice(&self.0);
        std::mem::replace(&mut self.0, larger).zeroize();
    }
}

impl Write for Wiped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.make_room(bytes.len());
        self.0.extend_from_slice(bytes);

        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Makes a frame.
pub(crate) fn frame(value: &impl Serialize) -> Result<Wiped, io::Error> {
    let mut bytes = Wiped::default();
    bytes.make_room(FIRST_ROOM);
    serde_json::to_writer(&mut bytes, value)?;
    bytes.write_all(b"\n")?;

    Ok(bytes)
}

/// Makes a frame and sends it.
pub(crate) async fn send<W: AsyncWrite + Unpin>(writer: &mut W, value: &impl Serialize) -> Result<(), io::Error> {
    let bytes = frame(value)?;
    writer.write_all(bytes.bytes()).await?;

    writer.flush().await
}

/// Reads frames.
pub(crate) struct Frames<R> {
    reader: R,
    buffer: Wiped,
    /// There is no line end before this place.
    searched: usize,
    /// When the frame in the buffer has to be whole.
    due: Option<Instant>,
    limit: usize,
}

impl<R: AsyncRead + Unpin> Frames<R> {
    pub(crate) fn new(reader: R, limit: usize) -> Self {
        Self { reader, buffer: Wiped::default(), searched: 0, due: None, limit }
    }

    /// The next frame without its line end; `None` when the other side is done. May be dropped and called again at any
    /// time without losing a byte.
    pub(crate) async fn next(&mut self) -> Result<Option<Wiped>, FrameError> {
        loop {
            if let Some(frame) = self.take_frame() {
                return if frame.0.len() > self.limit { Err(FrameError::TooLong) } else { Ok(Some(frame)) };
            }
            if self.buffer.0.len() > self.limit {
                return Err(FrameError::TooLong);
            }
            self.buffer.make_room(FIRST_ROOM);
            let read = self.reader.read_buf(&mut self.buffer.0);
            let count = match self.due {
                None => read.await?,
                Some(due) => timeout_at(due, read).await.map_err(|_| FrameError::TooSlow)??,
            };
            if count == 0 {
                return if self.buffer.0.is_empty() { Ok(None) } else { Err(FrameError::Cut) };
            }
            self.due.get_or_insert_with(|| Instant::now() + PATIENCE);
        }
    }

    pub(crate) fn into_reader(self) -> R {
        self.reader
    }

    fn take_frame(&mut self) -> Option<Wiped> {
        let Some(end) = self.buffer.0[self.searched..].iter().position(|byte| *byte == b'\n') else {
            self.searched = self.buffer.0.len();
            return None;
        };
        let end = self.searched + end;
        let mut rest = Wiped::default();
        if end + 1 < self.buffer.0.len() {
            rest.make_room(FIRST_ROOM.max(self.buffer.0.len() - end));
            rest.0.extend_from_slice(&self.buffer.0[end + 1..]);
        }
        self.searched = 0;
        self.due = (!rest.0.is_empty()).then(|| Instant::now() + PATIENCE);
        let mut frame = std::mem::replace(&mut self.buffer, rest);
        frame.0[end..].zeroize();
        frame.0.truncate(end);

        Some(frame)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read_all(bytes: &[u8], limit: usize) -> (Vec<Vec<u8>>, Option<FrameError>) {
        let mut frames = Frames::new(bytes, limit);
        let mut found = Vec::new();
        loop {
            match frames.next().await {
                Ok(Some(frame)) => found.push(frame.bytes().to_vec()),
                Ok(None) => return (found, None),
                Err(error) => return (found, Some(error)),
            }
        }
    }

    #[tokio::test]
    async fn frames_are_cut_at_line_ends() {
        let (found, error) = read_all(b"one\n\ntwo\n", 100).await;
        assert_eq!(found, [&b"one"[..], b"", b"two"]);
        assert!(error.is_none());
    }

    #[tokio::test]
    async fn a_frame_without_an_end_is_cut() {
        let (found, error) = read_all(b"one\ntw", 100).await;
        assert_eq!(found, [b"one"]);
        assert!(matches!(error, Some(FrameError::Cut)));
    }

    #[tokio::test]
    async fn a_frame_may_have_the_limit_and_no_byte_more() {
        let mut bytes = vec![b'x'; 20_000];
        bytes.push(b'\n');
        let (found, error) = read_all(&bytes, 20_000).await;
        assert_eq!(found.len(), 1);
        assert!(error.is_none());

        let (found, error) = read_all(&bytes, 19_999).await;
        assert!(found.is_empty());
        assert!(matches!(error, Some(FrameError::TooLong)));

        let (_, error) = read_all(&bytes, 10_000).await;
        assert!(matches!(error, Some(FrameError::TooLong)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_frame_that_has_begun_does_not_wait_for_ever() {
        let (mut writer, reader) = tokio::io::duplex(64);
        let mut frames = Frames::new(reader, 100);
        writer.write_all(b"{").await.unwrap();
        assert!(matches!(frames.next().await, Err(FrameError::TooSlow)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_quiet_connection_may_wait_as_long_as_it_likes() {
        let (mut writer, reader) = tokio::io::duplex(64);
        let mut frames = Frames::new(reader, 100);
        let waited = tokio::time::timeout(Duration::from_secs(3_600), frames.next()).await;
        assert!(waited.is_err());
        writer.write_all(b"late\n").await.unwrap();
        assert_eq!(frames.next().await.unwrap().unwrap().bytes(), b"late");
    }
}
