//! Base URLs. No input can change the host of a request.

use std::borrow::Cow;

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::error::Error;

/// The URL that every path is appended to.
#[derive(Debug, Clone)]
pub(crate) struct BaseUrl {
    /// Without a slash at its end.
    text: String,
    scheme: Scheme,
    authority: Authority,
    /// The path that every request path begins with.
    path: String,
    host: String,
    port: Option<u16>,
    loopback: bool,
}

impl BaseUrl {
    /// Reads a base URL: `https`, or `http` to this machine. The text may omit `https://` and the path `base_path`,
    /// with which every base URL ends.
    pub(crate) fn parse(text: &str, base_path: &str) -> Result<Self, Error> {
        let wrong = |problem: &str| Err(Error::Config(format!("the base URL {problem}")));
        let mut text = Cow::Borrowed(text.trim());
        if !text.contains("://") && !text.is_empty() {
            text = format!("https://{text}").into();
        }
        let Ok(uri) = text.parse::<Uri>() else {
            return wrong("is not a URL; write it like https://api.example.com");
        };
        let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
            return wrong("has no scheme or no host; write it like https://api.example.com");
        };
        if authority.as_str().contains('@') {
            return wrong("holds a user name; credentials are given on their own, not in the URL");
        }
        if uri.query().is_some() || text.contains('#') {
            return wrong("holds a query or a fragment; leave it off");
        }
        let host = authority.host().to_ascii_lowercase();
        let loopback = is_loopback(&host);
        match scheme.as_str() {
            "https" => {}
            "http" if loopback => {}
            "http" => {
                return wrong("begins with http://, which would send the key in the clear; use https://");
            }
            _ => return wrong("must begin with https://"),
        }
        let path = uri.path().trim_end_matches('/');
        let path = path.strip_suffix(base_path).unwrap_or(path).to_owned() + base_path;
        Ok(Self {
            text: format!("{scheme}://{authority}{path}"),
            scheme: scheme.clone(),
            authority: authority.clone(),
            path,
            port: authority.port_u16(),
            loopback: loopback && *scheme == Scheme::HTTP,
            host,
        })
    }

    /// The path that every request path begins with.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The URL of a path and its query.
    pub(crate) fn uri(&self, path: String) -> Result<Uri, http::Error> {
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(PathAndQuery::try_from(path)?);
        Ok(Uri::from_parts(parts)?)
    }

    /// A URL of any host that a reply named. It must be `https`, or `http` to this machine if the base URL is, too.
    pub(crate) fn elsewhere(&self, url: &str) -> Result<Uri, String> {
        let uri: Uri = url.parse().map_err(|_| "it is not a URL".to_owned())?;
        let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
            return Err("it has no scheme or no host".to_owned());
        };
        if authority.as_str().contains('@') {
            return Err("it holds a user name".to_owned());
        }
        let is_here = self.loopback && is_loopback(&authority.host().to_ascii_lowercase());
        if *scheme == Scheme::HTTPS || (*scheme == Scheme::HTTP && is_here) {
            Ok(uri)
        } else {
            Err("it must begin with https://".to_owned())
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The host, and the port if the URL names one.
    pub(crate) fn authority(&self) -> String {
        self.port.map_or_else(|| self.host.clone(), |port| format!("{}:{port}", self.host))
    }

    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    /// Whether requests go to this machine over plain HTTP.
    pub(crate) fn is_loopback(&self) -> bool {
        self.loopback
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// All characters except the unreserved ones of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Escapes a value for a path or a query.
pub(crate) fn escape(value: &str) -> Cow<'_, str> {
    utf8_percent_encode(value, RESERVED).into()
}

/// Whether a path value would lead to another endpoint, because URL libraries drop or resolve it.
pub(crate) fn is_misleading(value: &str) -> bool {
    matches!(value, "" | "." | "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_base_urls() {
        for (label, text, want) in [
            ("https", "https://api.example.com/", "https://api.example.com"),
            ("prefix", "https://api.example.com/api/v2/", "https://api.example.com/api/v2"),
            ("port", "https://api.example.com:8443", "https://api.example.com:8443"),
            ("host alone", " api.example.com ", "https://api.example.com"),
            ("host and port alone", "api.example.com:8443", "https://api.example.com:8443"),
            ("host and path alone", "api.example.com/x/", "https://api.example.com/x"),
            ("loopback name", "http://localhost:9000", "http://localhost:9000"),
            ("loopback v4", "http://127.0.0.1:9000/x", "http://127.0.0.1:9000/x"),
            ("loopback v6", "http://[::1]:9000", "http://[::1]:9000"),
        ] {
            assert_eq!(BaseUrl::parse(text, "").unwrap().as_str(), want, "{label}");
        }
        for (label, text, want) in [
            ("host", "https://api.example.com", "https://api.example.com/api/v2"),
            ("whole", "https://api.example.com/api/v2/", "https://api.example.com/api/v2"),
            ("prefix", "https://example.com/learn/", "https://example.com/learn/api/v2"),
        ] {
            assert_eq!(BaseUrl::parse(text, "/api/v2").unwrap().as_str(), want, "{label}");
        }
        for (label, text, want) in [
            ("http", "http://api.example.com", "begins with http://"),
            ("http to a name like loopback", "http://localhost.example.com", "begins with http://"),
            ("http to a name like an address", "http://127.0.0.1.example.com", "begins with http://"),
            ("user", "https://user:secret@api.example.com", "holds a user name"),
            ("user before loopback", "http://127.0.0.1@api.example.com", "holds a user name"),
            ("query", "https://api.example.com?key=secret", "holds a query"),
            ("fragment", "https://api.example.com#x", "holds a query or a fragment"),
            ("user without a scheme", "user:secret@api.example.com", "holds a user name"),
            ("path", "/v1", "is not a URL"),
            ("other scheme", "ftp://api.example.com", "must begin with https://"),
            ("empty", "", "is not a URL"),
            ("spaces", "https://api example.com", "is not a URL"),
        ] {
            let error = BaseUrl::parse(text, "").unwrap_err().to_string();
            assert!(error.contains(want), "{label}: {error}");
            assert!(!error.contains("secret"), "{label}: {error}");
        }
    }

    #[test]
    fn reads_urls_of_other_hosts() {
        let (away, here) = ("https://api.example.com", "http://127.0.0.1:9000");
        let plain = "it must begin with https://";
        for (base, url, want) in [
            (away, "https://files.example.org/a.pdf?signature=x%2Fy", Ok(())),
            (here, "https://files.example.org/a.pdf", Ok(())),
            (here, "http://localhost:9001/a.pdf", Ok(())),
            (away, "http://files.example.org/a.pdf", Err(plain)),
            (away, "http://127.0.0.1/a.pdf", Err(plain)),
            (here, "http://files.example.org/a.pdf", Err(plain)),
            (here, "http://127.0.0.1.example.org/a.pdf", Err(plain)),
            (away, "ftp://files.example.org/a.pdf", Err(plain)),
            (away, "https://key@files.example.org/a.pdf", Err("it holds a user name")),
            (away, "files.example.org/a.pdf", Err("it is not a URL")),
            (away, "/a.pdf", Err("it has no scheme or no host")),
            (away, "a b", Err("it is not a URL")),
        ] {
            let read = BaseUrl::parse(base, "").unwrap().elsewhere(url);
            assert_eq!(
                read.map(|uri| assert_eq!(uri.to_string(), url)),
                want.map_err(str::to_owned),
                "{url}"
            );
        }
    }

    #[test]
    fn escapes_all_but_unreserved() {
        for (value, want) in [
            ("aZ09-._~", "aZ09-._~"),
            ("a/b?c#d", "a%2Fb%3Fc%23d"),
            ("a b+c%2F", "a%20b%2Bc%252F"),
            ("é@x", "%C3%A9%40x"),
            ("\0\n", "%00%0A"),
        ] {
            assert_eq!(escape(value), want);
        }
    }
}
