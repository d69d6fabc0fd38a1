//! `cargo xtask`: codegen, checks and release.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What keeps the workspace in order.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Makes the vendor crates' `src/generated/` from their contracts.
    Codegen {
        /// Only says whether the committed files are what the contracts give.
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Codegen { check } => xtask::codegen::run(check).map_err(|failure| failure.to_string()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
