//! Links that log a recipient in once.

use serde_json::json;
use tassel_accredible::model::SsoRequest;

use super::Accredible;
use super::index::Lookup;
use super::input::{model, object};
use super::rejection::Rejection;
use super::render::ISSUER_URL;
use super::store::Credential;
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// The number of links that are kept.
const KEPT: usize = 10_000;

/// A link that was made.
#[derive(Debug)]
pub(super) struct Link {
    code: String,
    /// The number of the credential.
    credential: u64,
    redirect_to: String,
    used: bool,
}

impl Accredible {
    pub(super) fn generate_link(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let request: SsoRequest = model(&object(&incoming.body)?)?;
        if request.embed == Some(true) && request.wallet_view != Some(true) {
            return Err(Rejection::field("embed", "is only supported with wallet_view"));
        }
        let credential = self.last_selected(&request).ok_or(Rejection::NoPublishedCredential)?;
        let (number, code) = (credential.number, world.uuid());
        let page = if request.wallet_view == Some(true) { "wallet" } else { &credential.uuid };
        let link = format!("{}/pages/{page}/sso?code={code}", incoming.origin("accredible"));
        let redirect_to = request.redirect_to.unwrap_or_else(|| ISSUER_URL.to_owned());
        self.links.push_back(Link { code, credential: number, redirect_to, used: false });
        if self.links.len() > KEPT {
            self.links.pop_front();
        }
        Ok(Answer::json(200, &json!({"link": link})))
    }

    /// The most recent of the published credentials that all selectors select. Without a selector there is none.
    fn last_selected(&self, request: &SsoRequest) -> Option<&Credential> {
        let text = |id: Option<String>| id.filter(|id| !id.is_empty());
        let id = text(request.credential_id.as_ref().map(ToString::to_string));
        let recipient = text(request.recipient_id.as_ref().map(ToString::to_string));
        let address = text(request.recipient_email.as_ref().map(ToString::to_string));
        let group = text(request.group_id.as_ref().map(ToString::to_string));
        let is_selected = |credential: &&Credential| {
            credential.published_on.is_some()
                && recipient.as_deref().is_none_or(|id| credential.recipient.id.as_deref() == Some(id))
                && address.as_deref().is_none_or(|address| credential.is_of(address))
                && group.as_deref().is_none_or(|group| credential.group.to_string() == group)
        };
        if let Some(id) = id {
            return self.credentials.find(&id).filter(is_selected);
        }
        let key = address.as_ref().or(group.as_ref()).map(std::slice::from_ref);
        let by = match key {
            Some(key) if address.is_some() => Lookup::Address(key),
            Some(key) => Lookup::Group(key),
            None => Lookup::Nothing,
        };
        address.as_ref().or(group.as_ref()).or(recipient.as_ref())?;
        let selection = self.credentials.select(&by);
        let number = selection.iter().rev().find(is_selected).map(|credential| credential.number);
        self.credentials.get(number?)
    }

    /// Opens a link: a page the first time. Afterwards a link without a place to go to is an error.
    pub(super) fn open_link(&mut self, code: &str) -> Option<Answer> {
        let link = self.links.iter_mut().find(|link| link.code == code)?;
        if std::mem::replace(&mut link.used, true) {
            let text = format!("The link was used before. Log in at {}\n", link.redirect_to);
            return Some(Answer::text(403, text));
        }
        let credential = self.credentials.get(link.credential)?;
        Some(Answer::of_any_kind(200, format!("<!doctype html>\n<title>{}</title>\n", credential.uuid)))
    }
}
