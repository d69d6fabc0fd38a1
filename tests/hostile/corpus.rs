//! Every file of the corpora, and no other.

use std::path::Path;

use tassel_tests::hostile::SUBJECTS;

use crate::support::corpus;

#[test]
fn every_file_holds() {
    for (target, holds) in SUBJECTS {
        let files = corpus(target);
        assert!(files.len() >= 5, "{target} has {} files", files.len());
        for (file, input) in files {
            println!("{}", file.display());
            holds(&input);
        }
    }
}

#[test]
fn every_subject_has_a_target() {
    let names = |folder: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder);
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let mut names: Vec<_> =
            files.map(|file| file.file_stem().unwrap().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let subjects: Vec<_> = SUBJECTS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names("targets"), subjects);
    assert_eq!(names("corpus"), subjects);
}
