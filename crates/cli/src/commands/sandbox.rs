//! `tassel sandbox`.

use std::net::SocketAddr;

use tassel_sandbox::{Sandbox, Server, Start};

use crate::args::{self, Global};
use crate::failure::{ExitStatus, Failure};
use crate::output::{write, write_message};
use crate::vendors::VENDORS;

pub(crate) async fn run(_: &Global, options: &args::Sandbox) -> Result<ExitStatus, Failure> {
    if options.print_env {
        let address: SocketAddr = options.listen.parse().map_err(|_| {
            Failure::usage(format!("`{}` is not an address; write it like 127.0.0.1:4010.", options.listen))
        })?;
        if address.port() == 0 {
            return Err(Failure::usage(
                "port 0 is not known before the sandbox starts. Leave --print-env out: the sandbox prints the variables when \
                 it starts.",
            ));
        }
        write(environment(&format!("http://{address}")).as_bytes())?;
        return Ok(ExitStatus::Complete);
    }
    let bind_failure = |error: std::io::Error| {
        Failure::config(format!(
            "the sandbox cannot listen at {}: {error}. Choose another address with --listen.",
            options.listen
        ))
    };
    let sandbox = Sandbox::start(Start { seed: options.seed, empty: options.empty });
    let server = Server::bind(sandbox, options.listen.as_str()).await.map_err(bind_failure)?;
    let server = options.allow_host.iter().fold(server, |server, name| server.allow_host(name));
    let url = format!("http://{}", server.address().map_err(bind_failure)?);
    write(environment(&url).as_bytes())?;
    write_message(&format!(
        "the sandbox serves at {url}; {url}/_sandbox/ lists its controls. Interrupt to stop."
    ));
    let serving = tokio::spawn(server.run());
    let interrupted = tokio::signal::ctrl_c().await;
    serving.abort();
    interrupted.map_err(|error| Failure::internal(format!("cannot listen for interrupts: {error}")))?;
    Ok(ExitStatus::Complete)
}

/// The environment variables for a sandbox, as shell commands.
fn environment(url: &str) -> String {
    let variables = VENDORS.iter().flat_map(|vendor| vendor.sandbox_environment(url));
    variables.map(|(name, value)| format!("export {name}={value}\n")).collect()
}
