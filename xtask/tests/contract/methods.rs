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
        tags: {description: Their tags., type: array, items: {type: string, minLength: 1}}
        sizes: {description: Their sizes., type: array, items: {type: integer, x-tassel-lenient: true}}
        parts: {description: 'Things of things.', type: array, items: {$ref: '#/components/schemas/NewThings'}}
        table: {description: 'Rows of any JSON.', type: array, items: {type: array, items: {}}}
        any: {description: Any JSON., x-tassel-within: Inside}
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
        (
            "limits of a list's texts",
            "limits::not_blank_items(at, \"tags\", self.tags.as_ref().into_iter().flatten())",
        ),
        ("lenient items", "pub sizes: Option<Vec<Lenient<i64>>>,"),
        ("their setter", "self.sizes = Some(sizes.into_iter().map(Into::into).collect());"),
        ("limits in the table", "operation.request = Some(rewrite_within::<NewThings>);"),
        (
            "limits in the documentation",
            "`names` is empty or has more than 5 items;\n    ///   `tags` has a blank item.",
        ),
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

/// Bodies that several operations share.
const SHARED: &str = r##"  /shared:
    post:
      operationId: things.post_shared
      tags: [things]
      summary: Makes things.
      externalDocs: {url: https://docs.acme.example/things}
      x-tassel-safety: once
      x-tassel-certainty: {level: seed}
      requestBody: {$ref: '#/components/requestBodies/Made'}
      responses: {'200': {$ref: '#/components/responses/Made'}, '400': {$ref: '#/components/responses/NotFound'}}
components:
  requestBodies:
    Made:
      description: What to make.
      content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}, examples: {one: {value: {id: 1}}}}}
"##;

#[test]
fn operations_share_bodies() {
    let reply = "  responses:\n    Made:\n      description: What was made.\n      content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}, examples: {one: {value: {id: 7}}}}}\n";
    let text =
        GOOD.replacen("components:\n", SHARED, 1).replacen("\n  responses:\n", &format!("\n{reply}"), 1);
    let contract = contract::read("openapi.yaml", "acme", &text).unwrap();
    let [get, post] = contract.operations.as_slice() else { panic!("{:?}", contract.operations) };
    assert_eq!(post.request.as_ref().unwrap().examples[0].value["id"], 1);
    assert_eq!(post.reply().unwrap().examples[0].value["id"], 7);
    for (operation, status) in [(get, 404), (post, 400)] {
        let errors: Vec<_> = operation.errors.iter().map(|it| (it.status, it.meaning.as_str())).collect();
        assert_eq!(errors, [(status, "Not found.")], "{}", operation.id);
    }
    for (from, to, want) in [
        ("requestBodies/Made", "requestBodies/Mad", "`#/components/requestBodies/Mad` leads nowhere"),
        ("responses/Made", "responses/Mad", "`#/components/responses/Mad` leads nowhere"),
        ("requestBodies/Made", "responses/Made", "does not lead to #/components/requestBodies/"),
        ("description: What to make.", "description: What to make", "end the sentence with a full stop"),
    ] {
        let problem = contract::read("openapi.yaml", "acme", &text.replacen(from, to, 1)).unwrap_err();
        assert!(problem.message.contains(want), "{problem}");
    }
}

#[test]
fn an_optional_query_parameter_is_an_option() {
    for (schema, argument) in [
        ("{type: string}", "with: Option<&str>"),
        ("{type: integer}", "with: Option<i64>"),
        ("{type: string, x-tassel-secret: true}", "with: Option<Secret>"),
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
        assert_eq!(text.contains(".secret()"), schema.contains("secret"), "{schema}: {text}");
    }
}

