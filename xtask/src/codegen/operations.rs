//! The table of operations, and what holds for all of them.

use super::Contract;
use super::models::lower_first;
use super::rust::{constant, doc, upper_camel};
use crate::contract::{Operation, Paging, Quota};

pub fn operations(contract: &Contract) -> String {
    let mut text = imports(contract);
    text += &api(contract);
    text += &servers(contract);
    text += &quotas(contract);
    text +=
        "\n/// Every operation, in the order of the contract.\npub static OPERATIONS: &[&Operation] = &[\n";
    text.extend(contract.operations.iter().map(|operation| format!("    &{},\n", constant(&operation.id))));
    text += "];\n";
    text.extend(contract.operations.iter().map(operation));
    text
}

fn imports(contract: &Contract) -> String {
    let bodies = contract.operations.iter().flat_map(|operation| {
        operation.request.as_ref().map(|body| body.schema.as_str()).into_iter().chain(operation.reply())
    });
    let mut bodies: Vec<_> = bodies.collect();
    bodies.sort_unstable();
    bodies.dedup();
    let parameters = contract.operations.iter().any(|operation| !operation.parameters.is_empty());
    let encoding = contract.operations.iter().any(|operation| operation.request.is_some());
    let operation = [("Encoding", encoding), ("Operation", true), ("Parameter", parameters)];
    let operation: Vec<_> = operation.iter().filter(|(_, used)| *used).map(|(name, _)| *name).collect();
    let mut text =
        "use std::time::Duration;\n\nuse tassel_core::decode::rewrite;\nuse tassel_core::http::Method;\n"
            .to_owned();
    if !contract.quotas.is_empty() {
        text += "use tassel_core::layers::{QuotaRule, QuotaScope, Window};\n";
    }
    text += &format!("use tassel_core::operation::{{{}}};\n", operation.join(", "));
    if contract.operations.iter().any(|operation| operation.paging.is_some()) {
        text += "use tassel_core::paging::{Paging, PagingStyle};\n";
    }
    text + &format!(
        "use tassel_core::{{Api, Certainty, Safety}};\n\nuse super::models::{{{}}};\n",
        bodies.join(", ")
    )
}

fn api(contract: &Contract) -> String {
    let after_429 = contract.after_429.map_or_else(String::new, |(first, longest)| {
        format!("api.after_429 = Some(({}, {}));\n", seconds(first), seconds(longest))
    });
    let quotas = if contract.quotas.is_empty() { "" } else { "api.quotas = QUOTAS;\n" };
    format!(
        "\n/// {}. See <{}>.\npub static API: Api = {{\nlet mut api = Api::new({:?}, OPERATIONS);\n{quotas}{after_429}api\n}};\n\n\
         /// The header that carries the key.\npub const KEY_HEADER: &str = {:?};\n\n\
         /// What stands before the key in its header.\npub const KEY_PREFIX: &str = {:?};\n",
        contract.title,
        contract.documentation,
        contract.vendor,
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
    let windows: String = quota
        .trailing
        .iter()
        .map(|(requests, per)| format!("Window::Trailing {{ limit: {requests}, per: {} }},\n", seconds(*per)))
        .collect();
    format!(
        "QuotaRule {{\nname: {:?},\nscope: QuotaScope::{},\nwindows: &[\n{windows}],\nheaders: None,\n}},\n",
        quota.name,
        upper_camel(&quota.scope),
    )
}

fn seconds(seconds: u64) -> String {
    format!("Duration::from_secs({seconds})")
}

fn operation(operation: &Operation) -> String {
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
                    format!("Parameter::path({:?}, {:?}),\n", property.name, property.description)
                } else {
                    format!(
                        "Parameter::query({:?}, {}, {:?}),\n",
                        property.name, property.required, property.description
                    )
                }
            })
            .collect();
        set("parameters", format!("&[\n{parameters}]"));
    }
    if operation.request.is_some() {
        set("encoding", "Encoding::Json".to_owned());
    }
    let statuses: Vec<_> = operation.replies.iter().map(|reply| reply.status.to_string()).collect();
    if statuses != ["200"] {
        set("success", format!("&[{}]", statuses.join(", ")));
    }
    set("safety", format!("Safety::{}", upper_camel(&operation.safety)));
    if operation.paging.is_some() {
        set("paging", format!("Some(&{}_PAGING)", constant(id)));
    }
    if operation.quota != "default" {
        set("quota", format!("{:?}", operation.quota));
    }
    if let Some(wrapper) = &operation.wrapper {
        set("wrapper", format!("Some({wrapper:?})"));
    }
    if operation.deprecated {
        set("deprecated", "true".to_owned());
    }
    set("certainty", format!("Certainty::{}", upper_camel(&operation.certainty)));
    set("documentation", format!("{documentation:?}"));
    if let Some(body) = &operation.request {
        set("request", format!("Some(rewrite::<{}>)", body.schema));
    }
    if let Some(reply) = operation.reply() {
        set("reply", format!("Some(rewrite::<{reply}>)"));
    }
    text += "operation\n};\n";
    if let Some(paging) = &operation.paging {
        text += &paging_static(id, paging);
    }
    text
}

fn paging_static(id: &str, paging: &Paging) -> String {
    let new = format!("Paging::new(PagingStyle::{}, {})", upper_camel(&paging.style), paging.size);
    let value = match paging.reach {
        Some(reach) => format!("{{\nlet mut paging = {new};\npaging.reach = Some({reach});\npaging\n}}"),
        None => new,
    };
    format!("\n/// How `{id}` is paged.\npub static {}_PAGING: Paging = {value};\n", constant(id))
}
