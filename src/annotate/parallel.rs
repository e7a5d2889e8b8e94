//! One piece of work in several threads, for as many as the machine runs at once.

use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::LazyLock;
use std::thread;

/// How many tokens are worth a thread. One takes some 50 microseconds to come and go, in which a model reads thirty
/// tokens, and the core that it runs on is busy with the screen while the first article opens.
const LEAST: usize = 1500;

/// How many threads the machine runs at once.
static CORES: LazyLock<usize> = LazyLock::new(|| thread::available_parallelism().map_or(1, usize::from));

/// What `work` makes of each of the contiguous parts that `items` are cut into, in their order. Parts are of about the
/// same number of tokens, which `tokens` tells of an item.
pub fn parts<'t, T: Sync, R: Send>(
    items: &'t [T],
    tokens: impl Fn(&T) -> usize,
    work: impl Fn(&'t [T]) -> R + Sync,
) -> Vec<R> {
    let total: usize = items.iter().map(&tokens).sum();
    if total < 2 * LEAST {
        return vec![work(items)];
    }
    let cuts = cuts(items, tokens, total.div_ceil((total / LEAST).min(*CORES)));
    let mut parts = cuts.iter().map(|cut| &items[cut.clone()]);
    let first = parts.next().unwrap_or_default();
    let work = &work;
    thread::scope(|scope| {
        let others: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        let mut made = vec![work(first)];
        made.extend(others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic))));
        made
    })
}

/// What both make of so many tokens, the second in a thread of its own where that is worth it.
pub fn both<A, B: Send>(tokens: usize, first: impl FnOnce() -> A, second: impl FnOnce() -> B + Send) -> (A, B) {
    if tokens < 2 * LEAST || *CORES == 1 {
        return (first(), second());
    }
    thread::scope(|scope| {
        let second = scope.spawn(second);
        (first(), second.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Runs of items that hold `size` tokens or a little more.
fn cuts<T>(items: &[T], tokens: impl Fn(&T) -> usize, size: usize) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let (mut start, mut held) = (0, 0);
    for (at, item) in items.iter().enumerate() {
        held += tokens(item);
        if held >= size {
            cuts.push(start..at + 1);
            (start, held) = (at + 1, 0);
        }
    }
    if start < items.len() {
        cuts.push(start..items.len());
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_worked_on_once_and_in_order() {
        for count in [0, 1, 2, 7, 100, 10_000] {
            let items: Vec<usize> = (0..count).collect();
            let made = parts(&items, |item| item % 90, <[usize]>::to_vec).concat();
            assert_eq!(made, items);
        }
    }

    #[test]
    fn cuts_hold_about_the_same() {
        assert_eq!(cuts(&[5, 1, 1, 9, 2], |&tokens| tokens, 6), [0..2, 2..4, 4..5]);
    }

    #[test]
    #[should_panic(expected = "in the second")]
    fn a_panic_in_a_thread_is_the_callers() {
        both(10_000, || (), || panic!("in the second"));
    }
}
