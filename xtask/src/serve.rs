//! `cargo xtask serve`: the page on this machine, built again whenever a file changes.

use crate::house::{cannot, files, site};
use crate::setup::{Need, ready};
use crate::{Outcome, build, options};
use std::fs;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

const LOOK_EVERY: Duration = Duration::from_millis(300);

pub(crate) fn run(words: Vec<String>) -> Outcome {
    let [port] = options(words, ["--port"])?;
    let port = port.unwrap_or_else(|| "8080".to_string());
    let port = port
        .parse()
        .map_err(|_| format!("\"{port}\" is not a port: it is a number up to 65535."))?;
    let listener = listen(port)?;
    let kit = ready(Need::Page)?;
    build::all(&kit)?;
    println!("Ebb is at {}", address(&listener)?);
    start(listener, site());

    let mut seen = state()?;
    loop {
        thread::sleep(LOOK_EVERY);
        let now = state()?;
        if now != seen {
            seen = now;
            // A mistake in a file is said and mended in the next round; the last good page goes on being served.
            match build::all(&kit) {
                Ok(()) => println!("Built again; reload the page."),
                Err(sentence) => eprintln!("{sentence}"),
            }
        }
    }
}

/// Takes a port of this machine; 0 takes any that is free.
pub(crate) fn listen(port: u16) -> Outcome<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!(
            "Port {port} is taken by another program. Try another one: cargo xtask serve --port {}",
            port.checked_add(1).unwrap_or(8080)
        ),
        _ => format!("Port {port} cannot be listened on: {error}."),
    })
}

/// Where a browser finds what a listener serves.
pub(crate) fn address(listener: &TcpListener) -> Outcome<String> {
    let local = listener
        .local_addr()
        .map_err(|error| format!("The server has no address: {error}."))?;
    Ok(format!("http://{local}/"))
}

/// Serves a folder in the background for as long as this process lives.
pub(crate) fn start(listener: TcpListener, folder: PathBuf) {
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            // A browser that went away in the middle is no trouble of ours.
            thread::spawn(move || drop(answer(stream, &folder)));
        }
    });
}

/// Name and time of change of every file the page is built from.
fn state() -> Outcome<Vec<(PathBuf, Option<SystemTime>)>> {
    let changed = |file: &Path| fs::metadata(file).and_then(|about| about.modified()).ok();
    let all = files(&build::inputs()).map_err(|error| cannot("read", Path::new("www"), &error))?;
    Ok(all
        .into_iter()
        .map(|file| (file.clone(), changed(&file)))
        .collect())
}

/// One request, one answer, one connection.
fn answer(mut stream: TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(&stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines
        .next()
        .transpose()?
        .is_some_and(|header| !header.is_empty())
    {}

    let mut words = request.split(' ');
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let found = file_of(folder, target).and_then(|file| Some((fs::read(&file).ok()?, file)));
    let (status, kind, body) = match (method, found) {
        ("GET" | "HEAD", Some((bytes, file))) => ("200 OK", kind_of(&file), bytes),
        ("GET" | "HEAD", None) => (
            "404 Not Found",
            TEXT,
            b"There is no such file here.\n".to_vec(),
        ),
        _ => (
            "405 Method Not Allowed",
            TEXT,
            b"Only GET and HEAD.\n".to_vec(),
        ),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file below a folder that a request names. A path that would climb out names none.
fn file_of(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = decode(target.split(['?', '#']).next()?.strip_prefix('/')?)?;
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    if path.contains('\\') || !Path::new(&path).components().all(plain) {
        return None;
    }
    let file = folder.join(path);
    Some(if file.is_dir() {
        file.join("index.html")
    } else {
        file
    })
}

/// %41 is A.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first == b'%' {
            let (code, after) = rest.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok()?);
            rest = after;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

const TEXT: &str = "text/plain; charset=utf-8";

fn kind_of(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|end| end.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_a_file_below_the_site() {
        assert_eq!(
            file_of(&site(), "/sample/a%20b.csv?x=1"),
            Some(site().join("sample/a b.csv"))
        );
    }

    #[test]
    fn a_path_that_climbs_out_names_nothing() {
        for path in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/a/../../b",
            "//etc/passwd",
            "/a\\b",
            "x",
            "/%zz",
        ] {
            assert_eq!(file_of(&site(), path), None, "{path}");
        }
    }
}
