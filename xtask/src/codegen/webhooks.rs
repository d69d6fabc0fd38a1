//! The table of webhooks, and the enum of their events.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Contract;
use super::rust::{IMPORTS, constant, doc};
use crate::contract::{Event, Kind, Webhooks, lower_first};

pub fn webhooks(contract: &Contract, webhooks: &Webhooks) -> String {
    let statics: String =
        webhooks.events.iter().map(|event| format!("    &{},\n", constant(&event.name))).collect();
    let mut text = IMPORTS.to_owned();
    text += &format!(
        "\n/// Every event that is documented, in the order of the contract.\n\
         pub static WEBHOOKS: &[&Webhook] = &[\n{statics}];\n"
    );
    if let Some(signature) = &webhooks.signature {
        text += &format!(
            "\n/// The header that carries the signature.\npub const SIGNATURE_HEADER: &str = {:?};\n\n\
             /// What that header ends with under whatever name the platform is sold.\n\
             pub const SIGNATURE_SUFFIX: &str = {:?};\n\n\
             /// What stands before the hex in it.\npub const SIGNATURE_PREFIX: &str = {:?};\n",
            signature.header, signature.suffix, signature.prefix,
        );
    }
    text.extend(webhooks.events.iter().map(|event| entry(webhooks, event)));
    text + &events(contract, webhooks)
}

fn entry(webhooks: &Webhooks, event: &Event) -> String {
    let Event { name, summary, documentation, certainty, schema, .. } = event;
    let mut text = format!(
        "\n{}pub static {}: Webhook = {{\nlet mut webhook = Webhook::new({name:?}, {:?}, rewrite::<{schema}>);\n",
        doc("", &format!("`{name}`: {}", lower_first(summary))),
        constant(name),
        webhooks.name_in,
    );
    let mut set = |field: &str, value: String| text += &format!("webhook.{field} = {value};\n");
    set("summary", format!("{summary:?}"));
    set("encoding", webhooks.encoding.to_string());
    set("trust", format!("Trust::{}", trust(webhooks)));
    set("certainty", certainty.to_string());
    set("documentation", format!("{documentation:?}"));
    let example = event.examples.first().map(|example| json(&example.value)).unwrap_or_default();
    set("example", format!("r#\"{example}\"#"));
    if let Some(read_back) = &event.read_back {
        set("read_back", format!("Some(&operations::{})", constant(&read_back.operation)));
    }
    text + "webhook\n};\n"
}

/// JSON with its keys in order, whatever order this build of `serde_json` keeps.
fn json(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: BTreeMap<_, _> = fields.iter().collect();
            let pairs = fields
                .into_iter()
                .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), json(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

fn trust(webhooks: &Webhooks) -> &'static str {
    if webhooks.signature.is_some() { "Verified" } else { "Hint" }
}

fn events(contract: &Contract, webhooks: &Webhooks) -> String {
    let (mut variants, mut reads, mut names) = (String::new(), String::new(), String::new());
    let (mut backs, mut writes) = (Vec::new(), Vec::new());
    for event in &webhooks.events {
        let (name, variant) = (&event.name, &event.rust_name);
        variants += &doc("    ", &format!("`{name}`: {}", lower_first(&event.summary)));
        variants += &format!("    {variant}({}),\n", event.schema);
        let pattern = if webhooks.any_case {
            format!("_ if name.eq_ignore_ascii_case({name:?})")
        } else {
            format!("{name:?}")
        };
        reads += &format!("{pattern} => from_json(body).map(Self::{variant}),\n");
        names += &format!("Self::{variant}(_) => {name:?},\n");
        let arm = |arms: &mut Vec<Arm>, body: String| {
            let pattern = format!("Self::{variant}(event)");
            match arms.iter_mut().find(|arm| arm.schema == event.schema && arm.body == body) {
                Some(arm) => arm.patterns.push(pattern),
                None => arms.push(Arm { schema: event.schema.clone(), patterns: vec![pattern], body }),
            }
        };
        arm(&mut writes, "event.serialize(serializer)".to_owned());
        if let Some(read_back) = &event.read_back {
            let value = |(parameter, field): &(String, String)| {
                format!(".at({parameter:?}, &event.{})", rust_name(contract, &event.schema, field))
            };
            let values: String = read_back.fields.iter().map(value).collect();
            arm(
                &mut backs,
                format!("Some(ReadBack::new(&operations::{}){values})", constant(&read_back.operation)),
            );
        }
    }
    let arms = |arms: &[Arm]| -> String {
        arms.iter().map(|arm| format!("{} => {},\n", arm.patterns.join(" | "), arm.body)).collect()
    };
    let (backs, writes) = (arms(&backs), arms(&writes));
    let backs = match (backs.is_empty(), webhooks.events.iter().all(|event| event.read_back.is_some())) {
        (true, _) => "None".to_owned(),
        (_, true) => format!("match self {{\n{backs}Self::Unknown(_) => None,\n}}"),
        (_, false) => format!("match self {{\n{backs}_ => None,\n}}"),
    };
    let trust = trust(webhooks);
    let name_in = &webhooks.name_in;
    format!(
        "\n/// An event, as it came.\n#[derive(Debug, Clone, PartialEq)]\n#[non_exhaustive]\npub enum Event {{\n{variants}\
             /// An event that this version does not know, whole.\nUnknown(UnknownEvent),\n}}\n\n\
         impl Event {{\n\
         /// Reads an event from its JSON.\n\
         pub(crate) fn from_json(body: &[u8]) -> Result<Self, DecodeError> {{\n\
             let fields: Map<String, Value> = from_json(body)?;\nlet name = webhook::name(&fields, {name_in:?})?;\n\
             match name {{\n{reads}_ => Ok(Self::Unknown(UnknownEvent::new(name.to_owned(), fields))),\n}}\n}}\n\n\
         /// Its name, as the vendor spells it.\n#[must_use]\npub fn name(&self) -> &str {{\n\
             match self {{\n{names}Self::Unknown(event) => &event.name,\n}}\n}}\n\n\
         /// Its entry in the table, if this version knows it.\n#[must_use]\n\
         pub fn webhook(&self) -> Option<&'static Webhook> {{\n\
             WEBHOOKS.iter().find(|webhook| webhook.name == self.name()).copied()\n}}\n\n\
         /// Whether it is a verified fact or a hint that must be read back.\n#[must_use]\n\
         pub fn trust(&self) -> Trust {{\nTrust::{trust}\n}}\n\n\
         /// The operation that reads back what it is about, with its path filled, if there is one.\n#[must_use]\n\
         pub fn read_back(&self) -> Option<ReadBack> {{\n{backs}\n}}\n}}\n\n\
         /// Written as it came, as JSON.\nimpl Serialize for Event {{\n\
         fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {{\n\
             match self {{\n{writes}Self::Unknown(event) => event.body.serialize(serializer),\n}}\n}}\n}}\n"
    )
}

/// An arm of a match. Events of one schema for which the same is done share one.
struct Arm {
    schema: String,
    patterns: Vec<String>,
    body: String,
}

fn rust_name<'a>(contract: &'a Contract, schema: &str, field: &'a str) -> &'a str {
    let Some(Kind::Object(model)) = contract.schema(schema).map(|schema| &schema.kind) else { return field };
    let property = model.properties.iter().find(|property| property.name == field);
    property.map_or(field, |property| &property.rust_name)
}
