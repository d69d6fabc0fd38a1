//! A row of the table.

use std::fmt;

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    pub what: String,
    /// The measurements of both sides.
    pub measured: String,
    pub figure: f64,
    pub unit: &'static str,
    pub target: Target,
}

/// The target of a figure.
#[derive(Debug, Clone, Copy)]
pub enum Target {
    AtMost(f64),
    AtLeast(f64),
    /// No target.
    None,
}

impl Row {
    /// The row of a ratio.
    pub fn ratio(what: impl Into<String>, measured: String, figure: f64, target: Target) -> Self {
        Self { what: what.into(), measured, figure, unit: "×", target }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, measured, figure, unit, target } = self;
        write!(f, "| {what} | {measured} | {} | ", number(*figure, unit))?;
        let is_met = match target {
            Target::AtMost(most) => {
                write!(f, "at most {}", number(*most, unit))?;
                figure <= most
            }
            Target::AtLeast(least) => {
                write!(f, "at least {}", number(*least, unit))?;
                figure >= least
            }
            Target::None => return write!(f, " | |"),
        };
        write!(f, " | {} |", if is_met { "yes" } else { "**no**" })
    }
}

fn number(number: f64, unit: &str) -> String {
    match unit {
        "×" => format!("{number:.3} ×"),
        "" => format!("{number:.0}"),
        _ => format!("{number:.1} {unit}"),
    }
}

/// A number with separators between thousands.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let parts: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    parts.join(",")
}

/// The median.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The comparison of two sides, measured alternately: the median of each, and the median of the ratios per round.
#[derive(Debug)]
pub struct Comparison {
    pub ours: f64,
    pub theirs: f64,
    pub ratio: f64,
}

/// Measures two sides alternately.
pub fn compare(rounds: usize, ours: impl Fn() -> f64, theirs: impl Fn() -> f64) -> Comparison {
    let rounds: Vec<_> = (0..rounds).map(|_| (ours(), theirs())).collect();
    Comparison {
        ours: median(rounds.iter().map(|(ours, _)| *ours)),
        theirs: median(rounds.iter().map(|(_, theirs)| *theirs)),
        ratio: median(rounds.iter().map(|(ours, theirs)| ours / theirs)),
    }
}
