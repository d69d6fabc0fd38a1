//! What the command line says.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use tassel_core::kit::jiff::civil::Date;
use tassel_core::values::Secret;

use crate::vendors::VENDORS;

const EXIT_CODES: &str = "\
Exit codes:
   0  done
   1  a fault of ours
   2  usage
   3  configuration
   4  denied (401, 403)
   5  not found (404)
   6  invalid or refused input (400, 422, or refused before it was sent)
   7  throttled or out of time
   8  no answer; for a write the outcome may be unknown, which the message says
   9  rejected by the vendor, or answered with what cannot be read
  10  done in part: a listing may not be whole
  11  a vendor could not be read to its end; what the others told is there

Configuration, the environment first:";

const FILES: &str = "

tassel.toml is looked for in the current folder, then under tassel/ in the user's configuration folder. A file that
names a URL is the only place that the keys for that URL are taken from.
Add --sandbox to run any command against the embedded sandbox, without an account.";

/// The exit codes, the settings of each vendor, and where they are looked for.
fn after_help() -> String {
    let settings: String = VENDORS.iter().map(|vendor| vendor.help).collect();
    format!("{EXIT_CODES}{settings}{FILES}")
}

/// Look up, call and compare what education vendors hold.
#[derive(Debug, Parser)]
#[command(name = "tassel", version, after_help = after_help(), max_term_width = 110)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What holds for every command.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// How to print. Default: table, and json for `api`
    #[arg(short, long, global = true, value_name = "FORMAT")]
    pub(crate) output: Option<Format>,
    /// Run against the embedded sandbox, over HTTP on this machine
    #[arg(long, global = true)]
    pub(crate) sandbox: bool,
    /// Read this configuration file
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// How to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Table,
    /// All of it as one JSON value
    Json,
    /// One JSON value a line
    Ndjson,
    /// Comma-separated values
    Csv,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// One row per learner: what each completed, holds, and has recorded, at all vendors that are configured
    Roll(Roll),
    /// List every operation that can be called
    Operations(Operations),
    /// Call any operation and print its reply in the vendor's own shape
    Api(Api),
    /// Receive and send the events that vendors send unasked; with --sandbox, signed as the sandbox signs
    #[command(subcommand)]
    Webhooks(Webhooks),
    /// Serve the sandbox until it is interrupted
    Sandbox(Sandbox),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// What `roll` takes.
#[derive(Debug, Args)]
pub(crate) struct Roll {
    /// Only the person with this address; the vendors are asked for no one else
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    pub(crate) email: Option<String>,
    /// Only completions, certificates and credentials dated this day or later, and who has any
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) since: Option<Date>,
    /// Only who lacks one of these, as far as is known: holds no credential, has no recording, has completed nothing;
    /// with --since, none of that day or later
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub(crate) missing: Vec<Missing>,
}

/// What a learner may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Missing {
    /// Any credential
    Credential,
    /// A recording of the name
    Recording,
    /// Anything completed, passed or not
    Completion,
}

/// What `operations` takes.
#[derive(Debug, Args)]
pub(crate) struct Operations {
    /// Only those of this vendor
    #[arg(long, value_name = "VENDOR")]
    pub(crate) vendor: Option<String>,
}

/// What `api` takes.
#[derive(Debug, Args)]
pub(crate) struct Api {
    /// The vendor, such as accredible
    pub(crate) vendor: String,
    /// The operation, such as credentials.get; `tassel operations` lists them
    pub(crate) operation: String,
    /// A parameter of the path
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    pub(crate) path: Vec<(String, String)>,
    /// A parameter of the query
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    pub(crate) query: Vec<(String, String)>,
    /// The request body: JSON, @FILE, or - for standard input
    #[arg(long, value_name = "JSON|@FILE|-")]
    pub(crate) body: Option<String>,
    /// Send it once, whatever comes of it
    #[arg(long)]
    pub(crate) no_retry: bool,
    /// Print the body of the answer as it came
    #[arg(long)]
    pub(crate) raw: bool,
    /// Write the body of the answer to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// The commands of `webhooks`.
#[derive(Debug, Subcommand)]
pub(crate) enum Webhooks {
    /// List every event that is documented: whether it is a verified fact or a hint, and what reads it back
    List(Operations),
    /// Print each event as it comes, until it is interrupted: 200 to what can be read, 401 to a bad signature, 400 to a
    /// bad body
    Listen(Listen),
    /// Send an event as the vendor would, signed where the vendor signs
    Trigger(Trigger),
}

/// What `webhooks listen` takes.
#[derive(Debug, Args)]
pub(crate) struct Listen {
    /// The vendor whose events they are
    #[arg(long, value_name = "VENDOR")]
    pub(crate) vendor: String,
    /// Where to listen; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:4011")]
    pub(crate) listen: String,
    /// Pass what can be read on to this URL, untouched, and answer what it answers
    #[arg(long, value_name = "URL")]
    pub(crate) forward: Option<String>,
}

/// What `webhooks trigger` takes.
#[derive(Debug, Args)]
pub(crate) struct Trigger {
    /// The vendor, such as falkor
    pub(crate) vendor: String,
    /// The event, such as enrolments; `tassel webhooks list` lists them
    pub(crate) event: String,
    /// Where to send it
    #[arg(long, value_name = "URL")]
    pub(crate) to: String,
    /// Give a field of the example another value, such as data.pathway.name=Rigging
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    pub(crate) set: Vec<(String, String)>,
    /// Sign with this secret. Others on this machine may see it; the configuration is the better place
    #[arg(long, value_name = "SECRET")]
    pub(crate) secret: Option<Secret>,
}

/// What `sandbox` takes.
#[derive(Debug, Args)]
pub(crate) struct Sandbox {
    /// Where to listen; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:4010")]
    pub(crate) listen: String,
    /// What made-up values are drawn from
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(crate) seed: u64,
    /// Another host name for the controls, beside localhost and the address; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) allow_host: Vec<String>,
    /// Start without the academy
    #[arg(long)]
    pub(crate) empty: bool,
    /// Print what to export to point the command at it, and serve nothing
    #[arg(long)]
    pub(crate) print_env: bool,
}

fn address(text: &str) -> Result<String, String> {
    // Without one, a vendor might be asked for everybody.
    if text.contains('@') { Ok(text.trim().to_owned()) } else { Err("it is no address".to_owned()) }
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write it as name=value".to_owned()),
    }
}
