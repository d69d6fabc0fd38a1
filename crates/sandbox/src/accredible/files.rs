//! PDFs of credentials, and ZIP files of them: their URLs, and the files themselves.

use serde_json::{Value, json};

use super::Accredible;
use super::input::object;
use super::rejection::Rejection;
use super::store::Credential;
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// The number of ZIP files that are kept.
const KEPT: usize = 100;

const UNPUBLISHED: &str = "Credential is not published";

impl Accredible {
    pub(super) fn generate_pdf(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let number = self.published(incoming.value("id"))?;
        Ok(Answer::json(
            200,
            &json!({"file": format!("{}/files/{number}.pdf", incoming.origin("accredible"))}),
        ))
    }

    pub(super) fn generate_pdfs(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let body = object(&incoming.body)?;
        let ids = body["credential_ids"].as_array().filter(|ids| !ids.is_empty());
        let ids = ids.ok_or_else(|| Rejection::field("credential_ids", "can't be blank"))?;
        let text = |id: &Value| id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        let mut numbers = ids.iter().map(|id| self.published(&text(id))).collect::<Result<Vec<_>, _>>()?;
        numbers.sort_unstable();
        numbers.dedup();
        let name = world.uuid();
        let file = format!("{}/files/{name}.zip", incoming.origin("accredible"));
        self.zips.push_back((name, numbers));
        if self.zips.len() > KEPT {
            self.zips.pop_front();
        }
        Ok(Answer::json(200, &json!({"file": file})))
    }

    /// The number of a published credential.
    fn published(&self, id: &str) -> Result<u64, Rejection> {
        let credential = self.credentials.find(id).ok_or(Rejection::NoCredential)?;
        let published = credential.published_on.map(|_| credential.number);
        published.ok_or_else(|| Rejection::Invalid(UNPUBLISHED.to_owned()))
    }

    /// A file by its name, while its credentials are there.
    pub(super) fn pdf_file(&self, name: &str) -> Option<Answer> {
        if let Some(number) = name.strip_suffix(".pdf") {
            let credential = self.credentials.get(number.parse().ok()?)?;
            return Some(Answer::file("application/pdf", self.pdf(credential)));
        }
        let name = name.strip_suffix(".zip")?;
        let (_, numbers) = self.zips.iter().find(|(known, _)| known == name)?;
        let found = numbers.iter().filter_map(|number| self.credentials.get(*number));
        let files = found.map(|it| (format!("{}.pdf", it.number), self.pdf(it)));
        Some(Answer::file("application/zip", zip(&files.collect::<Vec<_>>())))
    }

    /// A page with the names of the recipient and of the credential, and the date.
    fn pdf(&self, credential: &Credential) -> Vec<u8> {
        let lines = [
            (36, 380, credential.recipient.name.clone()),
            (24, 320, credential.name.clone()),
            (14, 270, credential.issued_on.to_string()),
        ];
        pdf(&credential.recipient.name, &lines)
    }
}

/// A PDF of one page, with a title. Each line has a size, a height and a text.
fn pdf(title: &str, lines: &[(u8, u16, String)]) -> Vec<u8> {
    let shown = |(size, height, text): &(u8, u16, String)| {
        // The font has the characters of Windows-1252, which agree with Unicode's first ones from U+00A0 on.
        let code = |c: char| u8::try_from(c).ok().filter(|code| matches!(code, 0x20..=0x7E | 0xA0..));
        let text: String = text.chars().map(|c| format!("{:02X}", code(c).unwrap_or(b'?'))).collect();
        format!("BT /F {size} Tf 72 {height} Td <{text}> Tj ET\n")
    };
    let content: String = lines.iter().map(shown).collect();
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
            .to_owned(),
        format!("<</Length {}>>\nstream\n{content}endstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        // A title may have any character, in UTF-16.
        format!(
            "<</Title<FEFF{}>>>",
            title.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<String>()
        ),
    ];
    let (mut file, mut table) = ("%PDF-1.4\n".to_owned(), "0000000000 65535 f \n".to_owned());
    for (number, object) in (1..).zip(objects) {
        table += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = file.len();
    file +=
        &format!("xref\n0 7\n{table}trailer\n<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

/// A ZIP file with files as they are, without compression.
fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    // Names and files of the sandbox are far shorter than these fields allow.
    let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes();
    let long = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
    for (name, file) in files {
        let mut entry = Vec::new();
        // Version 2.0, no flags, stored, midnight of 1 January 1980.
        entry.extend_from_slice(&[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);
        entry.extend_from_slice(&crc32(file).to_le_bytes());
        entry.extend_from_slice(&[long(file.len()), long(file.len())].concat());
        entry.extend_from_slice(&[short(name.len()), short(0)].concat());
        directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        directory.extend_from_slice(&entry);
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&long(zip.len()));
        directory.extend_from_slice(name.as_bytes());
        zip.extend_from_slice(b"PK\x03\x04");
        zip.extend_from_slice(&entry);
        zip.extend_from_slice(name.as_bytes());
        zip.extend_from_slice(file);
    }
    let (start, count) = (long(zip.len()), short(files.len()));
    zip.extend_from_slice(&directory);
    zip.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    zip.extend_from_slice(&[count, count].concat());
    zip.extend_from_slice(&[long(directory.len()), start].concat());
    zip.extend_from_slice(&[0, 0]);
    zip
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 * (crc & 1));
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}
