//! The academy that every sandbox starts with: the same learners, by email address, at every vendor.
//!
//! Each irregularity of real data is present once:
//!
//! | Place | Who | What |
//! | --- | --- | --- |
//! | 2 | Siobhán Ní Dhomhnaill | has an address with capitals at Accredible; her credential has expired |
//! | 4 | Zofia Wójcik | is on two name pages |
//! | 5 | Kwame Asante-Boateng | has not recorded his name |
//! | 6 | Mei-Ling Cheung | completed Welcome Aboard and failed |
//! | 7 | Tāne Rāwiri | has a credential that was never published |
//! | 8 | Priya Venkataraman | has a credential for a course that she did not complete |
//! | 9 | João Figueiredo | has an earlier address at Coursepath and NameCoach |
//! | 35 | Caspian Thorne | completed Harbour Safety but has no credential; is on no name page |

use jiff::Span;
use jiff::civil::Date;

/// A learner.
#[derive(Debug)]
pub(crate) struct Learner {
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
}

impl Learner {
    /// The academy's id of a learner.
    pub(crate) fn id(place: usize) -> String {
        format!("LRN-{:04}", place + 1)
    }
}

/// A course.
#[derive(Debug)]
pub(crate) struct Course {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    /// How many years a credential is valid.
    pub(crate) years: Option<i16>,
    /// The vendor that offers the course. Falkor has a story on each course.
    pub(crate) taught_at: &'static str,
}

/// A learner's enrolment in a course.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Enrolment {
    /// The index of the course in [`COURSES`].
    pub(crate) course: usize,
    /// The day of completion, and whether the learner passed.
    pub(crate) completed: Option<(Date, bool)>,
}

/// The address of a learner at a vendor.
pub(crate) fn email_at(vendor: &str, place: usize) -> &'static str {
    match (vendor, place) {
        ("accredible", 2) => "Siobhan.NiDhomhnaill@Example.org",
        ("coursepath" | "namecoach", 9) => "joao.figueiredo@before.example.org",
        _ => LEARNERS[place].email,
    }
}

/// The day on which a learner completes a course.
pub(crate) fn completed_on(place: usize, course: usize, today: Date) -> Date {
    let whole = |number: usize| i32::try_from(number).unwrap_or(0);
    let before = Span::new().months(whole((place * 5 + course * 7) % 31)).days(whole(place % 28) + 1);
    today.saturating_sub(before)
}

/// The courses that a learner has a credential for: one or two; none for the last learner.
pub(crate) fn credited(place: usize) -> Vec<usize> {
    let second = place.is_multiple_of(3).then_some((place + 2) % COURSES.len());
    let courses = [Some(place % COURSES.len()), second].into_iter().flatten();
    courses.filter(|_| place + 1 < LEARNERS.len()).collect()
}

/// A learner's courses: those with a credential, and those not completed or not passed.
pub(crate) fn enrolments(place: usize, today: Date) -> Vec<Enrolment> {
    let done =
        |course, passed| Enrolment { course, completed: Some((completed_on(place, course, today), passed)) };
    let mut enrolments: Vec<_> = credited(place).into_iter().map(|course| done(course, true)).collect();
    match place {
        6 => enrolments.push(done(4, false)),
        8 => enrolments.iter_mut().for_each(|enrolment| enrolment.completed = None),
        _ if place + 1 == LEARNERS.len() => enrolments.push(done(0, true)),
        _ if place % 4 == 1 => {
            let course = (place + 1) % COURSES.len();
            if !enrolments.iter().any(|enrolment| enrolment.course == course) {
                enrolments.push(Enrolment { course, completed: None });
            }
        }
        _ => {}
    }
    enrolments
}

const fn learner(name: &'static str, email: &'static str) -> Learner {
    Learner { name, email }
}

/// The learners.
pub(crate) const LEARNERS: &[Learner] = &[
    learner("Imani Okonjo", "imani.okonjo@example.org"),
    learner("Rafael Lindqvist", "rafael.lindqvist@example.org"),
    learner("Siobhán Ní Dhomhnaill", "siobhan.nidhomhnaill@example.org"),
    learner("Nguyễn Thị Hạnh", "hanh.nguyen@example.org"),
    learner("Zofia Wójcik", "zofia.wojcik@example.org"),
    learner("Kwame Asante-Boateng", "kwame.asante@example.org"),
    learner("Mei-Ling Cheung", "meiling.cheung@example.org"),
    learner("Tāne Rāwiri", "tane.rawiri@example.org"),
    learner("Priya Venkataraman", "priya.venkataraman@example.org"),
    learner("João Figueiredo", "joao.figueiredo@example.org"),
    learner("Astrid Bjørnsdóttir", "astrid.bjornsdottir@example.org"),
    learner("Olumide Adébáyò", "olumide.adebayo@example.org"),
    learner("Yūki Hasegawa", "yuki.hasegawa@example.org"),
    learner("Aisha Al-Mansoori", "aisha.almansoori@example.org"),
    learner("Dragan Đorđević", "dragan.djordjevic@example.org"),
    learner("Leilani Kahananui", "leilani.kahananui@example.org"),
    learner("Émile Beauchêne", "emile.beauchene@example.org"),
    learner("Xochitl Ramírez", "xochitl.ramirez@example.org"),
    learner("Saoirse O'Malley", "saoirse.omalley@example.org"),
    learner("Bartholomew Quist", "bart.quist@example.org"),
    learner("Chiara Dell'Acqua", "chiara.dellacqua@example.org"),
    learner("Mbali Dlamini", "mbali.dlamini@example.org"),
    learner("Henrik Østergaard", "henrik.ostergaard@example.org"),
    learner("Farida Rahimzadeh", "farida.rahimzadeh@example.org"),
    learner("Lucía Etxeberria", "lucia.etxeberria@example.org"),
    learner("Tomasz Wren", "tomasz.wren@example.org"),
    learner("Ngaire Te Aika", "ngaire.teaika@example.org"),
    learner("Rashid Karimov", "rashid.karimov@example.org"),
    learner("Beatriz Guimarães", "beatriz.guimaraes@example.org"),
    learner("Jun-ho Park", "junho.park@example.org"),
    learner("Freya Hallworth", "freya.hallworth@example.org"),
    learner("Sione Taufa", "sione.taufa@example.org"),
    learner("Inés Sepúlveda", "ines.sepulveda@example.org"),
    learner("Viktor Szabó", "viktor.szabo@example.org"),
    learner("Amara Nwosu", "amara.nwosu@example.org"),
    learner("Caspian Thorne", "caspian.thorne@example.org"),
];

/// The courses.
pub(crate) const COURSES: &[Course] = &[
    Course {
        code: "harbour-safety",
        name: "Harbour Safety",
        description: "Safe work on quays and decks.",
        years: Some(2),
        taught_at: "coursepath",
    },
    Course {
        code: "crane-signals",
        name: "Crane Signals",
        description: "Hand and radio signals.",
        years: Some(3),
        taught_at: "coursepath",
    },
    Course {
        code: "first-aid",
        name: "First Aid at Work",
        description: "What to do until help comes.",
        years: Some(1),
        taught_at: "damstra",
    },
    Course {
        code: "confined-spaces",
        name: "Confined Spaces",
        description: "Entering, working in and leaving tanks.",
        years: Some(2),
        taught_at: "damstra",
    },
    Course {
        code: "welcome-aboard",
        name: "Welcome Aboard",
        description: "The first day at the harbour.",
        years: None,
        taught_at: "coursepath",
    },
];
