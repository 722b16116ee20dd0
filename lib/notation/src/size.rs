//! Sizes: digits and a suffix.

/// A count such as `10`, `2k`, `3MB`, `1GiB` or `1b`: no suffix or `c` 1, `w` 2, `b` 512, `K M G T P E` powers of 1024,
/// with `iB` too, and powers of 1000 with `B`. Small letters serve as well. `None` where it is none or too large.
pub fn parse(text: &[u8]) -> Option<u64> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, suffix) = text.split_at_checked(digits)?;
    let number: u64 = std::str::from_utf8(number).ok()?.parse().ok()?;
    number.checked_mul(factor(suffix)?)
}

fn factor(suffix: &[u8]) -> Option<u64> {
    let (&first, rest) = match suffix.split_first() {
        None => return Some(1),
        Some(parts) => parts,
    };
    let power = match (first.to_ascii_uppercase(), rest) {
        (b'C', []) => return Some(1),
        (b'W', []) => return Some(2),
        (b'B', []) if first == b'b' => return Some(512),
        (b'K', _) => 1,
        (b'M', _) => 2,
        (b'G', _) => 3,
        (b'T', _) => 4,
        (b'P', _) => 5,
        (b'E', _) => 6,
        _ => return None,
    };
    let base: u64 = match rest {
        [] | b"iB" => 1024,
        b"B" => 1000,
        _ => return None,
    };
    Some(base.pow(power))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn sizes() {
        assert_eq!(parse(b"10"), Some(10));
        assert_eq!(parse(b"2k"), Some(2048));
        assert_eq!(parse(b"3MB"), Some(3_000_000));
        assert_eq!(parse(b"1GiB"), Some(1 << 30));
        assert_eq!(parse(b"1b"), Some(512));
        assert_eq!(parse(b""), None);
        assert_eq!(parse(b"1x"), None);
        assert_eq!(parse(b"99999999999999999999"), None);
        assert_eq!(parse(b"16E"), None);
    }
}
