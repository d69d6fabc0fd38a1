//! Inputs, and how many of them.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tassel_core::operation::Operation;
use tassel_tests::Vendor;

/// Fewer in a debug build, where each takes twenty times as long.
pub const CASES: u32 = if cfg!(debug_assertions) { 2_000 } else { 100_000 };

/// Runs a property from a seed that is printed where it does not hold. Says how often it said what.
pub fn check<S, T>(cases: u32, strategy: S, property: impl Fn(&[u8]) -> T) -> BTreeMap<T, u32>
where
    S: Strategy<Value = Vec<u8>>,
    T: Ord + Debug,
{
    let seed = std::env::var("TASSEL_TEST_SEED").map_or(1, |seed| seed.parse().unwrap());
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &key(seed)));
    let said = Mutex::new(BTreeMap::new());
    let result = runner.run(&strategy.prop_map(Readable), |Readable(input)| {
        let answer = property(&input);
        *said.lock().unwrap().entry(answer).or_insert(0) += 1;
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("TASSEL_TEST_SEED={seed}: {error}"));
    said.into_inner().unwrap()
}

/// The key of the random numbers of a seed.
fn key(seed: u64) -> [u8; 32] {
    match u8::try_from(seed) {
        Ok(byte) => [byte; 32],
        Err(_) => std::array::from_fn(|index| seed.to_le_bytes()[index % 8]),
    }
}

/// An input that is printed as the text it nearly is.
#[derive(Clone)]
struct Readable(Vec<u8>);

impl Debug for Readable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "b\"{}\"", self.0.escape_ascii())
    }
}

/// The first line of an input: any of these operations of any vendor, and a number.
pub fn line(
    operations: fn(Vendor) -> Vec<&'static Operation>,
    number: impl Strategy<Value = u16>,
) -> impl Strategy<Value = Vec<u8>> {
    let of = move |vendor: &Vendor| {
        let vendor = *vendor;
        operations(vendor).into_iter().map(move |operation| (vendor.api().vendor, operation.id))
    };
    let known: Vec<_> = Vendor::ALL.iter().flat_map(of).collect();
    (select(known), number)
        .prop_map(|((vendor, operation), number)| format!("{vendor} {operation} {number}\n").into_bytes())
}

/// Some parts, one after the other.
pub fn concat(parts: Vec<BoxedStrategy<Vec<u8>>>) -> impl Strategy<Value = Vec<u8>> {
    parts.prop_map(|parts| parts.concat())
}

pub fn bytes(most: usize) -> BoxedStrategy<Vec<u8>> {
    vec(any::<u8>(), 0..most).boxed()
}

/// Text of these pieces, which looks more like what is read than bytes do.
pub fn text(pieces: &'static [&'static str], most: usize) -> BoxedStrategy<Vec<u8>> {
    vec(select(pieces), 0..most).prop_map(|pieces| pieces.concat().into_bytes()).boxed()
}

/// One of these with bytes cut out, put in and changed.
pub fn damaged(samples: Vec<Vec<u8>>) -> BoxedStrategy<Vec<u8>> {
    let damages = vec((any::<Index>(), 0..4_u8, any::<u8>()), 1..6);
    let damaged = (select(samples), damages).prop_map(|(mut sample, damages)| {
        for (place, kind, byte) in damages {
            let at = place.index(sample.len() + 1);
            match kind {
                0 => sample.truncate(at),
                1 => sample.insert(at, byte),
                _ if at == sample.len() => {}
                2 => drop(sample.remove(at)),
                _ => sample[at] ^= byte,
            }
        }
        sample
    });
    damaged.boxed()
}

/// The corpus of a fuzz target, in the order of its names.
pub fn corpus(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| (file.clone(), std::fs::read(file).unwrap())).collect()
}

/// What is in the corpus of a fuzz target.
pub fn samples(target: &str) -> Vec<Vec<u8>> {
    corpus(target).into_iter().map(|(_, bytes)| bytes).collect()
}

/// Every operation of a vendor.
pub fn operations(vendor: Vendor) -> Vec<&'static Operation> {
    vendor.api().operations.to_vec()
}

/// Every listing of a vendor.
pub fn listings(vendor: Vendor) -> Vec<&'static Operation> {
    vendor.listings()
}
