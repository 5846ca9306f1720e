//! The tables `app` and `webhook` of version 1 of the settings file.

use url::{Host, Url};

use super::file::Mistake;
use super::reader::{At, Reader};
use super::version_1::{choice, is_local};
use super::{AppSettings, IconStyle, LogLevel, Notifications, Theme, Webhook, WebhookMethod};
use crate::language::Language;
use crate::webhook;

#[derive(Debug, Default)]
pub(super) struct FileApp {
    language: Option<At<String>>,
    theme: Option<At<String>>,
    notifications: Option<At<String>>,
    icon: Option<At<String>>,
    log: Option<At<String>>,
    proxy: Option<At<String>>,
    proxy_for_echo: bool,
}

#[derive(Debug)]
pub(super) struct FileWebhook {
    url: At<String>,
    method: Option<At<String>>,
    body: Option<At<String>>,
}

pub(super) fn read_app(mut reader: Reader<'_>) -> Result<FileApp, Mistake> {
    let app = FileApp {
        language: reader.text("language")?,
        theme: reader.text("theme")?,
        notifications: reader.text("notifications")?,
        icon: reader.text("icon")?,
        log: reader.text("log")?,
        proxy: reader.text("proxy")?,
        proxy_for_echo: reader.switch("proxy_for_echo", false)?,
    };
    reader.end()?;

    Ok(app)
}

pub(super) fn read_webhook(mut reader: Reader<'_>) -> Result<FileWebhook, Mistake> {
    let webhook =
        FileWebhook { url: reader.needed_text("url")?, method: reader.text("method")?, body: reader.text("body")? };
    reader.end()?;

    Ok(webhook)
}

pub(super) fn app(read: &FileApp) -> Result<AppSettings, Mistake> {
    let languages = Language::ALL.map(|language| (language.tag(), language));
    let theme = [("system", Theme::System), ("light", Theme::Light), ("dark", Theme::Dark)];
    let told = [("all", Notifications::All), ("needs-me", Notifications::NeedsMe), ("none", Notifications::None)];
    let icons = [("monochrome", IconStyle::Monochrome), ("color", IconStyle::Color)];
    let levels = LogLevel::ALL.map(|level| (level.word(), level));

    Ok(AppSettings {
        language: read.language.as_ref().map(|text| choice(text, "app.language", &languages)).transpose()?,
        theme: or_plain(read.theme.as_ref(), "app.theme", &theme)?,
        notifications: or_plain(read.notifications.as_ref(), "app.notifications", &told)?,
        icon: or_plain(read.icon.as_ref(), "app.icon", &icons)?,
        log: or_plain(read.log.as_ref(), "app.log", &levels)?,
        proxy: read.proxy.as_ref().map(proxy).transpose()?,
        proxy_for_echo: read.proxy_for_echo,
    })
}

fn or_plain<T: Copy + Default>(
    read: Option<&At<String>>,
    field: &str,
    choices: &[(&'static str, T)],
) -> Result<T, Mistake> {
    read.map_or(Ok(T::default()), |text| choice(text, field, choices))
}

fn proxy(text: &At<String>) -> Result<String, Mistake> {
    let url = Url::parse(&text.value).ok();
    let id = match &url {
        Some(url) if !url.username().is_empty() || url.password().is_some() => Some("proxy-secret"),
        Some(url) if !matches!(url.scheme(), "http" | "https") || !url.has_host() => Some("bad-proxy"),
        Some(url) if !matches!(url.path(), "" | "/") || url.query().is_some() => Some("bad-proxy"),
        Some(_) => None,
        None => Some("bad-proxy"),
    };

    // The address is not shown: it may hold a password.
    id.map_or_else(|| Ok(text.value.clone()), |id| Err(Mistake::new(text.span.clone(), "app.proxy", id)))
}

pub(super) fn webhook(read: FileWebhook) -> Result<Webhook, Mistake> {
    let FileWebhook { url, method, body } = read;
    let methods = WebhookMethod::ALL.map(|method| (method.word(), method));
    let method = or_plain(method.as_ref(), "webhook.method", &methods)?;
    // The address is not shown: it may be the secret itself.
    let parsed = match webhook_url(&url.value) {
        Ok(parsed) => parsed,
        Err(id) => return Err(Mistake::new(url.span, "webhook.url", id)),
    };
    if let Some(body) = &body
        && let Some(found) = webhook::unknown_placeholder(&body.value)
    {
        return Err(Mistake::new(body.span.clone(), "webhook.body", "bad-placeholder").with("found", found));
    }

    Ok(Webhook { url: parsed, method, body: body.map(|body| body.value).unwrap_or_default() })
}

/// Checks where a webhook goes: `https`, and `http` to an address of this network that was typed as such.
///
/// # Errors
///
/// The id of the text that says what is wrong: `settings-ID`.
pub fn webhook_url(text: &str) -> Result<Url, &'static str> {
    let url = Url::parse(text.trim()).map_err(|_| "bad-url")?;
    let here = match url.host() {
        None => return Err("bad-url"),
        Some(Host::Domain(_)) => false,
        Some(Host::Ipv4(address)) => is_local(address.into()),
        Some(Host::Ipv6(address)) => is_local(address.into()),
    };
    match url.scheme() {
        "https" => Ok(url),
        "http" if here => Ok(url),
        "http" => Err("plain-http"),
        _ => Err("bad-url"),
    }
}
