//! `tassel api` with every operation of every vendor, against the sandbox: each is answered with success at least once,
//! and with each error that its contract names. Whoever adds an operation without rows for both is told.

mod accredible;
mod coursepath;
mod damstra;
mod falkor;
mod namecoach;

use std::collections::BTreeSet;

use tassel_sandbox::{Fault, Sandbox, Server, Settings};

use crate::support::{command, run_command};

/// The calls of a vendor's operations.
pub struct Vendor {
    pub name: &'static str,
    /// The operation, the status it is answered with, the arguments (none of them with a space in it), and what is set
    /// before; by resource, where there are many.
    pub rows: &'static [&'static [Row]],
    /// What has every operation answered with a status that it documents, whatever the arguments.
    pub anyway: &'static [(u16, Anyway)],
}

/// A call of an operation.
pub type Row = (&'static str, u16, &'static str, Set);

/// Changes settings.
pub type Set = fn(&mut Settings);

/// Nothing is changed.
pub const AS_IT_IS: Set = |_| {};

/// How a status comes about that has nothing to do with the arguments.
#[derive(Clone, Copy)]
pub enum Anyway {
    /// By settings.
    Set(Set),
    /// By a fault, with this body.
    Fault(&'static str),
}

/// Calls an operation of a fresh sandbox, and tells the status it was answered with and how the command ended.
async fn call(vendor: &str, row: (&str, &str), prepare: impl FnOnce(&Sandbox)) -> (Option<u16>, i32, String) {
    let (operation, arguments) = row;
    let sandbox = Sandbox::new();
    prepare(&sandbox);
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", server.address().unwrap());
    let serving = tokio::spawn(server.run());
    // What `tassel sandbox --print-env` would say, at this port.
    let printed = run_command(command(&["sandbox", "--print-env", "--listen", &url["http://".len()..]]));
    let arguments: Vec<_> =
        ["api", vendor, operation, "--no-retry"].into_iter().chain(arguments.split_whitespace()).collect();
    let mut command = command(&arguments);
    for line in printed.stdout.lines() {
        let (name, value) = line.strip_prefix("export ").unwrap().split_once('=').unwrap();
        command.env(name, value);
    }
    let run = tokio::task::spawn_blocking(|| run_command(command)).await.unwrap();
    serving.abort();
    let asked: Vec<_> = sandbox.requests();
    let status = asked.last().filter(|it| it.operation == Some(operation)).and_then(|it| it.status);
    (status, run.code, run.stderr)
}

/// How the command ends when an operation is answered with a status.
fn code(status: u16, is_result: bool) -> &'static [i32] {
    match status {
        207 => &[10],
        200..=299 | 302 => &[0],
        400.. if is_result => &[6],
        // Some vendors say in the body what the status leaves open.
        400 | 409 | 420 | 422 => &[6, 9],
        401 | 403 => &[4],
        404 => &[5],
        429 => &[7],
        _ => &[9],
    }
}

async fn check(vendor: &Vendor) {
    let folder = xtask::workspace::root().join("crates").join(vendor.name);
    let contract = xtask::codegen::contract_of(&folder).unwrap();
    let mut missing = Vec::new();
    for described in &contract.operations {
        let id = described.id.as_str();
        let results: BTreeSet<_> = described.replies.iter().map(|reply| reply.status).collect();
        let rows: Vec<_> = vendor.rows.iter().copied().flatten().filter(|row| row.0 == id).collect();
        let mut seen = BTreeSet::new();
        for (_, status, arguments, set) in &rows {
            let got = call(vendor.name, (id, arguments), |sandbox| sandbox.set(set)).await;
            let label = format!("{} {id} {arguments}: {got:?}", vendor.name);
            assert_eq!(got.0, Some(*status), "{label}");
            assert!(code(*status, results.contains(status)).contains(&got.1), "{label}");
            seen.insert(*status);
        }
        let Some((_, _, arguments, set)) = rows.iter().find(|row| results.contains(&row.1)) else {
            missing.push(format!("{id}: no success"));
            continue;
        };
        let errors: BTreeSet<_> = described.errors.iter().map(|error| error.status).collect();
        for (status, anyway) in vendor.anyway {
            if !errors.contains(status) || seen.contains(status) {
                continue;
            }
            let got = call(vendor.name, (id, arguments), |sandbox| match anyway {
                Anyway::Set(also) => {
                    sandbox.set(set);
                    sandbox.set(also);
                }
                Anyway::Fault(body) => {
                    let fault = Fault { body: Some((*body).to_owned()), ..Fault::status(*status) };
                    sandbox.fault(fault).unwrap();
                }
            });
            let got = got.await;
            let label = format!("{} {id} {arguments}: {got:?}", vendor.name);
            assert_eq!(got.0, Some(*status), "{label}");
            assert!(code(*status, false).contains(&got.1), "{label}");
            seen.insert(*status);
        }
        missing.extend(errors.difference(&seen).map(|status| format!("{id}: no {status}")));
        let documented: BTreeSet<_> = errors.union(&results).copied().collect();
        missing
            .extend(seen.difference(&documented).map(|status| format!("{id}: {status} is not documented")));
    }
    let known = |id: &&&str| contract.operations.iter().any(|operation| operation.id == ***id);
    let ids: Vec<_> = vendor.rows.iter().copied().flatten().map(|row| row.0).collect();
    assert!(ids.iter().all(|id| known(&id)), "a row is of no operation");
    assert_eq!(missing, Vec::<String>::new(), "{}", vendor.name);
}

#[test]
fn every_vendor_has_rows() {
    let folders = xtask::workspace::vendors().unwrap();
    let folders: Vec<_> = folders.iter().map(|path| path.file_name().unwrap().to_string_lossy()).collect();
    let named = [&accredible::CALLS, &coursepath::CALLS, &damstra::CALLS, &falkor::CALLS, &namecoach::CALLS];
    assert_eq!(folders, named.map(|vendor| vendor.name));
}

#[tokio::test]
async fn accredible() {
    check(&accredible::CALLS).await;
}

#[tokio::test]
async fn coursepath() {
    check(&coursepath::CALLS).await;
}

#[tokio::test]
async fn damstra() {
    check(&damstra::CALLS).await;
}

#[tokio::test]
async fn falkor() {
    check(&falkor::CALLS).await;
}

#[tokio::test]
async fn namecoach() {
    check(&namecoach::CALLS).await;
}
