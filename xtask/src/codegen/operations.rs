//! The table of operations, and what holds for all of them.

use super::limits::has_limits;
use super::rust::{IMPORTS, body, constant, doc};
use super::{Contract, Type};
use crate::contract::{Operation, Paging, Quota, Window, lower_first, upper_camel};

pub fn operations(contract: &Contract) -> String {
    let mut text = api(contract);
    text += &servers(contract);
    text += &quotas(contract);
    text +=
        "\n/// Every operation, in the order of the contract.\npub static OPERATIONS: &[&Operation] = &[\n";
    text.extend(contract.operations.iter().map(|operation| format!("    &{},\n", constant(&operation.id))));
    text += "];\n";
    text.extend(contract.operations.iter().map(|operation| self::operation(contract, operation)));
    IMPORTS.to_owned() + &text
}

fn api(contract: &Contract) -> String {
    let mut fields = String::new();
    let mut set = |name: &str, value: String| fields += &format!("api.{name} = {value};\n");
    if !contract.base_path.is_empty() {
        set("base_path", format!("{:?}", contract.base_path));
    }
    if !contract.key.header.eq_ignore_ascii_case("authorization") {
        set("key_header", "KEY_HEADER".to_owned());
    }
    if !contract.quotas.is_empty() {
        set("quotas", "QUOTAS".to_owned());
    }
    if let Some((first, longest)) = contract.after_429 {
        set("after_429", format!("Some(({}, {}))", seconds(first), seconds(longest)));
    }
    if let Some(timeout) = contract.timeout {
        set("timeout", seconds(timeout));
    }
    if let Some(bytes) = contract.max_body {
        set("max_body", bytes.to_string());
    }
    if contract.errors_in_success {
        set("errors_in_success", "true".to_owned());
    }
    if let Some((content_type, methods)) = &contract.content_type {
        let methods: Vec<_> = methods.iter().map(|method| format!("Method::{method}")).collect();
        set("content_type", format!("Some(({content_type:?}, &[{}]))", methods.join(", ")));
    }
    let new = format!("Api::new({:?}, OPERATIONS)", contract.vendor);
    let value = if fields.is_empty() { new } else { format!("{{\nlet mut api = {new};\n{fields}api\n}}") };
    format!(
        "\n/// {}. See <{}>.\npub static API: Api = {value};\n\n\
         /// The header that carries the key.\npub const KEY_HEADER: &str = {:?};\n\n\
         /// What stands before the key in its header.\npub const KEY_PREFIX: &str = {:?};\n",
        contract.title,
        contract.documentation,
        contract.key.header.to_ascii_lowercase(),
        contract.key.prefix,
    )
}

fn servers(contract: &Contract) -> String {
    let variants: String = contract
        .servers
        .iter()
        .map(|server| format!("{}{},\n", doc("    ", &server.description), server.name))
        .collect();
    let arms: String = contract
        .servers
        .iter()
        .map(|server| format!("Self::{} => {:?},\n", server.name, server.url))
        .collect();
    if contract.servers.is_empty() {
        return String::new();
    }
    format!(
        "\n/// Where the vendor answers.\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\n#[non_exhaustive]\n\
         pub enum Server {{\n{variants}}}\n\nimpl Server {{\n/// The base URL.\n#[must_use]\n\
         pub const fn url(self) -> &'static str {{\nmatch self {{\n{arms}}}\n}}\n}}\n"
    )
}

fn quotas(contract: &Contract) -> String {
    if contract.quotas.is_empty() {
        return String::new();
    }
    let rules: String = contract.quotas.iter().map(quota).collect();
    format!("\n/// The vendor's quotas.\npub static QUOTAS: &[QuotaRule] = &[\n{rules}];\n")
}

fn quota(quota: &Quota) -> String {
    let windows: String = quota.windows.iter().map(window).collect();
    let headers = quota.headers.as_ref().map_or(String::new(), |[limit, remaining, reset]| {
        format!(".headers(QuotaHeaders {{ limit: {limit:?}, remaining: {remaining:?}, reset: {reset:?} }})")
    });
    format!("QuotaRule::new({:?}, {}, &[\n{windows}]){headers},\n", quota.name, quota.scope,)
}

fn window(window: &Window) -> String {
    match window {
        Window::Trailing(limit, per) => {
            format!("Window::Trailing {{ limit: {limit}, per: {} }},\n", seconds(*per))
        }
        Window::Fixed(limit, per, every) => {
            let every = every.map_or("None".to_owned(), |every| format!("Some({})", seconds(every)));
            format!("Window::Fixed {{ limit: {limit}, per: {}, then_every: {every} }},\n", seconds(*per))
        }
    }
}

