//! `tassel completions`.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Arguments;
use crate::failure::{ExitStatus, Failure};
use crate::output::write;

pub(crate) fn run(shell: Shell) -> Result<ExitStatus, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "tassel", &mut script);
    write(&script)?;
    Ok(ExitStatus::Complete)
}
