//! The command line: commands, arguments and help.

pub(crate) mod issue;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use tassel_core::kit::jiff::civil::Date;
use tassel_core::values::Secret;

use crate::vendors::VENDORS;

const EXIT_CODES: &str = "\
Exit codes:
   0  success
   1  internal error
   2  wrong command line
   3  wrong configuration
   4  denied (401, 403)
   5  not found (404)
   6  invalid input (400, 422, or refused before sending)
   7  throttled (429) or past the deadline
   8  no answer; the message says if the vendor may have acted
   9  other rejection by the vendor, or an unreadable answer
  10  partial: a listing may be incomplete, or some results failed
  11  a vendor could not be read to its end; the output has the records of the others

Configuration (the environment has priority):";

const FILES: &str = "

The command reads tassel.toml from the current folder, or else from tassel/ in the user's configuration folder. If a
file sets a URL, the keys for that URL are read from the same file only.
Add --sandbox to run any command against the embedded sandbox, without an account.";

/// The exit codes, the settings of each vendor, and the places of the configuration file.
fn after_help() -> String {
    let settings: String = VENDORS.iter().map(|vendor| vendor.help).collect();
    format!("{EXIT_CODES}{settings}{FILES}")
}

/// Read, compare and change the records of learners at education vendors.
#[derive(Debug, Parser)]
#[command(name = "tassel", version, after_help = after_help(), max_term_width = 110)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The options of every command.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// The output format. Default: table; json for `api`, csv for `issue report`
    #[arg(short, long, global = true, value_name = "FORMAT")]
    pub(crate) output: Option<Format>,
    /// Use the embedded sandbox instead of the vendors
    #[arg(long, global = true)]
    pub(crate) sandbox: bool,
    /// Read this configuration file
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A table to read
    Table,
    /// One JSON value
    Json,
    /// One JSON value per line
    Ndjson,
    /// Comma-separated values
    Csv,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List learners across all configured vendors: completions, certificates, credentials and recordings
    Roll(Roll),
    /// Issue credentials by the sheet: plan, apply, continue after any end, report, undo
    #[command(subcommand, after_help = issue::AFTER_HELP)]
    Issue(issue::Issue),
    /// List all operations
    Operations(Operations),
    /// Call an operation and print the reply
    Api(Api),
    /// List, receive and send events; --sandbox uses the webhook secret of the sandbox
    #[command(subcommand)]
    Webhooks(Webhooks),
    /// Serve the sandbox until interrupted
    Sandbox(Sandbox),
    /// Print the completion script of a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// The options of `roll`.
#[derive(Debug, Args)]
pub(crate) struct Roll {
    /// Only the person with this address. Only that person's records are requested
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    pub(crate) email: Option<String>,
    /// Only completions, certificates and credentials dated this day or later, and only learners who have any
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) since: Option<Date>,
    /// Only learners who lack one of these, as far as the vendors report. With --since, earlier records do not count
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub(crate) missing: Vec<Missing>,
}

/// What a learner may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Missing {
    /// No credential
    Credential,
    /// No recording of the name
    Recording,
    /// No completed course, passed or not
    Completion,
}

/// The options of `operations`.
#[derive(Debug, Args)]
pub(crate) struct Operations {
    /// Only this vendor
    #[arg(long, value_name = "VENDOR")]
    pub(crate) vendor: Option<String>,
}

/// The options of `api`.
#[derive(Debug, Args)]
pub(crate) struct Api {
    /// The vendor, such as accredible
    pub(crate) vendor: String,
    /// The operation, such as credentials.get; `tassel operations` lists them
    pub(crate) operation: String,
    /// A path parameter; may be repeated
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    pub(crate) path: Vec<(String, String)>,
    /// A query parameter; may be repeated
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    pub(crate) query: Vec<(String, String)>,
    /// The request body: JSON, @FILE, or - for standard input
    #[arg(long, value_name = "JSON|@FILE|-")]
    pub(crate) body: Option<String>,
    /// Send the request once, without retries
    #[arg(long)]
    pub(crate) no_retry: bool,
    /// Print the body of the answer unchanged
    #[arg(long)]
    pub(crate) raw: bool,
    /// Write the body of the answer to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// The commands of `webhooks`.
#[derive(Debug, Subcommand)]
pub(crate) enum Webhooks {
    /// List the documented events, whether each is verified or a hint, and the operation that reads it back
    List(Operations),
    /// Print each event as it arrives, until interrupted. Answers 200, 401 for a bad signature, 400 for a bad body
    Listen(Listen),
    /// Send an event like the vendor, signed if the vendor signs its events
    Trigger(Trigger),
}

/// The options of `webhooks listen`.
#[derive(Debug, Args)]
pub(crate) struct Listen {
    /// The vendor that sends the events
    #[arg(long, value_name = "VENDOR")]
    pub(crate) vendor: String,
    /// The address to listen at; port 0 chooses a free port
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:4011")]
    pub(crate) listen: String,
    /// Forward each readable event to this URL, unchanged, and return its answer
    #[arg(long, value_name = "URL")]
    pub(crate) forward: Option<String>,
}

/// The options of `webhooks trigger`.
#[derive(Debug, Args)]
pub(crate) struct Trigger {
    /// The vendor, such as falkor
    pub(crate) vendor: String,
    /// The event, such as enrolments; `tassel webhooks list` lists them
    pub(crate) event: String,
    /// The URL to send it to
    #[arg(long, value_name = "URL")]
    pub(crate) to: String,
    /// Change a field of the example, such as data.pathway.name=Rigging; may be repeated
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    pub(crate) set: Vec<(String, String)>,
    /// Sign with this secret. Other users of this machine can see it; prefer the configuration
    #[arg(long, value_name = "SECRET")]
    pub(crate) secret: Option<Secret>,
}

/// The options of `sandbox`.
#[derive(Debug, Args)]
pub(crate) struct Sandbox {
    /// The address to listen at; port 0 chooses a free port
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:4010")]
    pub(crate) listen: String,
    /// The seed of generated values
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(crate) seed: u64,
    /// Another host name that may use the controls, besides localhost and the address; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) allow_host: Vec<String>,
    /// Start without the example academy
    #[arg(long)]
    pub(crate) empty: bool,
    /// Print the environment variables for this sandbox and exit
    #[arg(long)]
    pub(crate) print_env: bool,
}

fn address(text: &str) -> Result<String, String> {
    // With an empty address, a vendor could return everybody.
    if text.contains('@') {
        Ok(text.trim().to_owned())
    } else {
        Err("this is not an email address".to_owned())
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write it as name=value".to_owned()),
    }
}
