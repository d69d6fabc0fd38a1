//! `tassel sandbox`.

use std::net::SocketAddr;

use tassel_sandbox::{Sandbox, Server, Start};

use crate::args::{self, Global};
use crate::failure::{Done, Failure};
use crate::output::{tell, write};
use crate::vendors::VENDORS;

pub(crate) async fn run(_: &Global, options: &args::Sandbox) -> Result<Done, Failure> {
    if options.print_env {
        let address: SocketAddr = options.listen.parse().map_err(|_| {
            Failure::usage(format!("`{}` is not an address; write it like 127.0.0.1:4010.", options.listen))
        })?;
        if address.port() == 0 {
            return Err(Failure::usage(
                "a port of 0 is known only once the sandbox serves; leave --print-env out, and what to export is \
                 printed when it starts.",
            ));
        }
        write(environment(&format!("http://{address}")).as_bytes())?;
        return Ok(Done::Whole);
    }
    let cannot = |error: std::io::Error| {
        Failure::config(format!(
            "the sandbox cannot listen at {}: {error}. Choose another with --listen.",
            options.listen
        ))
    };
    let sandbox = Sandbox::start(Start { seed: options.seed, empty: options.empty });
    let server = Server::bind(sandbox, options.listen.as_str()).await.map_err(cannot)?;
    let server = options.allow_host.iter().fold(server, |server, name| server.allow_host(name));
    let url = format!("http://{}", server.address().map_err(cannot)?);
    write(environment(&url).as_bytes())?;
    tell(&format!(
        "the sandbox serves at {url}; {url}/_sandbox/ lists what steers it. Interrupt it to stop."
    ));
    let serving = tokio::spawn(server.run());
    let interrupted = tokio::signal::ctrl_c().await;
    serving.abort();
    interrupted.map_err(|error| Failure::ours(format!("interrupts cannot be listened for: {error}")))?;
    Ok(Done::Whole)
}

/// What to export to point the command at a sandbox.
fn environment(url: &str) -> String {
    let variables = VENDORS.iter().flat_map(|vendor| vendor.sandbox_environment(url));
    variables.map(|(name, value)| format!("export {name}={value}\n")).collect()
}
