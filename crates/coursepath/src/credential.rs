//! The two kinds of credential.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use tassel_core::Error;
use tassel_core::kit::http::{HeaderMap, HeaderValue, header::AUTHORIZATION};
use tassel_core::kit::jiff::Timestamp;
use tassel_core::kit::{ApiKey, Authentication, SecretString};
use tassel_core::transport::BoxError;
use tassel_core::values::Secret;

use crate::generated::operations::KEY_PREFIX;

/// The credential of a member, on whose behalf calls are made.
///
/// The two kinds are different, although older pages of the vendor call the JWT secret an API key.
#[derive(Clone)]
pub enum Credential {
    /// The personal API key of a member, from *Setup, API*.
    ApiKey(SecretString),
    /// A member's email address and the academy's JWT secret, from *Setup, JWT SSO*. A single-use token with the
    /// current time is signed for each attempt, so the machine's clock must be correct.
    Jwt {
        /// The member's email address.
        email: String,
        /// The secret. Its text is the signing key.
        secret: SecretString,
    },
}

impl From<SecretString> for Credential {
    fn from(key: SecretString) -> Self {
        Self::ApiKey(key)
    }
}

impl From<String> for Credential {
    fn from(key: String) -> Self {
        Self::ApiKey(key.into())
    }
}

impl From<&str> for Credential {
    fn from(key: &str) -> Self {
        Self::ApiKey(key.into())
    }
}

/// Shows the kind only.
impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ApiKey(_) => f.debug_tuple("ApiKey").finish_non_exhaustive(),
            Self::Jwt { .. } => f.debug_struct("Jwt").finish_non_exhaustive(),
        }
    }
}

/// Puts the credential into the header of each attempt. Clones share it.
#[derive(Debug, Clone)]
pub(crate) enum Bearer {
    Key(ApiKey),
    Token(Arc<RwLock<Signer>>),
}

impl Bearer {
    pub(crate) fn new(credential: Credential) -> Result<Self, Error> {
        Ok(match credential {
            Credential::ApiKey(key) => Self::Key(ApiKey::new(AUTHORIZATION, KEY_PREFIX, &key)?),
            Credential::Jwt { email, secret } => {
                Self::Token(Arc::new(RwLock::new(Signer::new(email, secret)?)))
            }
        })
    }

    pub(crate) fn replace(&self, credential: Credential) -> Result<(), Error> {
        match (self, credential) {
            (Self::Key(key), Credential::ApiKey(new)) => key.replace(&new),
            (Self::Token(signer), Credential::Jwt { email, secret }) => {
                let new = Signer::new(email, secret)?;
                *signer.write().unwrap_or_else(PoisonError::into_inner) = new;
                Ok(())
            }
            _ => Err(Error::Config(
                "an API key cannot replace a JWT secret, nor a JWT secret an API key; build another client"
                    .to_owned(),
            )),
        }
    }
}

#[async_trait]
impl Authentication for Bearer {
    async fn authenticate(&self, headers: &mut HeaderMap, now: Timestamp) -> Result<(), BoxError> {
        match self {
            Self::Key(key) => key.authenticate(headers, now).await,
            Self::Token(signer) => {
                let token = signer.read().unwrap_or_else(PoisonError::into_inner).token(now)?;
                let mut value = HeaderValue::try_from(format!("{KEY_PREFIX}{token}"))?;
                value.set_sensitive(true);
                headers.insert(AUTHORIZATION, value);
                Ok(())
            }
        }
    }

    fn renews(&self) -> bool {
        matches!(self, Self::Token(_))
    }

    fn identity(&self) -> SecretString {
        match self {
            Self::Key(key) => key.identity(),
            Self::Token(signer) => signer.read().unwrap_or_else(PoisonError::into_inner).identity.clone(),
        }
    }
}

/// Signs tokens.
pub(crate) struct Signer {
    email: String,
    key: Hmac<Sha256>,
    random: Mutex<fastrand::Rng>,
    identity: SecretString,
}

