//! Webhooks in a contract.

use xtask::codegen::examples::Examples;
use xtask::{codegen, contract};

use super::{GOOD, problems};

/// A contract with an event.
fn with_event() -> String {
    let event = r##"x-tassel-webhooks:
  encoding: form
  name-in: event
  signature: {header: Acme-Signature, suffix: -signature, prefix: 'v1='}
  events:
    - name: thing.made
      summary: A thing was made.
      externalDocs: {url: https://docs.acme.example/events}
      x-tassel-certainty: {level: vendor}
      schema: {$ref: '#/components/schemas/ThingEvent'}
      read-back:
        operation: things.get
        parameters: {id: thingId}
      examples:
        made: {value: {thingId: '7', event: thing.made}}
paths:
"##;
    let schema = r##"    ThingEvent:
      description: That something happened to a thing.
      type: object
      required: [event, thingId]
      properties:
        event: {type: string, description: Which event it is.}
        note: {type: string, description: A note.}
        thingId:
          description: The thing.
          allOf: [{$ref: '#/components/schemas/ThingId'}]
"##;
    GOOD.replacen("paths:\n", event, 1) + schema
}

#[test]
fn events_give_a_table_and_an_enum() {
    for (label, from, to, wants) in [
        (
            "as it is",
            "",
            "",
            [
                r#"Webhook::new("thing.made", "event", rewrite::<ThingEvent>)"#,
                r##"webhook.example = r#"{"event":"thing.made","thingId":"7"}"#;"##,
                "webhook.trust = Trust::Verified;",
                r#"pub const SIGNATURE_SUFFIX: &str = "-signature";"#,
                r#""thing.made" => from_json(body).map(Self::ThingMade),"#,
                r#"Some(ReadBack::new(&operations::THINGS_GET).at("id", &event.thing_id))"#,
            ]
            .as_slice(),
        ),
        (
            "without a signature",
            "  signature: {header: Acme-Signature, suffix: -signature, prefix: 'v1='}\n",
            "",
            &["webhook.trust = Trust::Hint;", "Trust::Hint\n    }"],
        ),
        (
            "in any case",
            "name-in: event\n",
            "name-in: event\n  any-case: true\n",
            &[r#"_ if name.eq_ignore_ascii_case("thing.made") =>"#],
        ),
        (
            "with a name of its own",
            "- name: thing.made\n",
            "- name: thing.made\n      x-tassel-name: Made\n",
            &["map(Self::Made)"],
        ),
        (
            "that nothing reads back",
            "      read-back:\n        operation: things.get\n        parameters: {id: thingId}\n",
            "",
            &["pub fn read_back(&self) -> Option<ReadBack> {\n        None"],
        ),
    ] {
        assert!(with_event().contains(from), "{label}: nothing to replace");
        let contract = contract::read("openapi.yaml", "acme", &with_event().replacen(from, to, 1));
        let contract = contract.unwrap_or_else(|problem| panic!("{label}: {problem}"));
        let files = codegen::files(&contract, &Examples::of_nothing(&contract)).unwrap();
        let text = |name| {
            files
                .iter()
                .find(|(it, _)| *it == format!("src/generated/{name}"))
                .map(|(_, text)| text.as_str())
                .unwrap()
        };
        for want in wants {
            assert!(text("webhooks.rs").contains(want), "{label}: {want} is not in\n{}", text("webhooks.rs"));
        }
        assert!(
            text("mod.rs").contains("pub mod webhooks;") && text("models.rs").contains("struct ThingEvent")
        );
    }
}

#[test]
fn problems_of_events_name_their_line() {
    let rows: &[(&str, &str, &str, &str, &str)] = &[
        ("no encoding", "  encoding: form\n", "", "name-in", "`encoding` is missing; add one of form, json"),
        (
            "an unknown encoding",
            "encoding: form",
            "encoding: xml",
            "encoding",
            "`xml` is not one of form, json",
        ),
        ("no name", "  name-in: event\n", "", "encoding", "`name-in` is missing; add the field that names"),
        (
            "an unknown keyword",
            "name-in: event",
            "name-in: event\n  retries: 3",
            "retries",
            "`retries` is not a keyword known for webhooks",
        ),
        (
            "an unknown keyword of an event",
            "- name: thing.made",
            "- name: thing.made\n      method: get",
            "method: get",
            "`method` is not a keyword known for an event",
        ),
        (
            "a signature in another header",
            "suffix: -signature",
            "suffix: -hmac",
            "suffix",
            "`acme-signature` does not end with the suffix",
        ),
        (
            "no certainty",
            "      x-tassel-certainty: {level: vendor}\n",
            "",
            "name: thing.made",
            "`x-tassel-certainty` is missing",
        ),
        ("no full stop", "A thing was made.", "A thing was made", "A thing was made", "end the sentence"),
        (
            "a dangling schema",
            "schemas/ThingEvent'}",
            "schemas/Nothing'}",
            "Nothing",
            "`#/components/schemas/Nothing` leads nowhere",
        ),
        (
            "a schema that is no object",
            "schemas/ThingEvent'}",
            "schemas/ThingId'}",
            "ThingEvent:",
            "nothing leads to the schema `ThingEvent`",
        ),
        (
            "no example",
            "examples:\n        made: {value: {thingId: '7', event: thing.made}}",
            "examples: {}",
            "name: thing.made",
            "`examples` holds none; add at least one",
        ),
        (
            "an example of another event",
            "event: thing.made}}",
            "event: thing.lost}}",
            "name: thing.made",
            "the example `made` has another `event`",
        ),
        (
            "a name that need not be there",
            "required: [event, thingId]",
            "required: [thingId]",
            "name: thing.made",
            "`ThingEvent` has no `event` that is a required text",
        ),
        (
            "an operation that is not there",
            "operation: things.get",
            "operation: things.find",
            "things.find",
            "there is no operation `things.find`",
        ),
        (
            "a parameter that is not there",
            "parameters: {id: thingId}",
            "parameters: {id: thingId, key: thingId}",
            "operation: things.get",
            "`key` is not a path parameter of `things.get`",
        ),
        (
            "a parameter that nothing fills",
            "parameters: {id: thingId}",
            "parameters: {}",
            "operation: things.get",
            "no field fills the parameter `id`",
        ),
        (
            "a field that may be missing",
            "parameters: {id: thingId}",
            "parameters: {id: note}",
            "operation: things.get",
            "`note` is not a required field of `ThingEvent`, so it may be missing",
        ),
        (
            "an event twice",
            "paths:\n",
            "    - {name: thing.made, summary: Again., externalDocs: {url: x}, x-tassel-certainty: {level: vendor}, schema: {$ref: '#/components/schemas/ThingEvent'}, examples: {made: {value: {event: thing.made}}}}\npaths:\n",
            "Again.",
            "the event `thing.made` stands there already",
        ),
    ];
    problems(&with_event(), rows);
}
