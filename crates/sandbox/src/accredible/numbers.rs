//! The vendor's numbers of records, in order.

use std::collections::{VecDeque, vec_deque};
use std::ops::{Bound, RangeBounds};

/// Different numbers in ascending order. New numbers are mostly the greatest, and a place in the order is found without
/// a walk to it.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers(VecDeque<u64>);

impl Numbers {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn first(&self) -> Option<u64> {
        self.0.front().copied()
    }

    pub(super) fn insert(&mut self, number: u64) {
        if self.0.back().is_none_or(|last| *last < number) {
            self.0.push_back(number);
        } else if let Err(place) = self.0.binary_search(&number) {
            self.0.insert(place, number);
        }
    }

    pub(super) fn remove(&mut self, number: u64) {
        if let Ok(place) = self.0.binary_search(&number) {
            self.0.remove(place);
        }
    }

    pub(super) fn iter(&self) -> vec_deque::Iter<'_, u64> {
        self.0.iter()
    }

    /// The numbers in a range.
    pub(super) fn range(&self, range: impl RangeBounds<u64>) -> vec_deque::Iter<'_, u64> {
        let from = match range.start_bound() {
            Bound::Unbounded => 0,
            Bound::Included(number) => self.0.partition_point(|it| it < number),
            Bound::Excluded(number) => self.0.partition_point(|it| it <= number),
        };
        let until = match range.end_bound() {
            Bound::Unbounded => self.0.len(),
            Bound::Included(number) => self.0.partition_point(|it| it <= number),
            Bound::Excluded(number) => self.0.partition_point(|it| it < number),
        };
        self.0.range(from.min(until)..until)
    }
}

impl FromIterator<u64> for Numbers {
    fn from_iter<I: IntoIterator<Item = u64>>(numbers: I) -> Self {
        let mut numbers: Vec<_> = numbers.into_iter().collect();
        numbers.sort_unstable();
        numbers.dedup();
        Self(numbers.into())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::ops::Bound;

    use super::Numbers;

    /// As a set, after random changes.
    #[test]
    fn numbers_are_a_set_in_order() {
        let mut random = fastrand::Rng::with_seed(7);
        let (mut numbers, mut set) = (Numbers::default(), BTreeSet::new());
        for _ in 0..2_000 {
            let number = random.u64(0..100);
            if random.bool() {
                numbers.insert(number);
                set.insert(number);
            } else {
                numbers.remove(number);
                set.remove(&number);
            }
            assert!(numbers.iter().eq(&set));
            assert_eq!((numbers.len(), numbers.first()), (set.len(), set.first().copied()));
            let from = random.u64(0..50);
            let until = random.u64(50..100);
            for range in [
                (Bound::Unbounded, Bound::Excluded(until)),
                (Bound::Excluded(from), Bound::Unbounded),
                (Bound::Included(from), Bound::Included(until)),
            ] {
                assert!(numbers.range(range).eq(set.range(range)), "{range:?}");
            }
        }
        assert_eq!(numbers.range((Bound::Excluded(60), Bound::Excluded(40))).len(), 0);
        assert!(Numbers::from_iter([3, 1, 3]).iter().eq(&[1, 3]));
    }
}
