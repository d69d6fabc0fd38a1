//! Access to the controls of a served sandbox: programs may use them, pages of other sites may not.

use std::net::IpAddr;

use http::header::{CONTENT_TYPE, HOST, ORIGIN};
use http::uri::Authority;
use http::{HeaderMap, HeaderValue, Method};

use crate::exchange::Answer;

/// Checks requests to `/` and `/_sandbox`. The vendors' paths are open to any program.
#[derive(Debug, Clone, Default)]
pub(crate) struct Guard {
    /// Additional names that `Host` may have, in lower case.
    hosts: Vec<String>,
}

impl Guard {
    pub(crate) fn allow(&mut self, host: &str) {
        self.hosts.push(without_brackets(host).to_ascii_lowercase());
    }

    /// The rejection of a request, if it is not allowed. `bound` is the address that its connection arrived at.
    pub(crate) fn reject(
        &self,
        method: &Method,
        headers: &HeaderMap,
        has_body: bool,
        bound: Option<IpAddr>,
    ) -> Option<Answer> {
        let reject = |status, text: String| Some(Answer::text(status, text + "\n"));
        let mut hosts =
            headers.get_all(HOST).iter().map(|host| host.to_str().ok()?.parse::<Authority>().ok());
        let (Some(Some(host)), None) = (hosts.next(), hosts.next()) else {
            return reject(403, "Send one Host header, such as localhost.".to_owned());
        };
        // DNS rebinding: another site can resolve its own name to this machine.
        let name = without_brackets(host.host());
        if !self.is_known(name, bound) {
            return reject(
                403,
                format!(
                    "`{name}` is not a name of this sandbox. Use localhost, or start it with --allow-host {name}."
                ),
            );
        }
        let is_own = |origin: &HeaderValue| {
            let origin = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
            origin.is_some_and(|(_, authority)| authority.eq_ignore_ascii_case(host.as_str()))
        };
        let is_own_site = |site: &HeaderValue| site == "same-origin" || site == "none";
        if !headers.get_all(ORIGIN).iter().all(is_own)
            || !headers.get_all("sec-fetch-site").iter().all(is_own_site)
        {
            return reject(
                403,
                "A page of another site may not use the sandbox's controls. Use them from a program."
                    .to_owned(),
            );
        }
        let needs_type = match *method {
            Method::POST | Method::PATCH => true,
            Method::PUT | Method::DELETE => has_body,
            _ => false,
        };
        // Other content types need no preflight, so a page of another site can send them.
        if needs_type && !is_json(headers) {
            return reject(415, "Send the header `content-type: application/json`.".to_owned());
        }
        None
    }

    fn is_known(&self, name: &str, bound: Option<IpAddr>) -> bool {
        let name = name.to_ascii_lowercase();
        let is_address = name.parse::<IpAddr>().is_ok_and(|address| {
            address.is_loopback() || bound.is_some_and(|bound| bound.to_canonical() == address.to_canonical())
        });
        is_address || name == "localhost" || name.ends_with(".localhost") || self.hosts.contains(&name)
    }
}

fn without_brackets(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}

fn is_json(headers: &HeaderMap) -> bool {
    let mut types = headers.get_all(CONTENT_TYPE).iter().map(|value| value.to_str().unwrap_or_default());
    let (Some(given), None) = (types.next(), types.next()) else { return false };
    let given = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    given == "application/json" || (given.starts_with("application/") && given.ends_with("+json"))
}

#[cfg(test)]
mod tests {
    use http::HeaderName;

    use super::*;

    #[test]
    fn controls_are_closed_to_other_sites() {
        let mut guard = Guard::default();
        guard.allow("Sandbox.internal");
        guard.allow("[2001:db8::7]");
        let bound = "::ffff:192.0.2.7".parse().unwrap();
        let json = ("content-type", "application/json; charset=utf-8");
        let here = ("host", "127.0.0.1:8700");
        for (label, method, headers, want) in [
            ("a GET", "GET", vec![here], None),
            ("a program", "POST", vec![here, json], None),
            ("by name", "POST", vec![("host", "LOCALHOST:8700"), json], None),
            ("IPv6", "PATCH", vec![("host", "[::1]:8700"), json], None),
            ("an allowed name", "POST", vec![("host", "sandbox.internal:8700"), json], None),
            ("an allowed address", "POST", vec![("host", "[2001:db8::7]:8700"), json], None),
            ("the address that is bound", "POST", vec![("host", "192.0.2.7:8700"), json], None),
            ("a subdomain of this machine", "POST", vec![("host", "a.localhost:8700"), json], None),
            ("a patch", "PATCH", vec![here, ("content-type", "application/merge-patch+json")], None),
            ("another address", "POST", vec![("host", "192.0.2.8:8700"), json], Some(403)),
            ("every address", "POST", vec![("host", "0.0.0.0:8700"), json], Some(403)),
            ("a user before the host", "POST", vec![("host", "localhost@attacker.example"), json], Some(403)),
            ("a JSON-like form", "POST", vec![here, ("content-type", "text/plain+json")], Some(415)),
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
            let answer = guard.reject(&method.parse().unwrap(), &headers.collect(), false, Some(bound));
            assert_eq!(answer.map(|answer| answer.status().as_u16()), want, "{label}");
        }
    }
}
