//! Buffered streams of bytes over a descriptor or memory.

use std::io::{self, Write};
use std::os::fd::{AsRawFd, OwnedFd, RawFd};

use crate::{At, Result};

/// Bytes read or written at a time.
const BLOCK: usize = 64 * 1024;

/// Where the bytes of an [`Input`] come from.
enum Source {
    Standard,
    File(OwnedFd),
    Memory,
}

/// A buffered source of bytes that knows its name, for messages.
pub struct Input {
    source: Source,
    name: Vec<u8>,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    ended: bool,
}

impl Input {
    /// Standard input. Nothing is read, and nothing allocated, before it is asked for.
    pub fn standard() -> Input {
        Input::over(Source::Standard, b"standard input")
    }

    /// The file `path`.
    ///
    /// # Errors
    /// `path: why`
    pub fn open(path: &[u8]) -> Result<Input> {
        Ok(Input::file(sys::file::open_read(path).cannot("open", path)?, path))
    }

    /// An open file, called `name` in messages.
    pub fn file(file: OwnedFd, name: &[u8]) -> Input {
        Input::over(Source::File(file), name)
    }

    /// Bytes in memory.
    pub fn memory(bytes: Vec<u8>) -> Input {
        let end = bytes.len();
        Input { buffer: bytes, end, ended: true, ..Input::over(Source::Memory, b"standard input") }
    }

    fn over(source: Source, name: &[u8]) -> Input {
        Input { source, name: name.to_vec(), buffer: Vec::new(), start: 0, end: 0, ended: false }
    }

    /// The same source for one more reader: what is buffered moves along, and the descriptor stays open.
    pub fn share(&mut self) -> Input {
        let empty = Input::over(
            if matches!(self.source, Source::Memory) { Source::Memory } else { Source::Standard },
            b"standard input",
        );
        std::mem::replace(self, empty)
    }

    /// The name it has in messages.
    pub fn name(&self) -> &[u8] {
        &self.name
    }

    /// The descriptor below, unless it is memory.
    pub fn descriptor(&self) -> Option<RawFd> {
        match &self.source {
            Source::Standard => Some(0),
            Source::File(file) => Some(file.as_raw_fd()),
            Source::Memory => None,
        }
    }

    /// What is buffered, or, if nothing is, the next block. Empty at the end.
    ///
    /// # Errors
    /// `name: why`
    pub fn fill(&mut self) -> Result<&[u8]> {
        if self.start == self.end {
            self.read_more()?;
        }
        Ok(self.buffered())
    }

    /// What is buffered and not consumed.
    pub fn buffered(&self) -> &[u8] {
        self.buffer.get(self.start..self.end).unwrap_or_default()
    }

    /// Marks `count` bytes of what [`fill`](Input::fill) gave as used.
    pub fn consume(&mut self, count: usize) {
        self.start = (self.start + count).min(self.end);
    }

    /// Adds a block to what is buffered; false at the end.
    ///
    /// # Errors
    /// `name: why`
    pub fn read_more(&mut self) -> Result<bool> {
        let Some(fd) = self.descriptor().filter(|_| !self.ended) else { return Ok(false) };
        self.make_room();
        let room = self.buffer.get_mut(self.end..).unwrap_or_default();
        let count = sys::stdio::read(fd, room).at(&self.name)?;
        self.end += count;
        // A terminal may go on after its end was typed, but whoever was told of the end must not be asked again.
        self.ended = count == 0;
        Ok(count > 0)
    }

    /// Moves what is left to the front, and grows the buffer when that leaves less than half of it free.
    fn make_room(&mut self) {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        if self.end > self.buffer.len() / 2 || self.buffer.is_empty() {
            let size = (self.buffer.len() * 2).max(BLOCK);
            self.buffer.resize(size, 0);
        }
    }

    /// The next line with its `delimiter`, which only the last may lack; `None` at the end.
    ///
    /// # Errors
    /// `name: why`
    pub fn line(&mut self, delimiter: u8) -> Result<Option<&[u8]>> {
        let mut searched = 0;
        let length = loop {
            let unsearched = self.buffered().get(searched..).unwrap_or_default();
            if let Some(found) = memchr::memchr(delimiter, unsearched) {
                break searched + found + 1;
            }
            searched = self.end - self.start;
            if !self.read_more()? {
                break searched;
            }
        };
        let start = self.start;
        self.start += length;
        Ok(self.buffer.get(start..start + length).filter(|line| !line.is_empty()))
    }

    /// As many whole lines as are buffered, at least one; the last of all may lack its `delimiter`. Empty at the end.
    ///
    /// # Errors
    /// `name: why`
    pub fn lines(&mut self, delimiter: u8) -> Result<&[u8]> {
        let mut searched = 0;
        let length = loop {
            let unsearched = self.buffered().get(searched..).unwrap_or_default();
            if let Some(found) = memchr::memrchr(delimiter, unsearched) {
                break searched + found + 1;
            }
            searched = self.end - self.start;
            if !self.read_more()? {
                break searched;
            }
        };
        let start = self.start;
        self.start += length;
        Ok(self.buffer.get(start..start + length).unwrap_or_default())
    }

