//! The methods and listings that a contract gives.

use xtask::codegen::examples::Examples;
use xtask::{codegen, contract};

use super::GOOD;

/// A listing with a filter, a body with limits and a deletion.
const MORE: &str = r##"  /things:
    get:
      operationId: things.list_of_day
      tags: [things]
      summary: Lists things.
      externalDocs: {url: https://docs.acme.example/things}
      x-tassel-safety: read-only
      x-tassel-certainty: {level: seed}
      x-tassel-paging: {style: page, size: 20, ends: [empty-page], key: [id], request: {page: page, size: perPage}}
      parameters:
        - {name: page, in: query, description: The page., schema: {type: integer, minimum: 1}}
        - {name: perPage, in: query, description: How many., schema: {type: integer, minimum: 1}}
        - {name: q, in: query, x-tassel-name: named, description: Only those of this name., schema: {type: string}}
      responses:
        '200':
          description: The things.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}
              examples: {one: {value: [{id: 1}]}}
    post:
      operationId: things.create
      tags: [things]
      summary: Makes things.
      description: See `things.get`.
      externalDocs: {url: https://docs.acme.example/things}
      x-tassel-safety: once
      x-tassel-certainty: {level: seed}
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewThings'}
            examples: {one: {value: {names: [A]}}}
      responses: {'204': {description: Made.}}
    delete:
      operationId: things.delete_all
      tags: [things]
      summary: Deletes things.
      externalDocs: {url: https://docs.acme.example/things}
      x-tassel-safety: repeatable
      x-tassel-certainty: {level: seed}
      responses: {'204': {description: Gone.}, '404': {$ref: '#/components/responses/NotFound'}}
components:
"##;

const NEW_THINGS: &str = r##"  schemas:
    NewThings:
      description: Things to make.
      type: object
      required: [names]
      properties:
        names: {description: Their names., type: array, minItems: 1, maxItems: 5, items: {type: string}}
        parts: {description: 'Things of things.', type: array, items: {$ref: '#/components/schemas/NewThings'}}
        table: {description: 'Rows of any JSON.', type: array, items: {type: array, items: {}}}
        any: {description: Any JSON., x-tassel-within: {$ref: '#/components/schemas/Inside'}}
    Inside:
      description: A thing in any JSON.
      type: object
      properties:
        part: {description: A part., type: string}
"##;

#[test]
fn plain_operations_give_methods() {
    let text = GOOD.replacen("components:\n", MORE, 1).replacen("  schemas:\n", NEW_THINGS, 1);
    let contract = contract::read("openapi.yaml", "acme", &text).unwrap();
    let files = codegen::files(&contract, &Examples::of_nothing(&contract)).unwrap();
    let text: String = files.into_iter().map(|(_, text)| text).collect();
    for (label, part) in [
        ("a listing", "pub fn list_of_day(&self) -> ListThingsOfDay {"),
        ("its type", "ListThingsOfDay: Query => Listed<Thing>"),
        (
            "a setter",
            "pub fn named(mut self, named: impl Into<String>) -> Self {\n        self.0.query.set(\"q\", named.into());",
        ),
        (
            "the page size",
            "pub fn page_size(mut self, size: u64) -> Self {\n        self.0.query.set(\"perPage\", size);",
        ),
        ("its parameters", "(PageField::Page, \"page\"), (PageField::Size, \"perPage\")"),
        ("a body", "pub fn create(&self, new_things: NewThings) -> Call<Acknowledged> {"),
        (
            "limits of what holds itself",
            "limits::each(at, \"parts\", self.parts.as_ref().into_iter().flatten())",
        ),
        (
            "lists of lists of any JSON",
            "table: impl IntoIterator<Item = impl IntoIterator<Item = impl Into<Value>>>",
        ),
        (
            "what such a list is made of",
            "table.into_iter().map(|items| items.into_iter().map(Into::into).collect()).collect()",
        ),
        ("what is within any JSON", "pub struct Inside {"),
        ("its limits", "limits::items(at, \"names\", self.names.len(), 1, 5)"),
        ("limits in the table", "operation.request = Some(rewrite_within::<NewThings>);"),
        ("limits in the documentation", "`names` is empty or has more than 5 items."),
        ("another operation", "See [`get`](Self::get)."),
        ("a write that is not repeated", "It is never sent twice by itself"),
        ("a deletion", "pub fn delete_all(&self) -> Call<Deleted<Acknowledged>> {"),
    ] {
        assert!(text.contains(part), "{label}: {part} is not in\n{text}");
    }
}

/// A thing that is created and changed, in a wrapper.
const WRITTEN: &str = r##"  /gadgets:
    post:
      operationId: things.make
      tags: [things]
      summary: Makes a gadget.
      externalDocs: {url: https://docs.acme.example/things}
      x-tassel-safety: once
      x-tassel-certainty: {level: seed}
      requestBody:
        content:
          application/json:
            schema: {type: object, required: [gadget], properties: {gadget: {$ref: '#/components/schemas/Gadget'}}}
            examples: {one: {value: {gadget: {name: A}}}}
      responses:
        '200':
          description: It.
          content:
            application/json:
              schema: {type: object, required: [gadget], properties: {gadget: {$ref: '#/components/schemas/Gadget'}}}
              examples: {one: {value: {gadget: {id: 1, name: A}}}}
    put:
      operationId: things.change
      tags: [things]
      summary: Changes a gadget.
      externalDocs: {url: https://docs.acme.example/things}
      x-tassel-safety: repeatable
      x-tassel-certainty: {level: seed}
      requestBody:
        content:
          application/json:
            schema: {type: object, required: [gadget], properties: {gadget: {$ref: '#/components/schemas/Gadget'}}}
            examples: {one: {value: {gadget: {name: A}}}}
      responses: {'204': {description: Changed.}}
components:
"##;

const GADGET: &str = r##"  schemas:
    Gadget:
      description: A gadget.
      type: object
      x-tassel-new: [name]
      properties:
        id: {description: Its id., type: integer, readOnly: true}
        name: {description: Its name., type: string}
        stencil: {description: What to make it of., type: string, writeOnly: true}
"##;

#[test]
fn what_is_only_read_or_only_written_makes_types_of_their_own() {
    let text = GOOD.replacen("components:\n", WRITTEN, 1).replacen("  schemas:\n", GADGET, 1);
    let contract = contract::read("openapi.yaml", "acme", &text).unwrap();
    let files = codegen::files(&contract, &Examples::of_nothing(&contract)).unwrap();
    let text: String = files.into_iter().map(|(_, text)| text).collect();
    for (label, part) in [
        ("an output", "model!(Gadget { id: \"id\", name: \"name\" });"),
        ("an input", "model!(NewGadget { name: \"name\", stencil: \"stencil\" });"),
        ("its constructor", "pub fn new(name: impl Into<String>) -> Self"),
        ("a change", "pub struct GadgetUpdate {\n    /// Its name.\n    pub name: Patch<String>,"),
        ("a wrapped request", "model!(NewGadgetBody {\n    gadget: \"gadget\" required,\n});"),
        ("a wrapped reply", "reply!(GadgetBody.gadget: Gadget);"),
        ("its key", "operation.wrapper = Some(\"gadget\");"),
        ("a creation", "pub fn make(&self, gadget: NewGadget) -> Call<Gadget> {"),
        ("an update", "pub fn change(&self, gadget: GadgetUpdate) -> Call<Acknowledged> {"),
    ] {
        assert!(text.contains(part), "{label}: {part} is not in\n{text}");
    }
}

#[test]
fn an_optional_query_parameter_is_an_option() {
    for (schema, argument) in [
        ("{type: string}", "with: Option<&str>"),
        ("{type: integer}", "with: Option<i64>"),
        ("{$ref: '#/components/schemas/ThingId'}", "with: Option<ThingId>"),
    ] {
        let optional = format!(
            "      parameters:\n        - {{name: with, in: query, description: What to add., schema: {schema}}}\n"
        );
        let text = GOOD.replacen("      parameters:\n", &optional, 1);
        let contract = contract::read("openapi.yaml", "acme", &text).unwrap();
        let files = codegen::files(&contract, &Examples::of_nothing(&contract)).unwrap();
        let text: String = files.into_iter().map(|(_, text)| text).collect();
        let method = format!("pub fn get(&self, id: impl Into<ThingId>, {argument}) -> Call<Thing> {{");
        assert!(text.contains(&method) && text.contains(".query(\"with\", with)"), "{schema}: {text}");
    }
}

#[test]
fn what_cannot_be_made_is_named() {
    let put = MORE.replace("value: {names: [A]}", "value: A").replace("NewThings", "Word");
    let word = "  schemas:\n    Word: {description: A word., type: string, enum: [A]}\n";
    let text = GOOD.replacen("components:\n", &put, 1).replacen("  schemas:\n", word, 1);
    let contract = contract::read("openapi.yaml", "acme", &text).unwrap();
    let failure = codegen::files(&contract, &Examples::of_nothing(&contract)).unwrap_err();
    assert_eq!(
        failure.to_string(),
        "`things.create` cannot be made, as its request body is no object; write its method by hand and say \
         `x-tassel-by-hand: true`"
    );
    let contract = contract::read("openapi.yaml", "acme", GOOD).unwrap();
    let failure = codegen::files(&contract, &Examples::default()).unwrap_err();
    assert!(
        failure
            .to_string()
            .ends_with("things.rs has no `pub async fn get`: write the example of `things.get`")
    );
}