fn seconds(seconds: u64) -> String {
    format!("Duration::from_secs({seconds})")
}

fn operation(contract: &Contract, operation: &Operation) -> String {
    let Operation { id, method, path, summary, documentation, .. } = operation;
    let mut text = format!("\n{}", doc("", &format!("`{method} {path}`: {}", lower_first(summary))));
    text += &format!("pub static {}: Operation = {{\n", constant(id));
    text += &format!("let mut operation = Operation::new({id:?}, Method::{method}, {path:?});\n");
    let mut set = |field: &str, value: String| text += &format!("operation.{field} = {value};\n");
    set("summary", format!("{summary:?}"));
    if !operation.parameters.is_empty() {
        let parameters: String = operation
            .parameters
            .iter()
            .map(|parameter| {
                let property = &parameter.property;
                if parameter.in_path {
                    format!(
                        "Parameter::path({:?}, {:?}){},\n",
                        property.name,
                        property.description,
                        but_not(&property.reserved)
                    )
                } else {
                    let secret = if property.ty == Type::Secret { ".secret()" } else { "" };
                    format!(
                        "Parameter::query({:?}, {}, {:?}){secret},\n",
                        property.name, property.required, property.description
                    )
                }
            })
            .collect();
        set("parameters", format!("&[\n{parameters}]"));
    }
    if let Some(request) = &operation.request {
        set("encoding", format!("Encoding::{}", if request.form { "Form" } else { "Json" }));
    }
    if let Some(media_type) = operation.produces() {
        set("produces", format!("{media_type:?}"));
    }
    let statuses: Vec<_> = operation.replies.iter().map(|reply| reply.status.to_string()).collect();
    if statuses != ["200"] {
        set("success", format!("&[{}]", statuses.join(", ")));
    }
    set("safety", operation.safety.to_string());
    if !operation.once_with.is_empty() {
        set("once_with", format!("&{:?}", operation.once_with));
    }
    if operation.paging.is_some() {
        set("paging", format!("Some(&{}_PAGING)", constant(id)));
    }
    if operation.quota != "default" {
        set("quota", format!("{:?}", operation.quota));
    }
    if let Some(wrapper) = operation.wrapper() {
        set("wrapper", format!("Some({wrapper:?})"));
    }
    if operation.deprecated {
        set("deprecated", "true".to_owned());
    }
    set("certainty", operation.certainty.to_string());
    set("documentation", format!("{documentation:?}"));
    if let Some(request) = &operation.request {
        let rewrite = if has_limits(contract, &request.schema) { "rewrite_within" } else { "rewrite" };
        set("request", format!("Some({rewrite}::<{}>)", body(request)));
    }
    if let Some(reply) = operation.reply() {
        let rewrite = if operation.may_be_empty() { "rewrite_any" } else { "rewrite" };
        set("reply", format!("Some({rewrite}::<{}>)", body(reply)));
    }
    text += "operation\n};\n";
    if let Some(paging) = &operation.paging {
        text += &paging_static(operation, paging);
    }
    text
}

fn but_not(reserved: &[String]) -> String {
    if reserved.is_empty() { String::new() } else { format!(".but_not(&{reserved:?})") }
}

/// The query parameters that choose a page. In a body, the model knows its fields.
fn page_parameters(operation: &Operation, paging: &Paging) -> String {
    if operation.request.is_some() {
        return String::new();
    }
    let name = |rust_name: &String| {
        let mut parameters = operation.parameters.iter().map(|parameter| &parameter.property);
        parameters.find(|property| property.rust_name == *rust_name).map(|property| &property.name)
    };
    let fields = paging.request.iter().filter_map(|(meaning, field)| Some((meaning, name(field)?)));
    let fields: Vec<_> =
        fields.map(|(meaning, name)| format!("(PageField::{}, {name:?})", upper_camel(meaning))).collect();
    format!(".parameters(&[{}])", fields.join(", "))
}

fn paging_static(operation: &Operation, paging: &Paging) -> String {
    let id = &operation.id;
    let ends: Vec<_> = paging.ends.iter().map(ToString::to_string).collect();
    let reach = paging.reach.map_or(String::new(), |reach| format!(".reach({reach})"));
    let value = format!(
        "Paging::new({}, {}).ends(&[{}]){reach}{}",
        paging.style,
        paging.size,
        ends.join(", "),
        page_parameters(operation, paging),
    );
    format!("\n/// How `{id}` is paged.\npub static {}_PAGING: Paging = {value};\n", constant(id))
}