    /// Everything to the end.
    ///
    /// # Errors
    /// `name: why`
    pub fn read_to_end(&mut self) -> Result<Vec<u8>> {
        while self.read_more()? {}
        let mut all = std::mem::take(&mut self.buffer);
        all.truncate(self.end);
        all.drain(..self.start);
        (self.start, self.end) = (0, 0);
        Ok(all)
    }

    /// Gives bytes that were read but not consumed back to a seekable standard input, for whoever reads it next.
    pub fn give_back(&mut self) {
        let unused = self.end - self.start;
        if let (true, Some(fd)) = (unused > 0, self.descriptor()) {
            let _ = sys::stdio::seek_back(fd, unused);
        }
        self.start = self.end;
    }
}

/// Where the bytes of an [`Output`] go.
enum Sink {
    Descriptor(RawFd),
    Memory,
}

/// A buffered sink of bytes. Once writing failed it stays failed, and the runtime reports it.
pub struct Output {
    sink: Sink,
    buffer: Vec<u8>,
    terminal: Option<bool>,
    error: Option<io::Error>,
}

impl Output {
    /// A sink on an open descriptor, which it does not close.
    pub fn descriptor(fd: RawFd) -> Output {
        Output { sink: Sink::Descriptor(fd), buffer: Vec::new(), terminal: None, error: None }
    }

    /// A sink that keeps all in memory.
    pub fn memory() -> Output {
        Output { sink: Sink::Memory, ..Output::descriptor(-1) }
    }

    /// What was written to memory.
    pub fn into_memory(self) -> Vec<u8> {
        self.buffer
    }

    /// Writes `bytes`, in the buffer or out of it.
    ///
    /// # Errors
    /// The write's. The runtime reports it as a write error.
    pub fn put(&mut self, bytes: &[u8]) -> Result {
        Ok(self.write_all(bytes)?)
    }

    /// Writes now, and looks away when that fails: for messages.
    pub fn put_quietly(&mut self, bytes: &[u8]) {
        let _ = self.write_all(bytes);
        let _ = self.flush();
    }

    /// Whether a write failed.
    pub fn failed(&self) -> bool {
        self.error.is_some()
    }

    /// The descriptor below, unless it is memory.
    pub fn fd(&self) -> Option<RawFd> {
        match self.sink {
            Sink::Descriptor(fd) => Some(fd),
            Sink::Memory => None,
        }
    }

    /// Whether it is a terminal.
    pub fn is_terminal(&mut self) -> bool {
        let fd = self.fd();
        *self.terminal.get_or_insert_with(|| fd.is_some_and(sys::terminal::is_terminal))
    }

    /// Flushes what a person should see before a message.
    ///
    /// # Errors
    /// The write's.
    pub fn flush_if_terminal(&mut self) -> io::Result<()> {
        if !self.buffer.is_empty() && self.is_terminal() { self.flush() } else { Ok(()) }
    }

    /// Flushes, and gives the error that any write had.
    ///
    /// # Errors
    /// The first write's that failed.
    pub fn finish(&mut self) -> io::Result<()> {
        let _ = self.flush();
        self.error.take().map_or(Ok(()), Err)
    }

    fn write_out(&mut self, fd: RawFd, bytes: &[u8]) -> io::Result<()> {
        if let Some(error) = &self.error {
            return Err(copy_of(error));
        }
        sys::stdio::write_all(fd, bytes).inspect_err(|error| self.error = Some(copy_of(error)))
    }

    fn write_buffered(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(fd) = self.fd() else {
            self.buffer.extend_from_slice(bytes);
            return Ok(());
        };
        if self.buffer.len() + bytes.len() > BLOCK {
            self.flush()?;
        }
        if bytes.len() >= BLOCK {
            return self.write_out(fd, bytes);
        }
        if self.buffer.capacity() == 0 {
            self.buffer.reserve_exact(BLOCK);
        }
        self.buffer.extend_from_slice(bytes);
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_buffered(bytes)?;
        if bytes.last() == Some(&b'\n') { self.flush_if_terminal() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        let Some(fd) = self.fd().filter(|_| !self.buffer.is_empty()) else { return Ok(()) };
        let mut buffer = std::mem::take(&mut self.buffer);
        let written = self.write_out(fd, &buffer);
        buffer.clear();
        self.buffer = buffer;
        written
    }
}

fn copy_of(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_delimiter() {
        let mut input = Input::memory(b"a\nbc\n\nd".to_vec());
        let mut lines = Vec::new();
        while let Ok(Some(line)) = input.line(b'\n') {
            lines.push(line.to_vec());
        }
        assert_eq!(lines, [b"a\n".as_slice(), b"bc\n", b"\n", b"d"]);
    }

    #[test]
    fn blocks_end_with_a_whole_line() {
        let mut input = Input::memory(b"a\nb\nc".to_vec());
        assert_eq!(input.lines(b'\n').ok(), Some(b"a\nb\n".as_slice()));
        assert_eq!(input.lines(b'\n').ok(), Some(b"c".as_slice()));
        assert_eq!(input.lines(b'\n').ok(), Some(b"".as_slice()));
    }

    #[test]
    fn memory_keeps_what_was_written() {
        let mut output = Output::memory();
        assert!(output.put(&[b'x'; 100_000]).is_ok());
        assert_eq!(output.into_memory().len(), 100_000);
    }
}
