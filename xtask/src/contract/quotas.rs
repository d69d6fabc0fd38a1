//! Reads quotas, and what is waited after a 429.

use super::operations::word;
use super::yaml::{Node, Problem};
use super::{Quota, Window};

/// The quotas, by name.
pub fn quotas(node: Node<'_>) -> Result<Vec<Quota>, Problem> {
    let quotas = node.object()?;
    let quotas = quotas.entries().map(|(_, name, node)| {
        let object = node.object()?;
        let scope = word(&object, "scope")?;
        let windows = object.need("windows", "what is allowed in how many seconds")?.list()?;
        let windows = windows.into_iter().map(window).collect::<Result<_, _>>()?;
        let headers = object.get("headers").map(headers).transpose()?;
        object.finish("a quota")?;
        Ok(Quota { name: name.to_owned(), scope, windows, headers })
    });
    quotas.collect()
}

fn window(node: Node<'_>) -> Result<Window, Problem> {
    let object = node.object()?;
    let seconds = object.need("seconds", "in how many seconds")?.number()?;
    let window = match (object.get("trailing"), object.get("fixed")) {
        (Some(requests), None) => Window::Trailing(requests.number()?, seconds),
        (None, Some(requests)) => {
            let every = object.get("then-every").map(|node| node.number()).transpose()?;
            Window::Fixed(requests.number()?, seconds, every)
        }
        _ => return Err(node.problem("a window is either `trailing` or `fixed`; say how many requests")),
    };
    object.finish("a window")?;
    Ok(window)
}

fn headers(node: Node<'_>) -> Result<[String; 3], Problem> {
    let object = node.object()?;
    let header = |name| Ok(object.need(name, "the name of the header")?.text()?.to_ascii_lowercase());
    let headers = [header("limit")?, header("remaining")?, header("reset")?];
    object.finish("the headers of a quota")?;
    Ok(headers)
}

/// The first and the longest wait after a 429 that names none, in seconds.
pub fn after_429(node: Node<'_>) -> Result<(u64, u64), Problem> {
    let object = node.object()?;
    let seconds = |name| object.need(name, "the seconds")?.number();
    let waits = (seconds("first")?, seconds("longest")?);
    object.finish("the wait after a 429")?;
    Ok(waits)
}
