//! Guessing what a mistyped name meant.

use runtime::Entry;

/// The applet whose name is the fewest edits away from `name`, if that is few for its length.
pub fn nearest(name: &[u8], applets: impl Iterator<Item = Entry>) -> Option<Entry> {
    let allowed = (name.len() / 3).clamp(1, 2);
    let distance = |entry: &Entry| edits(name, entry.name().as_bytes());
    applets.filter(|entry| distance(entry) <= allowed && entry.name().len() > 1).min_by_key(distance)
}

/// Levenshtein's distance: insertions, deletions and replacements of one byte.
fn edits(from: &[u8], to: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (b, above) in to.iter().zip(row.iter_mut().skip(1)) {
            let replaced = diagonal + usize::from(a != b);
            diagonal = *above;
            left = replaced.min(*above + 1).min(left + 1);
            *above = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn counts_edits() {
        assert_eq!(edits(b"", b"abc"), 3);
        assert_eq!(edits(b"kitten", b"sitting"), 3);
        assert_eq!(edits(b"same", b"same"), 0);
    }
}
