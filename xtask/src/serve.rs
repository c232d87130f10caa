//! The widget at one URL: the newsroom serves `dist` and the feeds, Trunk rebuilds `dist` on every change.
//!
//! `trunk watch`, not `trunk serve`: two servers would mean two origins, and a proxy in between would hide the headers and
//! broken answers that the newsroom is there to produce.

use crate::shell::{self, cargo};
use crate::workspace::{dist, facts, root};
use crate::{build, tools};
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::process::{Child, Command};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

const LOOK_AGAIN: Duration = Duration::from_millis(200);

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Build as shipped: small wasm, slow to rebuild.
    #[arg(long)]
    release: bool,
    /// Port of the page and its feeds.
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// Port of the same newsroom as another origin.
    #[arg(long, default_value_t = 8788)]
    other: u16,
    /// Seconds between two steps of the newsroom's schedule.
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u64).range(1..))]
    every: u64,
}

/// `cargo xtask serve`.
///
/// # Errors
/// When a port is taken, a tool is missing, or one of the two programs ends by itself.
pub(crate) fn run(options: &Options) -> Result<()> {
    for port in [options.port, options.other] {
        if answers(port) {
            bail!("port {port} is taken; choose others with --port and --other");
        }
    }
    let tools = tools::for_build()?;
    build::fetch()?;
    shell::run(&mut cargo(["build", "-p", "newsroom"]))?;
    let stop = Arc::new(AtomicBool::new(false));
    let told = stop.clone();
    ctrlc::set_handler(move || told.store(true, Ordering::Relaxed)).context("Ctrl-C cannot be caught")?;

    let started = SystemTime::now();
    let mut trunk = Running::start("trunk watch", &mut build::trunk(&tools, "watch", options.release)?)?;
    let mut newsroom = Running::start("the newsroom", &mut newsroom(options)?)?;
    let mut announced = false;
    while !stop.load(Ordering::Relaxed) {
        trunk.must_run()?;
        newsroom.must_run()?;
        if !announced && built_since(started) && answers(options.port) {
            // Trunk's own closing lines come a moment after the files are in place; ours is to be the last.
            sleep(LOOK_AGAIN * 3);
            println!(
                "\nCtrl-C stops. Every saved change is rebuilt; reload the page to see it.\nhttp://localhost:{}/",
                options.port
            );
            announced = true;
        }
        sleep(LOOK_AGAIN);
    }
    println!("\nstopped");
    Ok(())
}

fn newsroom(options: &Options) -> Result<Command> {
    // The binary itself, not `cargo run`: ending cargo would leave its child behind.
    let mut command = shell::program(facts()?.target.join("debug").join("newsroom"));
    let (port, other, every) = (options.port.to_string(), options.other.to_string(), options.every.to_string());
    command.args(["--quiet", "--port", &port, "--other", &other, "--every", &every]);
    command.arg("--files").arg(dist());
    command.arg("--pages").arg(root().join("tests/pages"));
    command.arg("--fixtures").arg(root().join("tests/fixtures"));
    Ok(command)
}

fn answers(port: u16) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpStream::connect_timeout(&address, LOOK_AGAIN).is_ok()
}

/// Trunk moves the finished files into `dist` at the very end; the loader is ours and never older than the build.
fn built_since(start: SystemTime) -> bool {
    let written = dist().join("newsrail.js").metadata().and_then(|meta| meta.modified());
    dist().join("index.html").exists() && written.is_ok_and(|at| at >= start)
}

/// A program that is ended with this one, however this one ends.
struct Running {
    name: &'static str,
    child: Child,
}

impl Running {
    fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        let child = command.spawn().with_context(|| format!("{name} could not be started"))?;
        Ok(Self { name, child })
    }

    fn must_run(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            Some(status) => bail!("{} ended by itself with {status}; its reason stands above", self.name),
            None => Ok(()),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Already ended by the terminal's own Ctrl-C in most cases: then both answers are errors without meaning.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
