//! The `tassel` command.

#![deny(clippy::print_stderr, clippy::print_stdout, reason = "`output` escapes what is printed")]

mod args;
mod commands;
mod config;
mod events;
mod failure;
mod output;
mod text;
mod vendors;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
use failure::Failure;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    // The program mostly waits, so that one thread is faster than several.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = match runtime {
        Ok(runtime) => runtime.block_on(run(arguments)),
        Err(error) => Err(Failure::internal(format!("the runtime cannot be started: {error}"))),
    };
    match result {
        Ok(status) => status.into(),
        Err(failure) => failure.report(),
    }
}

/// Prints the help or the version, or what is wrong with the command line.
fn usage(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        error.render().to_string().lines().for_each(output::write_error_line);
        return ExitCode::from(2);
    }
    // A closed standard output is not a failure.
    let _ = error.print();
    ExitCode::SUCCESS
}

async fn run(arguments: Arguments) -> Result<failure::ExitStatus, Failure> {
    let Arguments { global, command } = arguments;
    match command {
        Command::Roll(options) => commands::roll::run(&global, &options).await,
        Command::Issue(command) => commands::issue::run(&global, &command).await,
        Command::Operations(options) => commands::operations::run(&global, &options),
        Command::Api(options) => commands::api::run(&global, &options).await,
        Command::Webhooks(command) => commands::webhooks::run(&global, &command).await,
        Command::Sandbox(options) => commands::sandbox::run(&global, &options).await,
        Command::Completions { shell } => commands::completions::run(shell),
    }
}
