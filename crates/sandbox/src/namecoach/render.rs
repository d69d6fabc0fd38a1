//! The forms in which the vendor shows records.

use jiff::Timestamp;
use jiff::tz::{TimeZone, offset};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::store::{ATTRIBUTES, NamePage, Participant};
use super::{Settings, input};
use crate::exchange::Incoming;

/// The site of the vendor's pages.
const SITE: &str = "https://names.example.org";

/// The site of the recordings.
pub(super) const RECORDINGS: &str = "https://recordings.example.org";

/// The optional parts of a participant that a request includes.
#[derive(Debug, Default)]
pub(super) struct Embedding {
    attributes: bool,
    embeddables: bool,
    icon: u8,
    picture: Option<String>,
}

impl Embedding {
    pub(super) fn of(fields: &Map<String, Value>) -> Self {
        let include = input::list(fields.get("include"));
        let asked = |name: &str| include.iter().any(|included| included == name);
        let icon = fields.get("icon_code").and_then(input::text).and_then(|icon| icon.parse().ok());
        let picture = fields.get("play_button_img_url").and_then(input::text);
        Self {
            attributes: asked("custom_attributes"),
            embeddables: asked("embeddables"),
            icon: icon.filter(|icon| *icon < 3).unwrap_or(0),
            picture: picture.filter(|url| !url.is_empty()),
        }
    }
}

/// A participant with the optional parts in `with`.
pub(super) fn participant(participant: &Participant, page: &NamePage, with: &Embedding) -> Value {
    let photo = participant.photo.clone().unwrap_or_else(|| format!("{SITE}/images/photo-blank.gif"));
    let mut shown = json!({
        "first_name": participant.first_name,
        "last_name": participant.last_name,
        "email": participant.email,
        "recording_link": participant.recording.as_ref().map(|recording| &recording.url),
        "event_title": page.title,
        "event_slug": page.slug,
        "event_access_code": page.code,
        "institution_id": participant.institution_id,
        "photo": photo,
        "name_badge_link": format!("{SITE}/{}", participant.badge),
    });
    if with.attributes {
        shown["custom_objects"] = attributes(participant);
    }
    if with.embeddables {
        shown["embed_image"] = embed_image(participant, with);
        let button = button(participant);
        shown["embed_iframe"] = json!(format!(
            r#"<iframe src="{SITE}/playbutton/{button}" width="40" height="40" frameborder="0"></iframe>"#
        ));
    }
    shown
}

/// The attributes, under the names for reading.
pub(super) fn attributes(participant: &Participant) -> Value {
    let known = ATTRIBUTES
        .iter()
        .filter_map(|(key, name)| Some(((*name).to_owned(), participant.attributes.get(*key)?.clone())));
    Value::Object(known.collect())
}

/// The 40 digits of a play button.
fn button(participant: &Participant) -> String {
    participant.token.chars().chain(participant.token.chars().rev()).take(40).collect()
}

/// HTML with a script; null without a recording.
fn embed_image(participant: &Participant, with: &Embedding) -> Value {
    let Some(recording) = &participant.recording else { return Value::Null };
    let id = format!("{}{}", button(participant), with.icon);
    // The picture is not checked or escaped.
    let picture = with.picture.clone().unwrap_or_else(|| format!("{SITE}/images/icon-{}.png", with.icon));
    json!(format!(
        "<span id=\"container_{id}\"> <span id=\"playback_{id}\"> <img src=\"{SITE}/images/animate.gif\" width=\"20\"> \
         </span> <img id=\"image_{id}\" role=\"button\" alt=\"\" src=\"{picture}\" width=\"20\"> <script> (function() {{ \
         var audio = document.createElement('audio'); audio.src = \"{}\"; \
         document.getElementById('image_{id}').addEventListener('click', function() {{ audio.play(); }}); }}).call(); \
         </script> </span>",
        recording.url,
    ))
}

/// `2026-09-01T08:00:00+0000`.
pub(super) fn seconds(at: Timestamp) -> String {
    strftime("%Y-%m-%dT%H:%M:%S%z", at, TimeZone::UTC)
}

/// `2026-09-01T01:00:00.000-07:00`.
pub(super) fn milliseconds(at: Timestamp) -> String {
    strftime("%Y-%m-%dT%H:%M:%S.%3f%:z", at, TimeZone::fixed(offset(-7)))
}

fn strftime(pattern: &str, at: Timestamp, zone: TimeZone) -> String {
    // The patterns use only fields that a zoned time has.
    jiff::fmt::strtime::format(pattern, &at.to_zoned(zone)).unwrap_or_default()
}

/// The URL of a path of the API, as the client knows it.
pub(super) fn link(incoming: &Incoming, path: &str) -> String {
    let api = &tassel_namecoach::API;
    format!("{}{}/{path}", incoming.origin(api.vendor), api.base_path)
}

/// The requested page of a listing.
#[derive(Debug)]
pub(super) struct PageRequest {
    page: usize,
    size: usize,
}

impl PageRequest {
    pub(super) fn of(fields: &Map<String, Value>, settings: &Settings, ignore_paging: bool) -> Self {
        let size = input::number(fields.get("per_page")).unwrap_or(10);
        Self {
            page: if ignore_paging { 1 } else { input::number(fields.get("page")).unwrap_or(1) },
            size: settings.largest_page.map_or(size, |largest| size.min(largest.max(1))),
        }
    }

    /// The items of the page, and its paging fields. `repeated` are additional parameters of the URLs, and `next` is
    /// the path of the next page.
    pub(super) fn cut<T>(
        &self,
        items: Vec<T>,
        incoming: &Incoming,
        [path, next]: [&str; 2],
        repeated: &[(String, String)],
        settings: &Settings,
    ) -> (Vec<T>, Value) {
        let Self { page, size } = *self;
        let total = items.len();
        let pages = if total == 0 { settings.pages_of_nothing } else { total.div_ceil(size) };
        let on_page: Vec<_> = items.into_iter().skip((page - 1).saturating_mul(size)).take(size).collect();
        let url = |path: &str, page: usize, repeated: &[(String, String)]| {
            let own =
                [("format", "json".to_owned()), ("page", page.to_string()), ("per_page", size.to_string())];
            let own = own.into_iter().map(|(name, value)| (name.to_owned(), value));
            let mut parameters: Vec<_> = own.chain(repeated.iter().cloned()).collect();
            parameters.sort();
            let escape = |value: &str| utf8_percent_encode(value, NON_ALPHANUMERIC).to_string();
            let parameters: Vec<_> =
                parameters.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
            format!("{}?{}", link(incoming, path), parameters.join("&"))
        };
        let mut meta = Map::new();
        if page < pages {
            // A link from a search to the plain listing lacks the filters.
            let kept = if path == next { repeated } else { &[] };
            meta.insert("next_page_url".to_owned(), url(next, page + 1, kept).into());
        }
        meta.insert("self_url".to_owned(), url(path, page, repeated).into());
        meta.insert("total_count".to_owned(), total.into());
        meta.insert("total_pages".to_owned(), pages.into());
        meta.insert("count".to_owned(), on_page.len().into());
        (on_page, Value::Object(meta))
    }
}
