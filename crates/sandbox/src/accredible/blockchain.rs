//! Blockchain records, private links and the redirect to the page of a credential.

use serde_json::{Value, json};

use super::rejection::Rejection;
use super::render::{self, ISSUER};
use super::store::Credential;
use super::{Accredible, Chain};
use crate::exchange::{Answer, Incoming};

impl Accredible {
    /// Redirects to the page of a published credential.
    pub(super) fn redirect(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let issuer = incoming.query("issuer_id") == Some(ISSUER.to_string().as_str());
        let credential = self.credentials.find(incoming.query("id").unwrap_or_default());
        let credential =
            credential.filter(|it| issuer && it.published_on.is_some() && self.reaches(it.group));
        let credential = credential.ok_or(Rejection::NoCredential)?;
        Ok(Answer::empty(302).header("location", render::url(credential)))
    }

    /// The control `private_link`.
    pub(super) fn private_link(&self, body: &Value) -> Result<Value, String> {
        let id = body["credential"].as_str().ok_or("`credential` is missing: the id of the credential")?;
        let credential = self.credentials.find(id).ok_or_else(|| format!("there is no credential `{id}`"))?;
        let (page, key) = (render::url(credential), key(credential));
        Ok(json!({"link": format!("{page}?key={key}"), "key": key}))
    }

    /// The record of a published credential whose group is recorded.
    pub(super) fn blockchain_data(&self, incoming: &Incoming, second: bool) -> Result<Answer, Rejection> {
        let credential = self.credentials.find_encoded(incoming.value("id"));
        let credential = credential.filter(|it| self.reaches(it.group)).ok_or(Rejection::NoGroup)?;
        if credential.private && incoming.query("key") != Some(key(credential).as_str()) {
            return Err(Rejection::Private);
        }
        let group = self.groups.get(&credential.group);
        let is_recorded = group.is_some_and(|group| group.written.get("blockchain") == Some(&json!(true)));
        if !is_recorded || credential.published_on.is_none() {
            return Err(Rejection::NotFound);
        }
        let mut data = match self.settings.chain {
            Chain::Ethereum if second => ethereum(credential),
            _ => bitcoin(credential),
        };
        if second {
            let chain = match self.settings.chain {
                Chain::Bitcoin => "Bitcoin",
                Chain::Ethereum => "Ethereum",
            };
            data["chain"] = chain.into();
        }
        Ok(Answer::json(200, &json!({"data": data})))
    }
}

/// The key in the private link of a credential.
fn key(credential: &Credential) -> String {
    credential.uuid.chars().rev().filter(|c| *c != '-').collect()
}

fn bitcoin(credential: &Credential) -> Value {
    let page = render::url(credential);
    let issuer = json!({
        "type": "Issuer",
        "id": "https://academy.example.org/issuer",
        "name": "Harbour Academy",
        "url": "https://academy.example.org",
        "email": "registrar@academy.example.org",
    });
    let certificate = json!({
        "type": "Certificate",
        "id": page,
        "name": credential.name,
        "description": credential.description,
        "issuer": issuer,
    });
    let assertion = json!({
        "type": "Assertion",
        "uid": credential.uuid,
        "id": page,
        "issuedOn": credential.issued_on.to_string(),
    });
    let recipient = json!({
        "type": "email",
        "familyName": credential.recipient.name,
        "hashed": false,
        "identity": credential.recipient.email,
    });
    json!({
        "credential_json_data": {
            "@context": "https://w3id.org/blockcerts/v1",
            "type": "CertificateDocument",
            "certificate": certificate,
            "assertion": assertion,
            "verify": {"type": "ECDSA(secp256k1)", "signer": "https://academy.example.org/key", "attribute-signed": "uid"},
            "recipient": recipient,
        },
        "receipt": {
            "@context": "https://w3id.org/chainpoint/v2",
            "type": "ChainpointSHA256v2",
            "targetHash": credential.encoded_id,
            "merkleRoot": credential.encoded_id,
            "proof": [{"left": credential.encoded_id}, {"right": credential.encoded_id}],
            "anchors": [{"type": "BTCOpReturn", "sourceId": credential.encoded_id}],
        },
    })
}

fn ethereum(credential: &Credential) -> Value {
    let issued_on = format!("{}T00:00:00Z", credential.issued_on);
    let document = json!({
        "@context": ["https://www.w3.org/2018/credentials/v1"],
        "type": ["VerifiableCredential"],
        "id": render::url(credential),
        "issuer": "https://academy.example.org/issuer",
        "issuanceDate": issued_on,
        "credentialSubject": {
            "name": credential.recipient.name,
            "claim": {"name": credential.name, "description": credential.description},
        },
        "display": {"contentMediaType": "text/plain", "content": credential.name},
    });
    let mut body = document.clone();
    body["proof"] = json!({
        "id": "https://academy.example.org/proof",
        "type": "DataIntegrityProof",
        "cryptosuite": "ecdsa-2019",
        "proofPurpose": "assertionMethod",
        "created": issued_on,
        "proofValue": format!("z{}", credential.encoded_id),
        "verificationMethod": "https://academy.example.org/key",
    });
    json!({"credential_json_data": document, "receipt": {"txn_id": credential.encoded_id, "body": body}})
}