impl Signer {
    fn new(email: String, secret: SecretString) -> Result<Self, Error> {
        let invalid = |problem: &str| Err(Error::Config(problem.to_owned()));
        let secret = Secret::from(secret);
        let text = secret.expose();
        if email.trim().is_empty() {
            return invalid("the member's email address is empty");
        }
        if text.trim().is_empty() {
            return invalid("the JWT secret is empty");
        }
        if text.trim() != text {
            return invalid("the JWT secret begins or ends with white space; remove it");
        }
        let Ok(key) = Hmac::<Sha256>::new_from_slice(text.as_bytes()) else {
            return invalid("the JWT secret cannot be signed with");
        };
        let tag = key.clone().chain_update(&email).finalize().into_bytes();
        let identity = URL_SAFE_NO_PAD.encode(tag).into();
        Ok(Self { email, key, random: Mutex::new(fastrand::Rng::new()), identity })
    }

    /// A new token.
    fn token(&self, now: Timestamp) -> Result<String, serde_json::Error> {
        // 53 bits are exact in any JSON parser; 0 is not drawn.
        let jti = self.random.lock().unwrap_or_else(PoisonError::into_inner).u64(1..1 << 53);
        self.sign(jti, now.as_second())
    }

    fn sign(&self, jti: u64, iat: i64) -> Result<String, serde_json::Error> {
        let email = serde_json::to_string(&Value::from(self.email.as_str()))?;
        let claims = format!(r#"{{"jti":{jti},"iat":{iat},"email":{email}}}"#);
        let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
        let signed = format!("{}.{}", part(r#"{"typ":"JWT","alg":"HS256"}"#), part(&claims));
        let signature = self.key.clone().chain_update(&signed).finalize().into_bytes();
        Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jwt(email: &str, secret: &str) -> Credential {
        Credential::Jwt { email: email.to_owned(), secret: secret.into() }
    }

    #[test]
    fn signs_as_the_vendor_does() {
        // Made once with another implementation of HS256.
        let signer = Signer::new("integration.bot@example.org".to_owned(), "example-shared-secret".into());
        assert_eq!(
            signer.unwrap().sign(730_114_298, 1_709_287_200).unwrap(),
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJqdGkiOjczMDExNDI5OCwiaWF0IjoxNzA5Mjg3MjAwLCJlbWFpbCI6ImludGVncmF0\
             aW9uLmJvdEBleGFtcGxlLm9yZyJ9.FEtJ64j_tfYIYVKO8jpJRh8fyE6wyWH2d15XEouXKpA",
        );
    }

    #[test]
    fn each_token_has_an_id_of_its_own_below_2_to_the_53() {
        let signer = Signer::new("\"odd\"@example.org".to_owned(), "s3cret".into()).unwrap();
        let mut numbers = std::collections::BTreeSet::new();
        for second in 0..1000 {
            let token = signer.token(Timestamp::from_second(second).unwrap()).unwrap();
            let claims = URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap();
            let claims: Value = serde_json::from_slice(&claims).unwrap();
            assert_eq!(
                (claims["email"].as_str(), claims["iat"].as_i64()),
                (Some("\"odd\"@example.org"), Some(second))
            );
            let jti = claims["jti"].as_u64().unwrap();
            assert!((1..1 << 53).contains(&jti));
            numbers.insert(jti);
        }
        assert_eq!(numbers.len(), 1000);
    }

    #[test]
    fn invalid_credentials_are_refused() {
        for (label, credential, words) in [
            ("an empty key", "".into(), "the API key is empty"),
            ("a key and a line end", "k\n".into(), "white space"),
            ("no address", jwt(" ", "s3cret"), "email address is empty"),
            ("no secret", jwt("a@example.org", ""), "the JWT secret is empty"),
            ("a secret and a space", jwt("a@example.org", "s3cret "), "white space"),
        ] {
            let error = Bearer::new(credential).unwrap_err().to_string();
            assert!(error.contains(words) && !error.contains("s3cret"), "{label}: {error}");
        }
        let key = Bearer::new("k".into()).unwrap();
        let token = Bearer::new(jwt("a@example.org", "s3cret")).unwrap();
        for (label, current, new) in [
            ("a secret for a key", &key, jwt("a@example.org", "s")),
            ("a key for a secret", &token, "k".into()),
        ] {
            assert!(
                current.replace(new).unwrap_err().to_string().contains("build another client"),
                "{label}"
            );
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        for credential in ["s3cret".into(), jwt("a@example.org", "s3cret")] {
            let shown = format!("{credential:?} {:?}", Bearer::new(credential.clone()).unwrap());
            assert!(!shown.contains("s3cret"), "{shown}");
        }
    }
}
