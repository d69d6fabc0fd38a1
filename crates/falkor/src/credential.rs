//! The token, in the forms an account may have it in.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::ExposeSecret;
use tassel_core::Error;
use tassel_core::kit::SecretString;

use crate::generated::operations::KEY_PREFIX;

/// An account's API token.
///
/// It comes in a file from the vendor's API Manager, together with the base URL. Whether the file holds it encoded, and
/// what is inside, is not documented: a text becomes [`Encoded`](Self::Encoded), and the other forms are asked for.
#[derive(Debug, Clone)]
pub enum Credential {
    /// In Base64 already: sent as it is.
    Encoded(SecretString),
    /// Not yet in Base64.
    Raw(SecretString),
    /// A key and a secret: sent as the Base64 of `key:secret`.
    Pair {
        /// The key.
        key: SecretString,
        /// The secret.
        secret: SecretString,
    },
}

impl Credential {
    /// The token in Base64.
    pub(crate) fn encoded(&self) -> Result<SecretString, Error> {
        match self {
            Self::Encoded(token) => {
                let text = token.expose_secret();
                if text.get(..KEY_PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(KEY_PREFIX)) {
                    return Err(wrong("begins with `Basic `, which is added by itself; leave it off"));
                }
                Ok(token.clone())
            }
            Self::Raw(token) => Ok(STANDARD.encode(whole(token)?).into()),
            Self::Pair { key, secret } => {
                let (key, secret) = (whole(key)?, whole(secret)?);
                if key.contains(':') {
                    return Err(wrong("has a key with a colon in it, which would end the key"));
                }
                Ok(STANDARD.encode(format!("{key}:{secret}")).into())
            }
        }
    }
}

/// A text that was not cut out of a file with too much or too little around it: once encoded, nobody would see.
fn whole(text: &SecretString) -> Result<&str, Error> {
    let text = text.expose_secret();
    if text.is_empty() {
        Err(wrong("is empty"))
    } else if text.trim() != text {
        Err(wrong("begins or ends with white space; remove it"))
    } else {
        Ok(text)
    }
}

fn wrong(problem: &str) -> Error {
    Error::Config(format!("the token {problem}"))
}

impl From<SecretString> for Credential {
    fn from(token: SecretString) -> Self {
        Self::Encoded(token)
    }
}

impl From<String> for Credential {
    fn from(token: String) -> Self {
        Self::Encoded(token.into())
    }
}

impl From<&str> for Credential {
    fn from(token: &str) -> Self {
        Self::Encoded(token.into())
    }
}
