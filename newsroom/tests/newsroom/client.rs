//! A client that hides nothing: one request, one connection, the answer as it came.

use newsroom::{Newsroom, Options};
use serde_json::Value;
use std::{collections::BTreeMap, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// What came back; `status` 0 is a connection that ended without an answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in {}", self.text()))
    }

    fn parse(bytes: &[u8]) -> Self {
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
            return Self { status: 0, headers: BTreeMap::new(), body: bytes.to_vec() };
        };
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let fields = head.lines().filter_map(|line| line.split_once(": "));
        let headers = fields.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        Self { status, headers, body: bytes[end + 4..].to_vec() }
    }
}

/// A frozen newsroom on free ports.
pub(crate) async fn open() -> Newsroom {
    Newsroom::start(Options { quiet: true, ..Options::default() }).await.unwrap()
}

/// Sends a request and reads until the server ends the connection, five seconds at most.
pub(crate) async fn ask(origin: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let host = origin.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host).await.unwrap();
    let extra: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    // HTTP/1.0 keeps chunks out of the answer: the body is what stands after the head.
    let request =
        format!("{method} {path} HTTP/1.0\r\nHost: {host}\r\nContent-Length: {}\r\n{extra}\r\n{body}", body.len());
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    // A reset is an end like any other here.
    let _ = timeout(Duration::from_secs(5), stream.read_to_end(&mut bytes)).await.expect("the answer never ended");
    Answer::parse(&bytes)
}

pub(crate) async fn get(room: &Newsroom, path: &str) -> Answer {
    ask(&room.origin(), "GET", path, &[], "").await
}

pub(crate) async fn post(room: &Newsroom, path: &str, order: Value) -> Answer {
    ask(&room.origin(), "POST", path, &[("Content-Type", "application/json")], &order.to_string()).await
}

/// The stories of a list in any of the three shapes.
pub(crate) async fn stories(room: &Newsroom, path: &str) -> Vec<Value> {
    match get(room, path).await.json() {
        Value::Array(list) => list,
        mut object => object["items"].as_array_mut().unwrap().split_off(0),
    }
}
