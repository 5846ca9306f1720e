//! The check of a token: one request that only reads.

use std::collections::BTreeMap;
use std::sync::Arc;

use homeport_core::address::PerFamily;
use homeport_core::catalogue::Catalogue;
use homeport_core::event::{Answer, Trouble};
use homeport_core::request::{Response, Secret, TokenReport};
use homeport_core::settings::ProviderId;
use homeport_core::text::Texts;
use tokio::sync::oneshot;

use super::actions::task;
use super::{Driver, Fields};
use crate::converse::converse;

impl Driver {
    pub(super) fn check_token(
        &self,
        provider: String,
        account: Option<String>,
        fields: Fields,
        secrets: BTreeMap<String, Secret>,
        answer: oneshot::Sender<Response>,
    ) {
        let id = ProviderId(provider);
        let Some(card) = self.catalogue.provider(&id).map(homeport_core::catalogue::Provider::card) else {
            let refusal = self.refusal("unknown-provider", &[("provider", id.0)], Some("provider"));
            let _ = answer.send(Response::Refused(refusal));
            return;
        };
        let stored = account.filter(|_| secrets.is_empty()).and_then(|typed| self.account_id(&typed));
        let stored = stored.and_then(|id| self.settings.account(&id)).filter(|account| account.provider == id).cloned();
        let (vault, keys) = (self.vault.clone(), self.catalogue.secret_keys(&id));
        let (catalogue, transport) = (Arc::clone(&self.catalogue), Arc::clone(&self.transport));
        let refused = self.refusal("no-secret", &[("host", card.name.clone())], None);
        tokio::spawn(async move {
            let (fields, secrets) = match stored {
                Some(account) => {
                    let Ok(secrets) = vault.read(&account.id, &keys).await else {
                        let _ = answer.send(Response::Refused(refused));
                        return;
                    };
                    (account.fields, secrets)
                }
                None => (fields, secrets),
            };
            let task = task(Vec::new(), PerFamily::default(), fields, secrets, false);
            let (zones, said) = match catalogue.begin_check(&id, task) {
                Ok(conversation) => {
                    let answers = converse(conversation, &transport).await;
                    (Catalogue::zones_of(&answers), answers.into_values().next())
                }
                Err(error) => (Vec::new(), Some(Answer::NotSent(Trouble::Settings(error.to_string())))),
            };
            let rights = &card.access_rights;
            let report = TokenReport::new(&id.0, &card.name, rights, &zones, said.as_ref(), &Texts::current());
            let _ = answer.send(Response::Token(report));
        });
    }
}
