//! The rewards of pathways, and their vouchers.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::Falkor;
use super::input::{self, Rejection};
use super::messages::{Message, ShownReward, ShownVoucher};
use super::pathways::{PATHWAYS, Search};
use crate::sandbox::World;

/// A voucher.
#[derive(Debug, Clone)]
pub(super) struct Voucher {
    /// In lower case.
    pub(super) email: String,
    pub(super) guid: String,
    pub(super) state: &'static str,
    pub(super) expires: &'static str,
}

/// The states of a voucher.
const STATES: [&str; 5] = ["pending", "notified", "verify", "redeemed", "expired"];

impl Falkor {
    /// A user receives a voucher of a pathway's reward.
    pub(super) fn reward(&mut self, pathway: usize, email: &str, world: &mut World) -> Value {
        let guid = world.uuid();
        let voucher =
            Voucher { email: email.to_owned(), guid: guid.clone(), state: "notified", expires: "never" };
        self.pathways[pathway].vouchers.push(voucher);
        self.emit_reward(pathway, &guid, world);
        json!({"guid": guid})
    }

    fn emit_reward(&self, pathway: usize, guid: &str, world: &mut World) {
        let all = self.settings.webhooks_tell_all;
        let reward = self.shown_reward(pathway, |it| all || it.guid == guid);
        Message::Rewards { pathway: PATHWAYS[pathway].shown(), rewards: vec![reward] }.emit("rewards", world);
    }

    /// The reward of a pathway, with the vouchers that are wanted.
    fn shown_reward(&self, pathway: usize, wanted: impl Fn(&Voucher) -> bool) -> ShownReward<'_> {
        let (id, name) = PATHWAYS[pathway].reward;
        let vouchers = self.pathways[pathway].vouchers.iter();
        let vouchers = vouchers.filter(|it| self.settings.list_redeemed || it.state != "redeemed");
        let vouchers = vouchers.filter(|it| wanted(it)).filter_map(|it| {
            let person = self.named(&it.email)?;
            Some(ShownVoucher { guid: &it.guid, person, state: it.state, expires: it.expires })
        });
        ShownReward { id, name, vouchers: vouchers.collect() }
    }

    pub(super) fn list_rewards(&self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let search = Search::read(parameters, "search")?;
        let found = PATHWAYS.iter().enumerate().filter(|(_, plan)| {
            search.finds(plan.id, plan.name) || search.finds(plan.reward.0, plan.reward.1)
        });
        Ok(found
            .map(|(pathway, plan)| {
                json!({"pathway": plan.shown(), "rewards": [self.shown_reward(pathway, |_| true)]})
            })
            .collect())
    }

    pub(super) fn consume_vouchers(
        &mut self,
        parameters: &Map<String, Value>,
        world: &mut World,
    ) -> Result<Value, Rejection> {
        let guids: BTreeSet<_> = input::required_texts(parameters, "guids")?.into_iter().collect();
        let state = input::one_of(parameters, "state", &STATES)?;
        let mut changed = Vec::new();
        for (pathway, records) in self.pathways.iter_mut().enumerate() {
            for voucher in &mut records.vouchers {
                if guids.contains(voucher.guid.as_str()) && voucher.state != state {
                    voucher.state = state;
                    changed.push((pathway, voucher.guid.clone()));
                }
            }
        }
        if self.settings.calls_send_events {
            changed.iter().for_each(|(pathway, guid)| self.emit_reward(*pathway, guid, world));
        }
        Ok(json!({"changed": self.settings.count(changed.len())}))
    }
}
