//! A server that answers with bodies made beforehand, on kept connections.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use crate::bodies;

/// Serves in a thread of this process, and tells where.
pub fn serve_beside() -> String {
    let (listener, address) = listen();
    thread::spawn(move || serve(&listener));
    address
}

/// Serves in this process until its standard input ends, and prints where.
pub fn serve_until_told() {
    println!("{}", serve_beside());
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}

fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    (listener, address)
}

fn serve(listener: &TcpListener) {
    let answer = |body: &str| {
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ";
        format!("{head}{}\r\n\r\n{body}", body.len()).into_bytes()
    };
    let one = answer(&serde_json::json!({"credential": bodies::credential(88_213)}).to_string());
    let page = answer(&bodies::page().to_string());
    let wrong = answer(&bodies::page().to_string().replace(
        r#""private":false,"seo_image":"https://images.example.org/seo/88213""#,
        r#""private":"no""#,
    ));
    for stream in listener.incoming().map_while(Result::ok) {
        let (one, page, wrong) = (one.clone(), page.clone(), wrong.clone());
        thread::spawn(move || answer_all(stream, &one, &page, &wrong));
    }
}

fn answer_all(mut stream: TcpStream, one: &[u8], page: &[u8], wrong: &[u8]) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut read = Vec::new();
    let mut part = [0; 4096];
    loop {
        let count = stream.read(&mut part).ok().filter(|count| *count > 0)?;
        read.extend_from_slice(&part[..count]);
        // Only reads without a body come.
        while let Some(end) = read.windows(4).position(|window| window == b"\r\n\r\n") {
            let head: Vec<u8> = read.drain(..end + 4).collect();
            let body = match &head {
                head if head.starts_with(b"GET /v1/credentials/") => one,
                head if head.windows(8).any(|window| window == b"group_id") => wrong,
                _ => page,
            };
            stream.write_all(body).ok()?;
        }
    }
}
