//! Writes the webhook into the text of the settings file.

use toml_edit::{DocumentMut, Item, Table, Value};

use super::Webhook;
use super::edit::{EditError, set};

const TABLE: &str = "webhook";

/// Puts a webhook in the place of the one that is there, or takes that away.
///
/// # Errors
///
/// [`EditError::WrongKind`] when `webhook` is no table.
pub fn set_webhook(text: &str, webhook: Option<&Webhook>) -> Result<String, EditError> {
    let mut document: DocumentMut = text.parse().map_err(|_| EditError::NotToml)?;
    let Some(webhook) = webhook else {
        document.remove(TABLE);
        return Ok(document.to_string());
    };
    let table = document.entry(TABLE).or_insert_with(|| Item::Table(Table::new()));
    let table = table.as_table_like_mut().ok_or(EditError::WrongKind(TABLE))?;
    set(table, "url", webhook.url.as_str());
    set(table, "method", webhook.method.word());
    if webhook.body.is_empty() {
        table.remove("body");
    } else {
        set(table, "body", Value::from(webhook.body.as_str()));
    }

    Ok(document.to_string())
}
