//! Bytes that nobody wrote: they are read or refused, and never a panic.

use tassel_issuing::sheet::{Format, Sheet};

/// Pieces that mean something in one of the formats.
const PIECES: [&str; 32] = [
    "name",
    "email",
    "custom.",
    "issued_on",
    ",",
    ";",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\"",
    "\"\"",
    "{",
    "}",
    "[",
    ":",
    "null",
    "1e9",
    "\\ud800",
    "\u{FEFF}",
    "\u{200B}",
    "ö",
    "sep=;\n",
    "=1+1",
    "#REF!",
    "03/04/2026",
    "28. Nov 2026",
    "14:00",
    "a@b",
    "+49 (0)",
    "%",
    "PK\u{3}\u{4}",
];

#[test]
fn any_text_is_read_or_refused() {
    let seed = seed();
    for seed in seed..seed + if cfg!(debug_assertions) { 2000 } else { 50_000 } {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut bytes = match random.u8(0..3) {
            0 => b"name,email,issued_on,phone,grade\n".to_vec(),
            1 => b"{\"name\": \"A\", \"email\": \"a@b\"}\n".to_vec(),
            _ => Vec::new(),
        };
        for _ in 0..random.usize(0..60) {
            match random.u8(0..8) {
                0 => bytes.push(random.u8(..)),
                _ => bytes.extend(random.choice(PIECES).unwrap_or_default().bytes()),
            }
        }
        let run = || {
            for format in [Format::of("-", &bytes), Format::Csv, Format::Ndjson, Format::Xlsx { sheet: None }]
            {
                if let Ok(sheet) = Sheet::read(&bytes, format, &[]) {
                    for row in &sheet.rows {
                        assert!(row.cells.len() >= sheet.columns.headings.len());
                        let _ = sheet.columns.read(&row.cells);
                    }
                }
            }
        };
        assert!(
            std::panic::catch_unwind(run).is_ok(),
            "TASSEL_SEED={seed}: {:?}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

#[test]
fn what_a_csv_writer_writes_is_read_back() {
    let seed = seed();
    for seed in seed..seed + 500 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut cell = || -> String {
            let pieces = [",", ";", "\t", "\n", "\r\n", "\r", "\"", "ö", " ", "sep=", "Imke"];
            (0..random.usize(0..6)).map(|_| *random.choice(&pieces).unwrap()).collect()
        };
        let written: Vec<Vec<String>> =
            (0..8).map(|_| vec!["A".to_owned(), cell(), cell(), "z".to_owned()]).collect();
        for (separator, end) in [(b',', csv::Terminator::CRLF), (b';', csv::Terminator::Any(b'\n'))] {
            let mut writer = csv::WriterBuilder::new();
            let mut writer = writer.delimiter(separator).terminator(end).from_writer(Vec::new());
            writer.write_record(["name", "email", "meta.a,b;;c", "meta.z"]).unwrap();
            for row in &written {
                writer.write_record(row).unwrap();
            }
            let bytes = writer.into_inner().unwrap();
            let sheet = Sheet::read(&bytes, Format::Csv, &[]).unwrap();
            let read: Vec<Vec<String>> = sheet.rows.into_iter().map(|row| row.cells.into()).collect();
            assert_eq!(read, written, "TASSEL_SEED={seed}");
        }
    }
}

/// The first seed.
pub fn seed() -> u64 {
    std::env::var("TASSEL_SEED").map_or(0x5EED, |seed| seed.parse().unwrap())
}
