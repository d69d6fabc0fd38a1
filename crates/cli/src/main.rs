//! The `tassel` command.

#![deny(clippy::print_stderr, clippy::print_stdout, reason = "`output` makes safe what is printed")]

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
    // One thread is faster than several for a program that mostly waits.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = match runtime {
        Ok(runtime) => runtime.block_on(run(arguments)),
        Err(error) => Err(Failure::ours(format!("the runtime cannot be started: {error}"))),
    };
    match result {
        Ok(done) => done.into(),
        Err(failure) => failure.report(),
    }
}

/// Prints what the command line asks for, such as help, or what is wrong with it.
fn usage(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        error.render().to_string().lines().for_each(output::complain);
        return ExitCode::from(2);
    }
    // Where nobody reads it, nothing is amiss.
    let _ = error.print();
    ExitCode::SUCCESS
}

async fn run(arguments: Arguments) -> Result<failure::Done, Failure> {
    let Arguments { global, command } = arguments;
    match command {
        Command::Roll(options) => commands::roll::run(&global, &options).await,
        Command::Operations(options) => commands::operations::run(&global, &options),
        Command::Api(options) => commands::api::run(&global, &options).await,
        Command::Webhooks(command) => commands::webhooks::run(&global, &command).await,
        Command::Sandbox(options) => commands::sandbox::run(&global, &options).await,
        Command::Completions { shell } => commands::completions::run(shell),
    }
}
