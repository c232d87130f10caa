//! The connection: where an answer can be withheld.
//!
//! hyper is driven by hand, because a server framework always answers: a service that fails makes hyper close the
//! connection without writing a byte.

use axum::{Router, body::Body, http::Request, response::Response};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use std::{io, pin::pin};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
};
use tower::ServiceExt;

/// Marks a response that must never be sent.
#[derive(Clone, Copy)]
pub(crate) struct Withheld;

impl Withheld {
    pub(crate) fn response() -> Response {
        let mut response = Response::default();
        response.extensions_mut().insert(Self);
        response
    }

    pub(crate) fn marks(response: &Response) -> bool {
        response.extensions().get::<Self>().is_some()
    }
}

/// Accepts connections until the task is aborted; its open connections are cut with it.
pub(crate) async fn serve(listener: TcpListener, router: Router, hang_up: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => if let Ok((stream, _)) = accepted {
                connections.spawn(converse(stream, router.clone(), hang_up.clone()));
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn converse(stream: TcpStream, router: Router, mut hang_up: watch::Receiver<bool>) {
    // Small answers must not wait for the client's acknowledgement.
    let _ = stream.set_nodelay(true);
    let keep_alive = !*hang_up.borrow_and_update();
    let service = service_fn(move |request: Request<Incoming>| answer(router.clone(), request));
    let connection = http1::Builder::new().keep_alive(keep_alive).serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    loop {
        tokio::select! {
            _ = connection.as_mut() => return,
            changed = hang_up.changed() => match changed {
                Ok(()) if *hang_up.borrow_and_update() => connection.as_mut().graceful_shutdown(),
                Ok(()) => {}
                Err(_) => return,
            },
        }
    }
}

async fn answer(router: Router, request: Request<Incoming>) -> Result<Response, io::Error> {
    let response = match router.oneshot(request.map(Body::new)).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    if Withheld::marks(&response) {
        return Err(io::Error::from(io::ErrorKind::ConnectionAborted));
    }
    Ok(response)
}
