//! The academy every sandbox is seeded with: the same learners, by email, at every vendor.

/// Someone who learns.
#[derive(Debug)]
pub(crate) struct Learner {
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
}

impl Learner {
    /// The academy's own id of the person.
    pub(crate) fn id(place: usize) -> String {
        format!("LRN-{:04}", place + 1)
    }
}

/// Something that is taught.
#[derive(Debug)]
pub(crate) struct Course {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    /// After how many years what was learnt has to be learnt again.
    pub(crate) years: Option<i16>,
}

const fn learner(name: &'static str, email: &'static str) -> Learner {
    Learner { name, email }
}

/// The learners.
pub(crate) const LEARNERS: &[Learner] = &[
    learner("Imani Okonjo", "imani.okonjo@example.org"),
    learner("Rafael Lindqvist", "rafael.lindqvist@example.org"),
    // Written with capitals at some vendors.
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
    // Has learnt, and has nothing to show for it.
    learner("Caspian Thorne", "caspian.thorne@example.org"),
];

/// The courses.
pub(crate) const COURSES: &[Course] = &[
    Course {
        code: "harbour-safety",
        name: "Harbour Safety",
        description: "Safe work on quays and decks.",
        years: Some(2),
    },
    Course {
        code: "crane-signals",
        name: "Crane Signals",
        description: "Hand and radio signals.",
        years: Some(3),
    },
    Course {
        code: "first-aid",
        name: "First Aid at Work",
        description: "What to do until help comes.",
        years: Some(1),
    },
    Course {
        code: "confined-spaces",
        name: "Confined Spaces",
        description: "Entering, working in and leaving tanks.",
        years: Some(2),
    },
    Course {
        code: "welcome-aboard",
        name: "Welcome Aboard",
        description: "The first day at the harbour.",
        years: None,
    },
];
