//! A stand-in newsroom.
//!
//! It decides what an outlet would: which stories exist, when the next one is published, changed or taken back, how each
//! feed format writes them, and how the server misbehaves when a test asks for it. It refuses to know the widget.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! let mut room = newsroom::Newsroom::start(newsroom::Options::default()).await?;
//! println!("{}/feeds/ru/simple.json", room.origin());
//! room.stop().await;
//! # Ok(())
//! # }
//! ```

mod admin;
mod desk;
mod draft;
mod fault;
mod headers;
mod journal;
mod options;
mod room;
mod routes;
mod schedule;
mod shape;
mod story;
mod wire;

pub use admin::Refusal;
pub use options::Options;

use room::Room;
use serde_json::Value;
use std::{io, sync::Arc};
use tokio::{net::TcpListener, task::JoinHandle};

/// An instant, always UTC.
pub(crate) type Time = chrono::DateTime<chrono::Utc>;

/// The languages of the outlet; `L` in every route is one of them.
pub const LANGUAGES: [&str; 4] = ["ru", "az", "en", "ar"];

/// The slug of the lead story, the same in every language.
pub const LEAD: &str = "cabotage";

/// A running newsroom: one state behind two listeners, so that a page and its feed can have different origins.
#[must_use = "the newsroom stops when this is dropped"]
pub struct Newsroom {
    room: Arc<Room>,
    tasks: Vec<JoinHandle<()>>,
}

impl Newsroom {
    /// Opens both listeners on the loopback address and begins to publish. Must be called inside a Tokio runtime, which
    /// has to go on running for as long as answers are expected.
    ///
    /// # Errors
    /// When a port is taken.
    pub async fn start(options: Options) -> io::Result<Self> {
        let first = TcpListener::bind(("127.0.0.1", options.port)).await?;
        let second = TcpListener::bind(("127.0.0.1", options.other_port)).await?;
        let origin = format!("http://{}", first.local_addr()?);
        let other = format!("http://{}", second.local_addr()?);
        let room = Arc::new(Room::open(options, origin, other)?);
        let router = routes::router(&room);
        let tasks = vec![
            tokio::spawn(wire::serve(first, router.clone(), room.faults.hang_up())),
            tokio::spawn(wire::serve(second, router, room.faults.hang_up())),
            tokio::spawn(schedule::run(Arc::clone(&room))),
        ];
        room.say(&format!("newsroom at {} and {}", room.origin, room.other));
        Ok(Self { room, tasks })
    }

    /// Scheme, host and port of the first listener, without a slash at the end. Story URLs begin with it.
    pub fn origin(&self) -> String {
        self.room.origin.clone()
    }

    /// Scheme, host and port of the second listener: the same newsroom, another origin.
    pub fn other(&self) -> String {
        self.room.other.clone()
    }

    /// What `POST /admin/<path>` does, without the request: `admin("ru/publish", json!({"title": "…"}))`.
    ///
    /// # Errors
    /// When the order names an unknown language, story or verb, or lacks what it needs.
    pub fn admin(&self, path: &str, order: Value) -> Result<Value, Refusal> {
        admin::carry_out(&self.room, path, order)
    }

    /// What `GET /log` answers: the requests since the start or the last [`Newsroom::clear_log`], oldest first.
    pub fn log(&self) -> Vec<Value> {
        self.room.journal.read()
    }

    /// What `POST /log/clear` does.
    pub fn clear_log(&self) {
        self.room.journal.clear();
    }

    /// Closes both listeners and cuts every open connection. When this returns, the ports are free again.
    pub async fn stop(&mut self) {
        for task in self.tasks.drain(..) {
            task.abort();
            // Cancelled is the only way it ends; waiting makes sure that its sockets are gone.
            let _ = task.await;
        }
    }

    /// Goes on until the process is interrupted from the keyboard.
    ///
    /// # Errors
    /// When the signal cannot be listened for.
    pub async fn until_interrupted(mut self) -> io::Result<()> {
        tokio::signal::ctrl_c().await?;
        self.stop().await;
        Ok(())
    }
}

impl Drop for Newsroom {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}
