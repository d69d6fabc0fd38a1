//! `cargo xtask`: codegen, checks and release.

use std::path::PathBuf;
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
    /// Send hostile answers to a client, and say what each costs in time and memory
    Attack,
    /// Measure what tassel costs, each figure beside another of the same run, and print the table
    Bench {
        /// What to measure; all where none is named
        subjects: Vec<String>,
    },
    /// Make the vendor crates' `src/generated/` from their contracts
    Codegen {
        /// Only say whether the committed files are what the contracts give
        #[arg(long)]
        check: bool,
    },
    /// Print how many crates each leaf crate resolves to
    Deps {
        /// Fail where a ceiling is broken, a crate comes twice, or cargo-deny finds something
        #[arg(long)]
        check: bool,
    },
    /// Check the library crates under the combinations of their features
    Features,
    /// Run cargo-mutants on core and records, and compare the survivors with `.ci/mutants-survivors.txt`
    Mutants {
        /// Arguments of cargo-mutants, such as `--file crates/core/src/mask.rs` or `--shard 1/8`
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Say which handwritten files are too long, and what a published crate lacks
    Tidy,
    /// Rehearse a release
    Release {
        /// Publish nothing; publishing is done by hand, in the order that is printed
        #[arg(long, required = true)]
        dry_run: bool,
    },
    /// Work on the vendor crates
    #[command(subcommand)]
    Vendor(Vendor),
}

#[derive(Debug, Subcommand)]
enum Vendor {
    /// Make the crate of a new vendor from its contract, and register it
    New {
        /// The name of its folder in `crates/`, such as `acme`
        name: String,
        /// The contract: OpenAPI 3.0.3 with the extensions that CONTRIBUTING.md describes
        contract: PathBuf,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Attack => xtask::bench::attack(),
        Task::Bench { subjects } => xtask::bench::run(&subjects),
        Task::Codegen { check } => xtask::codegen::run(check).map_err(|failure| failure.to_string()),
        Task::Deps { check } => xtask::deps::run(check),
        Task::Features => xtask::features::run(),
        Task::Mutants { arguments } => xtask::mutants::run(&arguments),
        Task::Tidy => xtask::tidy::run(),
        Task::Release { .. } => xtask::release::dry_run(),
        Task::Vendor(Vendor::New { name, contract }) => {
            xtask::vendor::new(&xtask::workspace::root(), &name, &contract).map(|left| print!("{left}"))
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
