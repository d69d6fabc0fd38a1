//! Hostile answers to a client over a socket: the cost of each in time and memory.
//!
//! Each row is a separate process, which prints its peak memory above idle. If a row exceeds its bound, the program
//! ends with an error.

use std::io::Write;
use std::process::Command;
use std::time::{Duration, Instant};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use tassel_accredible::{CallOptions, Client, ClientOptions, Error};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

type Failure = Box<dyn std::error::Error>;

const MIB: u64 = 1 << 20;

/// An answer and the bounds of its cost.
struct Attack {
    name: &'static str,
    about: &'static str,
    seconds: u64,
    mib: u64,
}

const ATTACKS: [Attack; 6] = [
    Attack {
        name: "error",
        about: "a 400 of 95 KB gzip that inflates to 62 MiB of small objects",
        seconds: 2,
        mib: 64,
    },
    Attack {
        name: "kept",
        about: "a 200 of 62 MiB of small objects in an unknown field",
        seconds: 30,
        mib: 250,
    },
    Attack { name: "inflated", about: "the same as 95 KB of gzip", seconds: 2, mib: 64 },
    Attack { name: "items", about: "a page of 1,000,000 items", seconds: 2, mib: 64 },
    Attack { name: "endless", about: "a 200 that never ends, with 64 MiB allowed", seconds: 10, mib: 200 },
    Attack { name: "stream", about: "a body of 256 MiB, streamed", seconds: 30, mib: 8 },
];

fn main() -> Result<(), Failure> {
    if let Some(name) = std::env::args().nth(1) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        return runtime.block_on(attack(&name));
    }
    let mut failed = false;
    println!("{:<62} {:>8} {:>10}  ends with", "answer", "seconds", "MiB");
    for Attack { name, about, seconds, mib } in ATTACKS {
        let output = Command::new(std::env::current_exe()?).arg(name).output()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut parts = text.trim().splitn(3, ' ');
        let took: f64 = parts.next().unwrap_or_default().parse().unwrap_or(f64::NAN);
        let took_mib: f64 = parts.next().unwrap_or_default().parse().unwrap_or(f64::NAN);
        let end: String = parts.next().unwrap_or("no end").chars().take(90).collect();
        let within = output.status.success() && took <= seconds as f64 && took_mib <= mib as f64;
        println!("{about:<62} {took:>8.2} {took_mib:>10.1}  {end}");
        if !within {
            failed = true;
            println!("{:<62} {seconds:>8} {mib:>10}  at most", "");
        }
    }
    if failed { Err("an answer costs more than it may".into()) } else { Ok(()) }
}

/// Serves one answer, reads it, and prints the time, the memory and the end.
async fn attack(name: &str) -> Result<(), Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let answer = Answer::new(name)?;
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            // A client that stops reading closes the connection.
            let _ = answer.serve(socket).await;
        }
    });
    let client = Client::builder("a-key").base_url(url).with(ClientOptions::new().seed(7)).build()?;
    let options = CallOptions::new().deadline(Duration::from_secs(30)).no_retry();
    let idle = peak()?;
    let start = Instant::now();
    let end = match name {
        "items" => client.credentials().search().with(options).send().await.map(drop),
        "stream" => {
            let call = client.credentials().get("1").with(options.max_body(300 << 20));
            let mut download = call.send_streamed().await?;
            download.write_to(std::io::sink()).await.map(drop).map_err(|error| {
                error.downcast::<Error>().unwrap_or_else(|error| Error::Config(error.to_string()))
            })
        }
        _ => client.credentials().get("1").with(options).await.map(drop),
    };
    let end = end.map_or_else(|error| error.to_string(), |()| "a value".to_owned());
    let took = start.elapsed().as_secs_f64();
    println!("{took} {} {end}", (peak()? - idle) as f64 / MIB as f64);
    Ok(())
}

/// An answer that is sent in pieces: the head, a beginning, a piece that is repeated, and an end.
struct Answer {
    head: String,
    parts: [Bytes; 3],
    repeats: usize,
}

impl Answer {
    fn new(name: &str) -> Result<Self, Failure> {
        let small = r#"{"":0},"#;
        let block = Bytes::from(small.repeat(10_000));
        let repeats = 62 * MIB as usize / block.len();
        let plain = |status: &str| format!("HTTP/1.1 {status}\r\nconnection: close\r\n");
        let zipped = |status: &str| plain(status) + "content-encoding: gzip\r\n";
        let parts = |first: &str, middle: &Bytes, last: &str| {
            [
                Bytes::copy_from_slice(first.as_bytes()),
                middle.clone(),
                Bytes::copy_from_slice(last.as_bytes()),
            ]
        };
        let kept = parts(r#"{"credential":{"id":1,"x":["#, &block, "0]}}");
        let gzip = |[first, middle, last]: [Bytes; 3]| -> Result<[Bytes; 3], Failure> {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(&first)?;
            (0..repeats).try_for_each(|_| encoder.write_all(&middle))?;
            encoder.write_all(&last)?;
            Ok([encoder.finish()?.into(), Bytes::new(), Bytes::new()])
        };
        let item = Bytes::from(r#"{"id":1},"#.repeat(10_000));
        Ok(match name {
            "error" => Self {
                head: zipped("400 Bad Request"),
                parts: gzip(parts(r#"{"errors":["#, &block, "0]}"))?,
                repeats: 1,
            },
            "kept" => Self { head: plain("200 OK"), parts: kept, repeats },
            "inflated" => Self { head: zipped("200 OK"), parts: gzip(kept)?, repeats: 1 },
            "items" => Self {
                head: plain("200 OK"),
                parts: parts(r#"{"credentials":["#, &item, r#"{"id":1}]}"#),
                repeats: 100,
            },
            "endless" => Self { head: plain("200 OK"), parts: parts("\"", &block, ""), repeats: usize::MAX },
            _ => Self {
                head: plain("200 OK"),
                parts: parts("", &Bytes::from(vec![b'x'; 1 << 16]), ""),
                repeats: (256 * MIB as usize) >> 16,
            },
        })
    }

    async fn serve(&self, mut socket: TcpStream) -> std::io::Result<()> {
        let mut request = vec![0; 64 << 10];
        let _ = socket.read(&mut request).await?;
        socket.write_all(self.head.as_bytes()).await?;
        socket.write_all(b"\r\n").await?;
        let [first, middle, last] = &self.parts;
        socket.write_all(first).await?;
        for _ in 0..self.repeats {
            socket.write_all(middle).await?;
        }
        socket.write_all(last).await?;
        socket.shutdown().await
    }
}

/// The peak memory of this process, in bytes.
fn peak() -> Result<u64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("there is no VmHWM")?;
    let kib: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kib << 10)
}
