//! Sorting of short lists that are nearly in order, as feeds are.
//!
//! Insertion sort: stable, linear on a list in order, and a few hundred bytes of wasm per type where std's sort takes
//! four thousand (docs/size.md). Lists here hold at most a few hundred entries.

/// Puts `list` in order; `is_before(a, b)` says that `a` must stand before `b`. Equal ones keep their places.
pub(crate) fn sort<T>(list: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while let Some([before, this]) = at.checked_sub(1).and_then(|from| list.get(from..=at))
            && is_before(this, before)
        {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn equal_entries_keep_their_order() {
        let mut list = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        sort(&mut list, |a, b| a.0 < b.0);
        assert_eq!(list, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn nothing_and_one_are_in_order() {
        let mut none: [u8; 0] = [];
        sort(&mut none, |a, b| a < b);
        let mut one = [1];
        sort(&mut one, |a, b| a < b);
        assert_eq!(one, [1]);
    }
}
