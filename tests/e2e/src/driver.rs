//! The driver programs: one per engine and test process, started when first needed, replaced when it hangs, gone when the
//! process is gone.

use crate::engine::{Engine, Programs};
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A running driver.
pub(crate) struct Driver {
    pub(crate) url: String,
    pub(crate) programs: Programs,
    /// Their pipes hold the programs alive; see `GUARD`.
    _guarded: Vec<Child>,
}

/// Statics are never dropped and a killed test process cleans nothing up, so a shell stands guard: it waits on a pipe that
/// only this process holds, and when the pipe closes, for whatever reason, it ends the whole process group.
const GUARD: &str = r#""$@" & trap "" TERM INT HUP; read -r _; kill -TERM 0; sleep 1; kill -KILL 0"#;
const PATIENCE: Duration = Duration::from_secs(20);
/// A driver that hangs once may be bad luck; a run that waits for one again and again ends without a word.
const ENOUGH: u32 = 4;
/// Neither UTC nor the zone of the demo feeds, so that a time shown in the wrong zone is seen.
const READER_ZONE: &str = "America/New_York";

/// Ports tried by this process.
static TAKEN: AtomicU32 = AtomicU32::new(0);

/// What is known of an engine's driver. Whoever holds the lock has the engine to itself: WebKitWebDriver serves one session
/// at a time, and two browsers of one kind gain nothing on two cores.
struct Slot {
    running: Option<Driver>,
    given_up: u32,
    is_skipped: bool,
}

static SLOTS: [Mutex<Slot>; 3] = [const { Mutex::new(Slot { running: None, given_up: 0, is_skipped: false }) }; 3];

/// An engine for one test alone, until this is dropped.
pub(crate) struct Turn {
    engine: Engine,
    slot: MutexGuard<'static, Slot>,
}

impl Turn {
    /// Waits until no other test uses the engine.
    pub(crate) fn of(engine: Engine) -> Self {
        let [chromium, firefox, webkit] = &SLOTS;
        let slot = match engine {
            Engine::Chromium => chromium,
            Engine::Firefox => firefox,
            Engine::WebKit => webkit,
        };
        Self { engine, slot: slot.lock().unwrap_or_else(PoisonError::into_inner) }
    }

    /// The engine's driver, started where none runs.
    ///
    /// # Errors
    /// What is missing.
    pub(crate) fn driver(&mut self) -> Result<&Driver, String> {
        let running = &mut self.slot.running;
        match running {
            Some(driver) => Ok(driver),
            None => Ok(running.insert(start(self.engine)?)),
        }
    }

    /// Why the engine is not asked again in this run, where it hung too often.
    pub(crate) fn is_over(&self) -> Option<String> {
        let times = self.slot.given_up;
        (times >= ENOUGH)
            .then(|| format!("{} hung {times} times in this run and is not asked again", self.engine.as_str()))
    }

    /// Says once per engine and run that it is skipped.
    pub(crate) fn skip(&mut self, reason: &str) {
        if !std::mem::replace(&mut self.slot.is_skipped, true) {
            // Straight to the stream: the runner swallows what a passing test prints.
            let _ = writeln!(io::stderr(), "{} is skipped: {reason}", self.engine.as_str());
        }
    }

    /// Ends a driver that no longer answers, with its browser; the next test gets a new one.
    pub(crate) fn give_up(&mut self) {
        self.slot.given_up += 1;
        // The guards end everything when their pipes close. Nobody waits for them: the next driver has a port of its own.
        self.slot.running = None;
    }
}

fn start(engine: Engine) -> Result<Driver, String> {
    let programs = engine.programs()?;
    let told = |error: io::Error| format!("{}: {error}", programs.driver.display());
    let port = free_port().map_err(told)?;
    let mut guarded = Vec::new();
    let mut envs: Vec<(&str, OsString)> = vec![("TZ", READER_ZONE.into())];
    if let Some(screen) = &programs.screen {
        let (child, display) = start_screen(screen).map_err(told)?;
        guarded.push(child);
        envs.push(("DISPLAY", display.into()));
        // The sandbox needs user namespaces, which containers seldom give.
        envs.push(("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()));
    }
    let mut args = vec![format!("--port={port}")];
    if engine == Engine::Firefox {
        // Its second port has a fixed default, which two runs on one machine would share.
        args.push("--websocket-port=0".into());
    }
    guarded.push(guard(&programs.driver, &args, &envs, Stdio::null()).map_err(told)?);
    await_port(port).map_err(told)?;
    Ok(Driver { url: format!("http://127.0.0.1:{port}"), programs, _guarded: guarded })
}

/// Starts a program that cannot outlive this process.
fn guard(program: &Path, args: &[String], envs: &[(&str, OsString)], stdout: Stdio) -> io::Result<Child> {
    Command::new("sh")
        .args(["-c", GUARD, "guard"])
        .arg(program)
        .args(args)
        .envs(envs.iter().map(|(name, value)| (name, value)))
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(stdout)
        .stderr(Stdio::null())
        .spawn()
}

/// A virtual screen on a number of its own choice.
fn start_screen(program: &Path) -> io::Result<(Child, String)> {
    let args = ["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"].map(String::from);
    let mut child = guard(program, &args, &[], Stdio::piped())?;
    let mut number = String::new();
    if let Some(stdout) = child.stdout.take() {
        BufReader::new(stdout).read_line(&mut number)?;
    }
    match number.trim() {
        "" => Err(io::Error::other("Xvfb did not start")),
        number => Ok((child, format!(":{number}"))),
    }
}

/// Below the range from which the system gives ports to newsrooms and browsers: one of theirs could be taken again
/// before the driver binds it.
fn free_port() -> io::Result<u16> {
    const FIRST: u16 = 20_000;
    const COUNT: u32 = 10_000;
    let from = std::process::id().wrapping_mul(37).wrapping_add(TAKEN.fetch_add(1, Ordering::Relaxed));
    (0..COUNT)
        .map(|step| FIRST + u16::try_from(from.wrapping_add(step) % COUNT).unwrap_or_default())
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or_else(|| io::Error::other("no free port"))
}

fn await_port(port: u16) -> io::Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let since = Instant::now();
    loop {
        match TcpStream::connect_timeout(&address, Duration::from_secs(1)) {
            Ok(_) => return Ok(()),
            Err(error) if since.elapsed() > PATIENCE => return Err(error),
            Err(_) => sleep(Duration::from_millis(50)),
        }
    }
}
