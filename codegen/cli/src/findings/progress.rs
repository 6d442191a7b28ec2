//! Shows long work on a terminal: a line that turns, with the time that has passed.
//!
//! It is our own: `indicatif` brings seven packages for what is one line here.

use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Work that is shorter than this needs no line.
const DELAY: Duration = Duration::from_millis(500);

/// The time between two frames.
const PAUSE: Duration = Duration::from_millis(100);

const FRAMES: [char; 4] = ['-', '\\', '|', '/'];

/// The line of one piece of work. It is gone when this value is dropped.
pub(crate) struct Progress {
    end: Option<Sender<()>>,
    line: Option<JoinHandle<()>>,
}

impl Progress {
    /// No line.
    pub(super) fn none() -> Self {
        Self {
            end: None,
            line: None,
        }
    }

    /// Starts the line.
    pub(super) fn start(out: impl Write + Send + 'static, what: &str, delay: Duration) -> Self {
        let (end, ended) = mpsc::channel();
        let what = what.to_owned();
        let line = thread::spawn(move || turn(out, &what, |time| ended.recv_timeout(time), delay));
        Self {
            end: Some(end),
            line: Some(line),
        }
    }

    /// Starts the line on standard error.
    pub(super) fn on_stderr(what: &str) -> Self {
        Self::start(std::io::stderr(), what, DELAY)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        // The thread sees that the channel is closed.
        self.end = None;
        if let Some(line) = self.line.take() {
            let _ = line.join();
        }
    }
}

/// Writes frames until the work has ended. If writing fails, nothing is shown.
fn turn(
    mut out: impl Write,
    what: &str,
    wait: impl Fn(Duration) -> Result<(), RecvTimeoutError>,
    delay: Duration,
) {
    let start = Instant::now();
    let goes_on = |time| wait(time) == Err(RecvTimeoutError::Timeout);
    if !goes_on(delay) {
        return;
    }
    let mut width = 0;
    for frame in FRAMES.iter().cycle() {
        let line = format!("{frame} {what} ({} s)", start.elapsed().as_secs());
        width = line.chars().count();
        let written = write!(out, "\r{line}").and_then(|()| out.flush());
        if written.is_err() || !goes_on(PAUSE) {
            break;
        }
    }
    let _ = write!(out, "\r{:width$}\r", "").and_then(|()| out.flush());
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex};
    use std::time::{Duration, Instant};

    use super::Progress;

    #[derive(Clone, Default)]
    struct Screen(Arc<Mutex<Vec<u8>>>);

    impl Screen {
        fn text(&self) -> String {
            let bytes = self.0.lock().expect("no writer panics");
            String::from_utf8_lossy(&bytes).into_owned()
        }
    }

    impl Write for Screen {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("no writer panics").write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_line_turns_and_leaves_nothing_behind() {
        let screen = Screen::default();
        let line = Progress::start(screen.clone(), "working", Duration::ZERO);
        let start = Instant::now();
        while !screen.text().contains("| working") && start.elapsed() < Duration::from_secs(60) {
            std::thread::yield_now();
        }
        drop(line);
        let text = screen.text();
        assert!(
            text.starts_with("\r- working (0 s)\r\\ working"),
            "{text:?}"
        );
        let (_, last) = text
            .trim_end_matches('\r')
            .rsplit_once('\r')
            .expect("a line");
        assert!(last.len() >= "- working (0 s)".len(), "{text:?}");
        assert!(last.trim().is_empty() && text.ends_with('\r'), "{text:?}");
    }

    #[test]
    fn short_work_has_no_line() {
        let screen = Screen::default();
        drop(Progress::start(
            screen.clone(),
            "working",
            Duration::from_secs(60),
        ));
        assert_eq!(screen.text(), "");
    }
}
