//! A day's work at Accredible: a group with a design, three credentials with evidence, their PDFs, a login link and the
//! analytics. Run again, it finds what is there and issues nothing twice.
//!
//! ```sh
//! eval "$(cargo run -q -p tassel -- sandbox --print-env)"; cargo run -q -p tassel -- sandbox &
//! cargo run -p tassel-accredible --example accredible-day
//! ```

use std::error::Error;

use tassel_accredible::model::{
    CredentialId, DesignKind, NewCredential, NewDesign, NewEvidenceItem, NewGroup, Recipient, SsoRequest,
};
use tassel_accredible::{Client, TryStreamExt};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name| std::env::var(name).map_err(|error| format!("{name}: {error}"));
    let builder = Client::builder(variable("TASSEL_ACCREDIBLE_API_KEY")?);
    day(&builder.base_url(variable("TASSEL_ACCREDIBLE_URL")?).build()?).await
}

/// Does it with a client.
///
/// # Errors
///
/// A call failed.
pub async fn day(client: &Client) -> Result<(), Box<dyn Error>> {
    let (groups, credentials) = (client.groups(), client.credentials());
    let name = "tugs-2026";
    let known = groups.search().name(name).stream().try_next().await?;
    let group = if let Some(group) = known {
        group.id
    } else {
        let design = NewDesign::new("Tugs", DesignKind::Certificate, "eyJ2IjogMX0=");
        let design = client.designs().create(design).send().await?.id;
        let group = NewGroup::new(name, "Tugs", "Two days on the water").certificate_design_id(design);
        groups.create(group).send().await?.group.id
    };

    let crew = [("Ama Boateng", "ama", 91), ("Obi Fenn", "obi", 78), ("Imke Aalto", "imke", 84)];
    for (person, user, grade) in crew {
        // An own id finds the credential again, whatever became of the answer.
        let id = CredentialId::from(format!("tugs-2026-{user}"));
        let credential = match credentials.get(id.clone()).send_opt().await? {
            Some(credential) => credential,
            None => {
                let new =
                    NewCredential::new(Recipient::new(person, format!("{user}@example.org")), group.clone());
                credentials.create(new.id(id.clone())).send().await?
            }
        };
        if credential.evidence_items.is_none_or(|items| items.is_empty()) {
            client
                .evidence_items()
                .create(id.clone(), NewEvidenceItem::grade("Final test", grade))
                .send()
                .await?;
        }
        let pdf = credentials.generate_pdf(id.clone()).send().await?;
        let file = client.download(pdf.file.expose()).send().await?;
        let link = client.sso().generate_link(SsoRequest::default().credential_id(id)).send().await?;
        println!(
            "{person}: a PDF of {} bytes, a link of {} characters",
            file.bytes.len(),
            link.link.expose().len()
        );
    }
    let mut events = client.analytics().list().group(group).stream();
    while let Some(event) = events.try_next().await? {
        println!("{event:?}");
    }
    Ok(())
}
