//! `tassel operations`.

use serde::Serialize;

use crate::args::{Format, Global, Operations};
use crate::failure::{ExitStatus, Failure};
use crate::output::{Rows, print};
use crate::vendors::{VENDORS, Vendor};

/// One operation of one vendor.
#[derive(Debug, Serialize)]
struct OperationRow {
    vendor: &'static str,
    id: &'static str,
    method: String,
    path: &'static str,
    safety: String,
    deprecated: bool,
    certainty: String,
    summary: &'static str,
    documentation: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(transparent)]
struct OperationList(Vec<OperationRow>);

impl Rows for OperationList {
    type Row = OperationRow;

    fn columns(&self) -> Vec<String> {
        ["vendor", "id", "method", "path", "safety", "deprecated", "certainty"].map(str::to_owned).into()
    }

    fn rows(&self) -> &[OperationRow] {
        &self.0
    }

    fn cells(&self, row: &OperationRow, _: &[String]) -> Vec<String> {
        let deprecated = if row.deprecated { "deprecated" } else { "" };
        [row.vendor, row.id, &row.method, row.path, &row.safety, deprecated, &row.certainty]
            .map(str::to_owned)
            .into()
    }
}

pub(crate) fn run(global: &Global, options: &Operations) -> Result<ExitStatus, Failure> {
    let vendors = match &options.vendor {
        Some(name) => vec![Vendor::find(name)?],
        None => VENDORS.iter().collect(),
    };
    let operations = vendors.into_iter().map(|vendor: &Vendor| vendor.api).flat_map(|api| {
        api.operations.iter().map(|operation| OperationRow {
            vendor: api.vendor,
            id: operation.id,
            method: operation.method.to_string(),
            path: operation.path,
            safety: operation.safety.to_string(),
            deprecated: operation.deprecated,
            certainty: operation.certainty.to_string(),
            summary: operation.summary,
            documentation: operation.documentation,
        })
    });
    print(&OperationList(operations.collect()), global.output.unwrap_or(Format::Table))?;
    Ok(ExitStatus::Complete)
}
