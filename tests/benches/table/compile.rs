//! The time of a clean release build of a vendor crate, against octocrab's, and the time that each further vendor adds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::processes::output;
use crate::row::{Row, Target};

const VENDORS: [&str; 5] = ["accredible", "coursepath", "damstra", "falkor", "namecoach"];

/// The dependency on octocrab.
const OCTOCRAB: &str = "octocrab = \"0.54\"\n";

/// Builds outside the repository, each in an empty target directory, and deletes the results.
pub fn all() -> Vec<Row> {
    let folder = std::env::temp_dir().join(format!("tassel-compile-{}", std::process::id()));
    let rows = measure(&folder);
    fs::remove_dir_all(&folder).unwrap();
    rows
}

fn measure(folder: &Path) -> Vec<Row> {
    let octocrab = Project::new(folder, "octocrab", OCTOCRAB).build();
    let first = Project::new(folder, "vendor", &dependency(VENDORS[0]));
    let one = first.build();
    let what = "a vendor crate, clean release build, against octocrab's";
    let mut rows = vec![row(what, &one, &octocrab, "octocrab", 0.6)];
    // Each vendor is added to the previous build.
    for count in 2..=VENDORS.len() {
        let all: String = VENDORS[..count].iter().map(|vendor| dependency(vendor)).collect();
        let added = first.with(&all).build();
        let what = format!("a further vendor, {}, against the first", VENDORS[count - 1]);
        rows.push(row(&what, &added, &one, "the first", 0.2));
    }
    rows
}

fn row(what: &str, ours: &BuildTime, theirs: &BuildTime, whose: &str, most: f64) -> Row {
    let (busy, other) = (ours.processors, theirs.processors);
    let measured = format!(
        "{:.1} s, {whose} {:.1} s; of the processors {busy:.1} s and {other:.1} s, {:.3} ×",
        ours.seconds,
        theirs.seconds,
        busy / other,
    );
    Row::ratio(what, measured, ours.seconds / theirs.seconds, Target::AtMost(most))
}

fn dependency(vendor: &str) -> String {
    format!("tassel-{vendor} = {{ path = {:?} }}\n", root().join("crates").join(vendor))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_path_buf()
}

/// A cargo project with an empty library.
struct Project {
    folder: PathBuf,
}

/// The wall time and the processor time of a build.
struct BuildTime {
    seconds: f64,
    processors: f64,
}

impl Project {
    fn new(folder: &Path, name: &str, dependencies: &str) -> Self {
        let project = Self { folder: folder.join(name) };
        fs::create_dir_all(project.folder.join("src")).unwrap();
        fs::write(project.folder.join("src/lib.rs"), "").unwrap();
        // The versions of this workspace, where it has them.
        fs::copy(root().join("Cargo.lock"), project.folder.join("Cargo.lock")).unwrap();
        project.with(dependencies);
        project
    }

    fn with(&self, dependencies: &str) -> &Self {
        let head = "[package]\nname = \"measured\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n";
        fs::write(self.folder.join("Cargo.toml"), format!("{head}[dependencies]\n{dependencies}")).unwrap();
        self.cargo(&["fetch", "--quiet"]);
        self
    }

    fn build(&self) -> BuildTime {
        let (began, before) = (Instant::now(), processor_seconds());
        self.cargo(&["build", "--release", "--quiet", "--offline"]);
        BuildTime { seconds: began.elapsed().as_secs_f64(), processors: processor_seconds() - before }
    }

    fn cargo(&self, arguments: &[&str]) {
        let mut cargo = Command::new(env!("CARGO"));
        // The settings of this program's build do not apply.
        cargo.env("CARGO_TARGET_DIR", self.folder.join("target")).env_remove("RUSTFLAGS");
        output(cargo.args(arguments).current_dir(&self.folder));
    }
}

/// The processor time of the processes that this one has waited for.
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let (_, fields) = stat.rsplit_once(") ").unwrap();
    // The 16th and the 17th field of all, in hundredths of a second.
    fields.split(' ').skip(13).take(2).map(|ticks| ticks.parse::<f64>().unwrap() / 100.0).sum()
}
