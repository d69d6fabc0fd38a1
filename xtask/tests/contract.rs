//! What is wrong with a contract is told with its line and what to do.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use xtask::codegen::examples::Examples;
use xtask::{codegen, contract};

#[path = "contract/methods.rs"]
mod methods;
#[path = "contract/webhooks.rs"]
mod webhooks;

const GOOD: &str = r##"openapi: 3.0.3
info: {title: Acme, version: '1', description: Things.}
externalDocs: {url: https://docs.acme.example}
servers:
  - url: https://acme.example
    description: Production.
    x-tassel-name: Production
security: [{apiKey: []}]
tags: [{name: things, description: Things.}]
paths:
  /things/{id}:
    get:
      operationId: things.get
      tags: [things]
      summary: Fetches one thing.
      externalDocs: {url: https://docs.acme.example/things}
      x-tassel-safety: read-only
      x-tassel-certainty: {level: seed}
      parameters:
        - name: id
          in: path
          required: true
          description: The thing.
          schema: {$ref: '#/components/schemas/ThingId'}
      responses:
        '200':
          description: The thing.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing'}
              examples:
                one: {value: {id: 1}}
        '404': {$ref: '#/components/responses/NotFound'}
components:
  securitySchemes:
    apiKey: {type: apiKey, in: header, name: Authorization, description: The key., x-tassel-prefix: 'Token '}
  responses:
    NotFound: {description: Not found., content: {}}
  schemas:
    ThingId:
      description: A thing's id.
      x-tassel-id: true
      oneOf: [{type: integer}, {type: string}]
    Thing:
      description: A thing.
      type: object
      required: [id]
      properties:
        id:
          description: The id.
          allOf: [{$ref: '#/components/schemas/ThingId'}]
"##;

/// The last line that holds the part.
fn line_of(text: &str, part: &str) -> usize {
    text.lines().collect::<Vec<_>>().iter().rposition(|line| line.contains(part)).map_or(0, |line| line + 1)
}

#[test]
fn a_good_contract_gives_code() {
    let contract = contract::read("openapi.yaml", "acme", GOOD).unwrap();
    let files = codegen::files(&contract, &Examples::of_nothing(&contract)).unwrap();
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    let generated = ["mod", "ids", "enums", "models", "operations", "operation_id", "things"];
    let mut want: Vec<_> = generated.iter().map(|name| format!("src/generated/{name}.rs")).collect();
    want.push("tests/it/examples.rs".to_owned());
    assert_eq!(names, want);
    let text: String = files.into_iter().map(|(_, text)| text).collect();
    for part in [
        "pub struct Thing {\n    /// The id.\n    pub id: ThingId,",
        r#"Operation::new("things.get", Method::GET, "/things/{id}")"#,
        "operation.safety = Safety::ReadOnly;",
        "reply!(Thing);",
        "pub fn things(&self) -> things::Things {",
        "/// Fetches one thing.\n",
        "/// * [`Error::NotFound`](crate::Error::NotFound) (404): not found.",
        "/// Source: `GET /things/{id}` in <https://docs.acme.example/things>.",
        "pub fn get(&self, id: impl Into<ThingId>) -> Call<Thing> {",
        r#"Draft::new(&operations::THINGS_GET).at("id", id.into()).call::<Thing>(&self.client)"#,
        "pub enum OperationId {\n    /// [`things.get`](super::operations::THINGS_GET).\n    ThingsGet,\n}",
        "pub const ALL: &[Self] = &[Self::ThingsGet];",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn a_property_of_several_types_is_the_first_or_kept_as_it_came() {
    let of_several = "oneOf: [{type: integer, minimum: 1}, {type: string}]\n          x-tassel-lenient: true";
    let text = GOOD.replacen("allOf: [{$ref: '#/components/schemas/ThingId'}]", of_several, 1);
    let contract = contract::read("openapi.yaml", "acme", &text).unwrap();
    let files = codegen::files(&contract, &Examples::of_nothing(&contract)).unwrap();
    let text: String = files.into_iter().map(|(_, text)| text).collect();
    assert!(text.contains("pub id: Lenient<u64>,"), "{text}");
}

/// A reference or null, as OpenAPI 3.0.3 has it.
const OR_NULL: &str =
    "anyOf: [{$ref: '#/components/schemas/ThingId'}, {type: string, nullable: true, enum: [null]}]";

#[test]
fn a_reference_or_null_is_optional() {
    for (label, property, want) in [
        ("a reference", "allOf: [{$ref: '#/components/schemas/ThingId'}]".to_owned(), "pub id: ThingId,"),
        ("a reference or null", OR_NULL.to_owned(), "pub id: Option<ThingId>,"),
        (
            "a lenient reference or null",
            format!("{OR_NULL}\n          x-tassel-lenient: true"),
            "pub id: Option<Lenient<ThingId>>,",
        ),
        (
            "a text in lower case, or null",
            "type: string\n          nullable: true\n          x-tassel-lower-case: true".to_owned(),
            "pub id: Option<LowerCase>,",
        ),
        ("a text or null", "type: string\n          nullable: true".to_owned(), "pub id: Option<String>,"),
    ] {
        let text = GOOD.replacen("allOf: [{$ref: '#/components/schemas/ThingId'}]", &property, 1);
        let contract = contract::read("openapi.yaml", "acme", &text).unwrap();
        let files = codegen::files(&contract, &Examples::of_nothing(&contract)).unwrap();
        let text: String = files.into_iter().map(|(_, text)| text).collect();
        assert!(text.contains(want), "{label}: {text}");
    }
}

#[test]
fn what_else_a_contract_can_say() {
    let get = "      operationId: things.get\n";
    let example = "              examples:\n                one: {value: {id: 1}}\n";
    let schema = "              schema: {$ref: '#/components/schemas/Thing'}\n";
    let id = "          allOf: [{$ref: '#/components/schemas/ThingId'}]\n";
    let list = "      x-tassel-paging: {style: offset, size: 5, ends: [total], items: allThings, key: [thingId], request: {offset: startIndex, size: maxResults}, reply: {total: metaData.totalCount}}\n";
    let query = "        - {name: startIndex, in: query, description: Skips., schema: {type: integer, minimum: 0}}\n        - {name: maxResults, in: query, description: Most., schema: {type: integer, minimum: 0}}\n      responses:\n";
    let list_of = "      properties:\n        thingId: {description: It., type: string}\n        allThings: {description: All., type: array, items: {$ref: '#/components/schemas/Thing'}}\n        metaData: {description: How many., allOf: [{$ref: '#/components/schemas/Meta'}]}\n";
    let meta = "    Meta:\n      description: How many.\n      type: object\n      properties:\n        totalCount: {description: All., type: integer, minimum: 0}\n    Thing:\n";
    let body = "      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}, examples: {one: {value: {id: 1}}}}}}\n";
    for (label, edits, want, not) in [
        (
            "a content type without a body",
            vec![(
                "paths:\n",
                "x-tassel-content-type: {type: text/plain, methods: [GET, PUT]}\npaths:\n".to_owned(),
            )],
            "api.content_type = Some((\"text/plain\", &[Method::GET, Method::PUT]));",
            "",
        ),
        (
            "a reply that is not the JSON it is called",
            vec![
                (schema, "              x-tassel-lenient: true\n".to_owned()),
                (
                    "responses:\n        '200'",
                    format!(
                        "responses:\n        '201':\n          description: The thing.\n          content:\n            application/json:\n{schema}{example}        '200'"
                    ),
                ),
            ],
            "operation.success = &[201, 200];",
            "operation.produces",
        ),
        (
            "paging by names that Rust writes otherwise",
            vec![
                (get, format!("{get}{list}")),
                ("      responses:\n", query.to_owned()),
                ("      required: [id]\n", String::new()),
                ("      properties:\n", list_of.to_owned()),
                ("    Thing:\n", meta.to_owned()),
            ],
            "self.meta_data.as_ref().and_then(|meta_data| meta_data.total_count)",
            "startIndex =",
        ),
        (
            "a null that is written",
            vec![(
                id,
                format!(
                    "{id}        note: {{description: A note., type: string, nullable: true, x-tassel-null: true}}\n"
                ),
            )],
            "note: \"note\" required,",
            "pub note: String",
        ),
        (
            "a constructor by hand",
            vec![
                (get, format!("{get}{body}")),
                ("      required: [id]\n", "      required: [id]\n      x-tassel-new: []\n".to_owned()),
            ],
            "operation.request = Some(rewrite::<Thing>);",
            "pub fn new(",
        ),
    ] {
        let text = edits.iter().fold(GOOD.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{label}: nothing to replace");
            text.replacen(from, to, 1)
        });
        let contract = contract::read("openapi.yaml", "acme", &text)
            .unwrap_or_else(|problem| panic!("{label}: {problem}"));
        let text: String = codegen::files(&contract, &Examples::of_nothing(&contract))
            .unwrap()
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        assert!(text.contains(want), "{label}: {want} is not in\n{text}");
        assert!(not.is_empty() || !text.contains(not), "{label}: {not} is in\n{text}");
    }
}

#[test]
fn problems_name_their_line_and_what_to_do() {
    // What is replaced by what, which line the problem is on (the one that holds this text), and what it says.
    let rows: &[(&str, &str, &str, &str, &str)] = &[
        ("not YAML", "tags: [things]", "tags: [things", "summary: Fetches", "not valid YAML"),
        ("a later version", "openapi: 3.0.3", "openapi: 3.1.0", "openapi", "write the file as OpenAPI 3.0.3"),
        (
            "an unknown keyword at the top",
            "tags: [{name: things, description: Things.}]",
            "tags: [{name: things, description: Things.}]\nwebhooks: {}",
            "webhooks",
            "`webhooks` is not a keyword known for the contract",
        ),
        (
            "an unknown keyword of an operation",
            "summary: Fetches one thing.",
            "summary: Fetches one thing.\n      callbacks: {}",
            "callbacks",
            "`callbacks` is not a keyword known for an operation; remove it, or teach",
        ),
        (
            "an unknown keyword of a property",
            "          allOf: [",
            "          pattern: x\n          allOf: [",
            "pattern",
            "`pattern` is not a keyword known for a property",
        ),
        (
            "an empty one that is neither an object nor a list",
            "          allOf: [{$ref: '#/components/schemas/ThingId'}]",
            "          type: string\n          x-tassel-or-empty: true",
            "description: The id.",
            "`x-tassel-or-empty` is for an object or a list",
        ),
        (
            "an unknown extension",
            "x-tassel-safety: read-only",
            "x-tassel-safety: read-only\n      x-tassel-speed: high",
            "x-tassel-speed",
            "`x-tassel-speed` is not a keyword known",
        ),
        (
            "a missing extension",
            "      x-tassel-safety: read-only\n",
            "",
            "operationId",
            "`x-tassel-safety` is missing; add one of read-only, repeatable, once",
        ),
        (
            "a missing certainty",
            "      x-tassel-certainty: {level: seed}\n",
            "",
            "operationId",
            "`x-tassel-certainty` is missing; add `{level: seed}`",
        ),
        (
            "a guessed safety",
            "x-tassel-safety: read-only",
            "x-tassel-safety: idempotent",
            "x-tassel-safety",
            "`idempotent` is not one of read-only, repeatable, once",
        ),
        (
            "a dangling schema",
            "schemas/Thing'}",
            "schemas/Thingy'}",
            "Thingy",
            "`#/components/schemas/Thingy` leads nowhere; add it, or mend the name",
        ),
        (
            "a dangling response",
            "responses/NotFound'",
            "responses/Missing'",
            "Missing",
            "`#/components/responses/Missing` leads nowhere",
        ),
        (
            "a schema that nothing leads to",
            "    Thing:\n",
            "    Unused:\n      description: Unused.\n      type: string\n      enum: [a]\n    Thing:\n",
            "Unused:",
            "nothing leads to the schema `Unused`",
        ),
        (
            "a duplicate operation id",
            "components:\n",
            "  /other:\n    get:\n      operationId: things.get\n      tags: [things]\n      summary: Again.\n      externalDocs: {url: x}\n      x-tassel-safety: once\n      x-tassel-certainty: {level: seed}\n      responses: {'200': {description: Ok.}}\ncomponents:\n",
            "operationId: things.get",
            "the operation id `things.get` stands on line 13 already",
        ),
        (
            "an id that is no resource and verb",
            "things.get",
            "getThing",
            "getThing",
            "an operation id is the resource and the verb",
        ),
        (
            "a path parameter that is not described",
            "name: id\n",
            "name: identity\n",
            "operationId",
            "the path parameter `id` is not described",
        ),
        (
            "a missing description",
            "          description: The thing.\n          schema",
            "          schema",
            "name: id",
            "`description` is missing; add a sentence",
        ),
        (
            "a description without an end",
            "description: A thing.\n",
            "description: A thing\n",
            "description: A thing",
            "end the description with a full stop",
        ),
        (
            "no example",
            "              examples:\n                one: {value: {id: 1}}\n",
            "",
            "schemas/Thing'}",
            "`examples` is missing; add at least one example",
        ),
        (
            "a required field that is not there",
            "required: [id]",
            "required: [id, name]",
            "required: [id",
            "`name` is not one of the properties",
        ),
        (
            "a name that Rust keeps for itself",
            "      required: [id]\n      properties:\n        id:",
            "      properties:\n        type:",
            "description: The id.",
            "`type` makes no name in Rust; give one with `x-tassel-name`",
        ),
        (
            "several types that are not told apart",
            "          allOf: [{$ref: '#/components/schemas/ThingId'}]\n",
            "          oneOf: [{type: integer}, {type: string}]\n",
            "          oneOf:",
            "a property of several types is kept as it came: add `x-tassel-lenient: true`",
        ),
        (
            "a reference with `nullable` beside it",
            "          allOf: [{$ref: '#/components/schemas/ThingId'}]\n",
            "          allOf: [{$ref: '#/components/schemas/ThingId'}]\n          nullable: true\n",
            "          nullable:",
            "`nullable` needs a `type` beside it; write a reference or null as `anyOf: [{$ref: …}, {type: string, nullable: true, enum: [null]}]`",
        ),
        (
            "any value, null among them",
            "          allOf: [{$ref: '#/components/schemas/ThingId'}]\n",
            "          nullable: true\n",
            "          nullable:",
            "`nullable` needs a `type` beside it",
        ),
        (
            "a reference or another type",
            "allOf: [{$ref: '#/components/schemas/ThingId'}]",
            "anyOf: [{$ref: '#/components/schemas/ThingId'}, {type: string, nullable: true}]",
            "          anyOf:",
            "`anyOf` of a property is a reference or null",
        ),
        (
            "a reference or null that no `nullable` allows",
            "allOf: [{$ref: '#/components/schemas/ThingId'}]",
            "anyOf: [{$ref: '#/components/schemas/ThingId'}, {type: string, enum: [null]}]",
            "          anyOf:",
            "`anyOf` of a property is a reference or null",
        ),
        (
            "a type or null",
            "allOf: [{$ref: '#/components/schemas/ThingId'}]",
            "anyOf: [{type: string}, {type: string, nullable: true, enum: [null]}]",
            "          anyOf:",
            "`anyOf` of a property is a reference or null",
        ),
        (
            "an unknown type",
            "x-tassel-id: true\n",
            "x-tassel-id: true\n      nullable: true\n",
            "nullable",
            "`nullable` is not a keyword known for a schema",
        ),
        (
            "a quota that is not there",
            "x-tassel-safety: read-only",
            "x-tassel-safety: read-only\n      x-tassel-quota: slow",
            "operationId",
            "there is no quota `slow`",
        ),
        (
            "a wrapper without a key",
            "schema: {$ref: '#/components/schemas/Thing'}",
            "schema: {type: object, properties: {thing: {$ref: '#/components/schemas/Thing'}}}",
            "type: object, properties: {thing",
            "with one property that is required",
        ),
        ("a status that is none", "'200':", "'2xx':", "2xx", "a status is a number in quotes"),
        ("no success", "'200':", "'500':", "'500'", "no reply is a success; describe one"),
        ("a key twice", "info:", "openapi: 3.0.3\ninfo:", "openapi: 3.0.3", "not valid YAML"),
    ];
    problems(GOOD, rows);
}

/// What is replaced by what in a good contract makes a problem, on the line that holds a text, that says so.
fn problems(good: &str, rows: &[(&str, &str, &str, &str, &str)]) {
    for (label, from, to, at, want) in rows {
        assert!(good.contains(from), "{label}: nothing to replace");
        let text = good.replacen(from, to, 1);
        let problem = contract::read("acme/openapi.yaml", "acme", &text).unwrap_err();
        assert!(problem.message.contains(want), "{label}: {problem}");
        let shown = problem.to_string();
        assert!(shown.starts_with(&format!("acme/openapi.yaml:{}: ", problem.line)), "{label}: {shown}");
        let line = line_of(&text, at.trim_end());
        assert_eq!(problem.line, line, "{label}: {problem}");
    }
}
