//! Reports on every row.

use tassel_issuing::plan::{PlanOptions, Publish};
use tassel_issuing::report::Input;
use tassel_issuing::{ApplyOptions, Standing};

use crate::support::{Desk, cohort};

const SHEET: &str = "\
Remark,Name,=Email,ID,custom.Hall
=1+1,Imke Aalto,imke.aalto@example.org,T1-IMKE.AALTO,@home
+ plus,Obi Fenn,obi.fenn@example.org,,-5
\"a \"\"quoted\"\", one\",Rana Idris,rana.idris@example.org,C-3,'quote
,Suki Olsen,nowhere,C-4,
again,Imke Aalto,imke.aalto@example.org,C-5,
";

async fn reported(anonymous: bool) -> (String, Vec<String>) {
    let desk = Desk::new(false).await;
    let map = [("=Email".to_owned(), tassel_issuing::fields::Field::Email)];
    let sheet =
        tassel_issuing::sheet::Sheet::read(SHEET.as_bytes(), tassel_issuing::sheet::Format::Csv, &map);
    let options = PlanOptions {
        group: Some(desk.group.to_string()),
        now: Some(desk.sandbox.now()),
        ..PlanOptions::default()
    };
    let plan = tassel_issuing::plan::make(&desk.issuer, sheet.unwrap(), &options).await.unwrap();
    let skip = ApplyOptions { skip_invalid: true, ..ApplyOptions::default() };
    desk.apply(&plan, &skip).await.unwrap();
    let rows = desk.report(&plan, false);
    let known = rows.iter().map(|row| row.credential_id.clone().unwrap_or_default());
    let urls = rows.iter().map(|row| row.url.clone().unwrap_or_default());
    let ids = rows.iter().map(|row| row.own_id.clone().unwrap_or_default());
    (desk.csv(&plan, anonymous), known.chain(urls).chain(ids).collect())
}

#[tokio::test(start_paused = true)]
async fn a_report_has_the_columns_of_the_sheet_and_its_own() {
    let (csv, known) = reported(false).await;
    let (imke, obi, rana) = (&known[0], &known[1], &known[2]);
    let [page, second, third] = [&known[5], &known[6], &known[7]];
    assert!(page.starts_with("https://"), "{page}");
    let derived = &known[11];
    assert_eq!(
        csv,
        format!(
            "Remark,Name,'=Email,ID,custom.Hall,row,own_id,outcome,published,credential_id,url,problem\n\
             '=1+1,Imke Aalto,imke.aalto@example.org,T1-IMKE.AALTO,'@home,2,T1-IMKE.AALTO,created,true,{imke},{page},\n\
             '+ plus,Obi Fenn,obi.fenn@example.org,,-5,3,{derived},created,true,{obi},{second},\n\
             \"a \"\"quoted\"\", one\",Rana Idris,rana.idris@example.org,C-3,'quote,4,C-3,created,true,{rana},{third},\n\
             ,Suki Olsen,nowhere,C-4,,5,,invalid,false,,,column `=Email`: it is not an address; write one such as \
             imke.aalto@example.org\n\
             again,Imke Aalto,imke.aalto@example.org,C-5,,6,C-5,duplicate,false,,,row 2 stands for the same \
             credential; a second one for the same person needs an edition\n"
        )
    );
}

#[tokio::test(start_paused = true)]
async fn an_anonymous_report_has_nothing_of_the_sheet() {
    let (csv, known) = reported(true).await;
    let (imke, obi, rana, derived) = (&known[0], &known[1], &known[2], &known[11]);
    assert_eq!(
        csv,
        format!(
            "row,own_id,outcome,published,credential_id,url,problem\n\
             2,,created,true,{imke},,\n\
             3,{derived},created,true,{obi},,\n\
             4,,created,true,{rana},,\n\
             5,,invalid,false,,,\n\
             6,,duplicate,false,,,\n"
        )
    );
}

#[test]
fn the_words_for_where_a_row_stands() {
    let all = [
        (Standing::Created, "created"),
        (Standing::Updated, "updated"),
        (Standing::Kept, "kept"),
        (Standing::Invalid, "invalid"),
        (Standing::Duplicate, "duplicate"),
        (Standing::Conflict, "conflict"),
        (Standing::Refused, "refused"),
        (Standing::InDoubt, "in_doubt"),
        (Standing::Pending, "pending"),
        (Standing::Undone, "undone"),
    ];
    for (standing, name) in all {
        assert_eq!(standing.name(), name);
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_kept_is_reported_as_published_or_not() {
    for (publish, unpublished) in [(Publish::AtOnce, 0), (Publish::Never, 2)] {
        let desk = Desk::new(false).await;
        let options = PlanOptions { publish, ..PlanOptions::default() };
        let plan = desk.plan(&cohort(2), options.clone()).await;
        desk.apply(&plan, &ApplyOptions::default()).await.unwrap();
        std::fs::remove_file(desk.journal()).unwrap();
        let again = desk.plan(&cohort(2), options).await;
        assert_eq!((again.count("keep"), again.unpublished()), (2, unpublished), "{publish}");
        desk.apply(&again, &ApplyOptions::default()).await.unwrap();
        let published: Vec<_> = desk.report(&again, false).iter().map(|row| row.published).collect();
        assert_eq!(published, [unpublished == 0; 2], "{publish}");
    }
}

#[test]
fn the_cells_of_a_row_keep_their_order_in_json() {
    let cells = [("Name", "Imke"), ("Email", "imke@example.org"), ("Age", "9")];
    let input = Input(cells.map(|(heading, cell)| (heading.to_owned(), cell.to_owned())).into());
    let json = serde_json::to_string(&input).unwrap();
    assert_eq!(json, r#"{"Name":"Imke","Email":"imke@example.org","Age":"9"}"#);
}
