//! HTTP written by hand, as real programs send it: the answers over a socket.

use serde_json::{Value, json};
use tassel_sandbox::{Sandbox, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A sandbox on a port.
pub struct Port {
    pub sandbox: Sandbox,
    pub host: String,
}

/// An answer: its status, its head and its body, in JSON if it is JSON.
pub struct Answered {
    pub status: u16,
    pub head: String,
    pub body: Value,
}

impl Port {
    pub async fn open() -> Self {
        let sandbox = Sandbox::new();
        let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
        let host = server.address().unwrap().to_string();
        tokio::spawn(server.run());
        Self { sandbox, host }
    }

    /// Sends a request line with header lines, and a body with its length unless it is empty.
    pub async fn send(&self, head: &str, body: &str) -> Answered {
        let mut stream = TcpStream::connect(&self.host).await.unwrap();
        let length =
            if body.is_empty() { String::new() } else { format!("content-length: {}\r\n", body.len()) };
        let (line, headers) = head.split_once('\n').unwrap_or((head, ""));
        let headers: String = headers.lines().map(|line| format!("{}\r\n", line.trim())).collect();
        let request = format!(
            "{line} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{headers}{length}\r\n{body}",
            self.host
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        Answered {
            status: head[9..12].parse().unwrap(),
            head: head.to_owned(),
            body: serde_json::from_str(body).unwrap_or_else(|_| json!(body)),
        }
    }
}

#[tokio::test]
async fn a_reset_gives_the_same_bytes() {
    let port = Port::open().await;
    let reads = [
        "GET /accredible/v1/all_credentials\nauthorization: Token token=sandbox-accredible-key",
        "GET /coursepath/api/v1/members\nauthorization: Bearer sandbox-coursepath-key",
        "GET /damstra/api/v2/user?maxResults=50\naccesskey: sandboxdamstrakey",
        "GET /namecoach/api/private/v4/participants?per_page=50\nauthorization: sandbox-namecoach-token",
        "POST /falkor/v1/logs/story-certificates\nauthorization: Basic c2FuZGJveC1mYWxrb3ItdG9rZW4=",
    ];
    let mut first = Vec::new();
    for round in 0..5 {
        port.send("POST /_sandbox/reset\ncontent-type: application/json", "{}").await;
        let mut bodies = Vec::new();
        for read in reads {
            let answer = port.send(read, "").await;
            assert_eq!(answer.status, 200, "{read}: {}", answer.body);
            bodies.push(answer.body);
        }
        if round == 0 {
            first.clone_from(&bodies);
        }
        assert_eq!(bodies, first, "round {round}");
    }
}