/// A redirect, and a listing of which a single item may arrive bare.
const ELSEWHERE: &str = r##"  /page:
    get:
      operationId: things.find
      tags: [things]
      summary: Looks up a page.
      externalDocs: {url: https://docs.acme.example/things}
      x-tassel-safety: read-only
      x-tassel-certainty: {level: seed}
      responses:
        '302':
          description: The page.
          x-tassel-result: true
          headers: {Location: {description: The page., schema: {type: string}}}
  /all:
    get:
      operationId: things.list_all
      tags: [things]
      summary: Lists things.
      externalDocs: {url: https://docs.acme.example/things}
      x-tassel-safety: read-only
      x-tassel-certainty: {level: seed}
      x-tassel-paging: {style: page, size: 20, ends: [empty-page], items: things, key: [owner.id, name], request: {page: page}}
      parameters:
        - {name: page, in: query, description: The page., schema: {type: integer, minimum: 1}}
      responses:
        '200':
          description: The things.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Things'}
              examples: {one: {value: {things: {owner: {id: A}}}}}
components:
"##;

const THINGS: &str = r##"  schemas:
    Things:
      description: Things.
      type: object
      required: [things]
      properties:
        things:
          description: The things.
          oneOf: [{type: array, items: {$ref: '#/components/schemas/Owned'}}, {$ref: '#/components/schemas/Owned'}]
          x-tassel-or-one: true
    Owned:
      description: A thing of somebody.
      type: object
      properties:
        owner: {description: Its owner., allOf: [{$ref: '#/components/schemas/Owner'}]}
        name: {description: Its name., type: string}
    Owner:
      description: An owner.
      type: object
      required: [id]
      properties:
        id: {description: The id., type: string}
"##;

#[test]
fn redirects_and_lists_that_may_be_one_thing() {
    let text = GOOD.replacen("components:\n", ELSEWHERE, 1).replacen("  schemas:\n", THINGS, 1);
    let contract = contract::read("openapi.yaml", "acme", &text).unwrap();
    let files = codegen::files(&contract, &Examples::of_nothing(&contract)).unwrap();
    let text: String = files.into_iter().map(|(_, text)| text).collect();
    for (label, part) in [
        ("a redirect", "pub fn find(&self) -> Call<String> {"),
        ("its reader", ".call::<Redirect>(&self.client)"),
        ("its status", "operation.success = &[302];"),
        ("a field", "pub things: OrOne<Owned>,"),
        ("its items", "(self.things.into_inner(), Signals"),
        ("a key inside", "Id::from(self.owner.as_ref()?.id.as_str())"),
    ] {
        assert!(text.contains(part), "{label}: {part} is not in\n{text}");
    }
}

/// A search whose body has its filter and its page in objects of their own.
const SEARCH: &str = r##"  /things/search:
    post:
      operationId: things.search
      tags: [things]
      summary: Searches for things.
      externalDocs: {url: https://docs.acme.example/things}
      x-tassel-safety: read-only
      x-tassel-certainty: {level: seed}
      x-tassel-paging: {style: page, size: 20, ends: [empty-page], key: [id], request: {page: meta.number, size: meta.most, filter: query}}
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Search'}
            examples: {one: {value: {query: {}}}}
      responses:
        '200':
          description: The things.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}
              examples: {one: {value: [{id: 1}]}}
components:
"##;

const SEARCHED: &str = r##"  schemas:
    Search:
      description: A search.
      type: object
      required: [query]
      properties:
        query: {description: What to find., allOf: [{$ref: '#/components/schemas/Wanted'}]}
        meta: {description: The page., allOf: [{$ref: '#/components/schemas/Place'}]}
    Wanted:
      description: What to find.
      type: object
      properties:
        name: {description: Only those of this name., type: string}
    Place:
      description: A page.
      type: object
      properties:
        number: {description: Its number., type: integer, minimum: 1}
        most: {description: How many., type: integer, minimum: 1}
"##;

#[test]
fn a_listing_asks_for_what_it_needs() {
    let required = MORE.replace("name: q, in: query,", "name: q, in: query, required: true,");
    let text = GOOD.replacen("components:\n", &required, 1).replacen("  schemas:\n", NEW_THINGS, 1);
    let text = text.replacen("components:\n", SEARCH, 1).replacen("  schemas:\n", SEARCHED, 1);
    let contract = contract::read("openapi.yaml", "acme", &text).unwrap();
    let files = codegen::files(&contract, &Examples::of_nothing(&contract)).unwrap();
    let text: String = files.into_iter().map(|(_, text)| text).collect();
    for (label, part) in [
        (
            "a parameter that is required",
            "pub fn list_of_day(&self, named: impl Into<String>) -> ListThingsOfDay {\n        let mut query = \
             Query::new();\n        query.set(\"q\", named.into());",
        ),
        (
            "a filter that is required",
            "Listing::new(&self.client, &operations::THINGS_SEARCH, Search::new(Wanted::default()))",
        ),
        ("its setter", "self.0.query.query.name = Some(name.into());"),
        ("the size in an object", "self.0.query.meta.get_or_insert_default().most = Some(size);"),
        (
            "the page in an object",
            "meta.number = match position {\n            Position::Page(number) => Some(*number),",
        ),
    ] {
        assert!(text.contains(part), "{label}: {part} is not in\n{text}");
    }
    assert!(!text.contains("pub fn named(mut self"), "a parameter that is required has no setter: {text}");
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
