//! The token, in each of its forms.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::ExposeSecret;
use tassel_core::Error;
use tassel_core::kit::SecretString;

use crate::generated::operations::KEY_PREFIX;

/// An account's API token.
///
/// It is in a file from the vendor's API Manager, together with the base URL. Whether it is encoded there, and its content,
/// is not documented. A text is converted to [`Encoded`](Self::Encoded); construct the other forms explicitly.
#[derive(Debug, Clone)]
pub enum Credential {
    /// A token in Base64. It is sent unchanged.
    Encoded(SecretString),
    /// A token that is not in Base64 yet.
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
                    return Err(invalid("begins with `Basic `, which the client adds; remove it"));
                }
                Ok(token.clone())
            }
            Self::Raw(token) => Ok(STANDARD.encode(trimmed(token)?).into()),
            Self::Pair { key, secret } => {
                let (key, secret) = (trimmed(key)?, trimmed(secret)?);
                if key.contains(':') {
                    return Err(invalid("has a key with a colon, which would end the key"));
                }
                Ok(STANDARD.encode(format!("{key}:{secret}")).into())
            }
        }
    }
}

/// The text, unless it is empty or has white space around it, which the encoding would hide.
fn trimmed(text: &SecretString) -> Result<&str, Error> {
    let text = text.expose_secret();
    if text.is_empty() {
        Err(invalid("is empty"))
    } else if text.trim() != text {
        Err(invalid("begins or ends with white space; remove it"))
    } else {
        Ok(text)
    }
}

fn invalid(problem: &str) -> Error {
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
