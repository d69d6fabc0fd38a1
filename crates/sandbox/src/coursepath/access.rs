//! Authentication by a personal API key or a single-use token, and the rights of members.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use http::header::AUTHORIZATION;
use serde_json::Value;
use sha2::Sha256;
use tassel_core::operation::Safety;
use tassel_coursepath::OperationId;

use super::answer::Rejection;
use super::{Coursepath, OWNER, Rights};
use crate::exchange::Incoming;
use crate::sandbox::World;

/// The member on whose behalf a call is made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Caller(pub(super) u64);

impl Coursepath {
    /// Authenticates and authorizes a request. A token is used up.
    pub(super) fn admit(&mut self, incoming: &Incoming, world: &World) -> Result<Caller, Rejection> {
        let given = incoming.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let given = given.and_then(|value| value.strip_prefix("Bearer ")).ok_or(Rejection::NoCredential)?;
        let email = if given == self.settings.api_key {
            OWNER.to_owned()
        } else {
            self.redeem(given, world).map_err(Rejection::Credential)?
        };
        let member = self.members.values().find(|member| member.is_at(&email));
        let member = member.ok_or(Rejection::Credential("the member is not known"))?;
        let rights = if email == OWNER { self.settings.owner } else { Rights::Learner };
        let may = match rights {
            Rights::Administrator => true,
            Rights::Learner => may_without_rights(incoming, member.id),
            Rights::None => false,
        };
        if may { Ok(Caller(member.id)) } else { Err(Rejection::Forbidden) }
    }

    /// Checks a token and marks it as used. Returns the address in it.
    fn redeem(&mut self, token: &str, world: &World) -> Result<String, &'static str> {
        let settings = &self.settings;
        let [header, claims, signature] = <[&str; 3]>::try_from(token.split('.').collect::<Vec<_>>())
            .map_err(|_| "the key is not known, and it is no token")?;
        let part = |text: &str| -> Option<Value> {
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
        };
        let head = part(header).ok_or("the token's header cannot be read")?;
        if head["alg"] != "HS256" || head["typ"] != "JWT" {
            return Err("the token is not signed with HS256");
        }
        let signed = token.strip_suffix(&format!(".{signature}")).unwrap_or_default();
        let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| "the signature cannot be read")?;
        let key = Hmac::<Sha256>::new_from_slice(settings.jwt_secret.as_bytes());
        let key = key.map_err(|_| "the secret cannot be used")?;
        key.chain_update(signed).verify_slice(&signature).map_err(|_| "the signature is not right")?;
        let claims = part(claims).ok_or("the claims cannot be read")?;
        let iat = claims["iat"].as_i64().ok_or("the claim iat is missing")?;
        let email = claims["email"].as_str().ok_or("the claim email is missing")?;
        let jti = match &claims["jti"] {
            Value::Number(number) => number.to_string(),
            Value::String(text) if !text.is_empty() => text.clone(),
            _ => return Err("the claim jti is missing"),
        };
        let now = world.clock.now().as_second();
        if iat < now.saturating_sub(settings.iat_past) || iat > now.saturating_add(settings.iat_future) {
            return Err("the token is too old, or not of this time");
        }
        // Older tokens are rejected by age.
        self.used.retain(|_, made| *made >= now.saturating_sub(settings.iat_past));
        match self.used.insert(jti, iat) {
            Some(_) => Err("the token was used before"),
            None => Ok(email.to_owned()),
        }
    }
}

/// Whether any member may do this: read the courses, the groups and their own records.
fn may_without_rights(incoming: &Incoming, id: u64) -> bool {
    let open = matches!(
        OperationId::of(incoming.operation),
        Some(
            OperationId::CoursesList
                | OperationId::CoursesGet
                | OperationId::GroupsList
                | OperationId::MembersMe
        )
    );
    open || incoming.operation.safety == Safety::ReadOnly && incoming.value("memberId") == id.to_string()
}
