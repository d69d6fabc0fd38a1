//! Who may steer a sandbox on a port: programs of this machine, and no page of another site.

use std::net::IpAddr;

use http::header::{CONTENT_TYPE, HOST, ORIGIN};
use http::uri::Authority;
use http::{HeaderMap, HeaderName, Method};

use crate::exchange::Reply;

/// Checks requests to `/` and `/_sandbox`. The vendors' paths are open to any program.
#[derive(Debug, Clone, Default)]
pub(crate) struct Guard {
    /// Names that a `Host` may have beside those of this machine, in lower case.
    hosts: Vec<String>,
}

impl Guard {
    pub(crate) fn allow(&mut self, host: &str) {
        self.hosts.push(host.to_ascii_lowercase());
    }

    /// The refusal of a request, if it is refused.
    pub(crate) fn refuse(&self, method: &Method, headers: &HeaderMap) -> Option<Reply> {
        let host = headers.get(HOST).and_then(|value| value.to_str().ok());
        let Some(authority) = host.and_then(|host| host.parse::<Authority>().ok()) else {
            return Some(Reply::text(403, "The request has no valid Host header.\n"));
        };
        // A name of another site may be made to lead here; an address cannot.
        if !self.is_known(authority.host()) {
            return Some(Reply::text(
                403,
                "The Host of the request is no name of this machine. Ask for localhost, or allow the name with \
                 --allow-host NAME.\n",
            ));
        }
        if matches!(*method, Method::GET | Method::HEAD) {
            return None;
        }
        let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
        let own = |origin: &str| {
            origin.split_once("://").is_some_and(|(_, host)| Some(host) == authority_of(headers))
        };
        let is_foreign = text(ORIGIN).is_some_and(|origin| !own(origin))
            || text(HeaderName::from_static("sec-fetch-site"))
                .is_some_and(|site| !matches!(site, "same-origin" | "none"));
        if is_foreign {
            return Some(Reply::text(403, "A page of another site may not steer the sandbox.\n"));
        }
        let is_json = text(CONTENT_TYPE).is_some_and(|value| {
            value.split(';').next().is_some_and(|it| it.trim().eq_ignore_ascii_case("application/json"))
        });
        if !is_json && *method != Method::DELETE {
            return Some(Reply::text(
                415,
                "Send the header `content-type: application/json`, as with curl -H 'content-type: application/json'. \
                 It keeps pages of other sites out.\n",
            ));
        }
        None
    }

    fn is_known(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        let address = host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost"
            || host.ends_with(".localhost")
            || address.parse::<IpAddr>().is_ok()
            || self.hosts.contains(&host)
    }
}

fn authority_of(headers: &HeaderMap) -> Option<&str> {
    headers.get(HOST)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_steer() {
        let mut guard = Guard::default();
        guard.allow("Sandbox.internal");
        let json = ("content-type", "application/json; charset=utf-8");
        let here = ("host", "127.0.0.1:8700");
        for (label, method, headers, want) in [
            ("a reader", "GET", vec![here], None),
            ("a program", "POST", vec![here, json], None),
            ("by name", "POST", vec![("host", "LOCALHOST:8700"), json], None),
            ("IPv6", "PATCH", vec![("host", "[::1]:8700"), json], None),
            ("an allowed name", "POST", vec![("host", "sandbox.internal:8700"), json], None),
            ("its own page", "POST", vec![here, json, ("origin", "http://127.0.0.1:8700")], None),
            ("a removal", "DELETE", vec![here], None),
            ("a rebound name", "GET", vec![("host", "attacker.example:8700")], Some(403)),
            ("a name like ours", "GET", vec![("host", "localhost.attacker.example")], Some(403)),
            ("a name with our address in it", "GET", vec![("host", "127.0.0.1.attacker.example")], Some(403)),
            ("no host", "GET", vec![], Some(403)),
            ("a form", "POST", vec![here, ("content-type", "text/plain")], Some(415)),
            ("no content type", "PATCH", vec![here], Some(415)),
            ("another site", "POST", vec![here, json, ("origin", "https://attacker.example")], Some(403)),
            ("another port", "POST", vec![here, json, ("origin", "http://127.0.0.1:3000")], Some(403)),
            ("a page without an origin", "POST", vec![here, json, ("origin", "null")], Some(403)),
            ("another site, by fetch", "POST", vec![here, json, ("sec-fetch-site", "cross-site")], Some(403)),
            (
                "a removal by another site",
                "DELETE",
                vec![here, ("origin", "https://attacker.example")],
                Some(403),
            ),
        ] {
            let headers = headers
                .into_iter()
                .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
            let reply = guard.refuse(&method.parse().unwrap(), &headers.collect());
            assert_eq!(reply.map(|reply| reply.status().as_u16()), want, "{label}");
        }
    }
}
