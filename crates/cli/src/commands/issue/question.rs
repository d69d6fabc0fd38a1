//! The question before something is written.

use std::io::{BufRead, IsTerminal};

use crate::failure::Failure;
use crate::output::{write_error_line, write_prompt};

/// Says what is about to be done, and goes on only if somebody types `yes`, or `--yes` was given.
pub(super) fn confirm(lines: &[String], is_given: bool) -> Result<(), Failure> {
    if is_given {
        return Ok(());
    }
    lines.iter().for_each(|line| write_error_line(line));
    if !std::io::stdin().is_terminal() {
        return Err(Failure::usage("nothing was sent: there is no terminal to ask at. Give --yes to go on."));
    }
    write_prompt("Type yes to go on: ");
    let mut answer = String::new();
    let read = std::io::stdin().lock().read_line(&mut answer);
    match read {
        Ok(_) if answer.trim() == "yes" => Ok(()),
        _ => Err(Failure::usage("nothing was sent: the answer was not yes.")),
    }
}
