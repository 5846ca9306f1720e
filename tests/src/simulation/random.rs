//! A generator of the simulation's own, so that a seed means the same on each system and for ever.

/// `SplitMix64` (Steele, Lea and Flood, 2014): one word of state, the same numbers on each platform.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A generator that always gives the same numbers for the same seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);

        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound` - 1; zero when `bound` is zero.
    pub fn below(&mut self, bound: u64) -> u64 {
        // The high half of the product: no division, and the slight unevenness is of no importance here.
        u64::try_from((u128::from(self.bits()) * u128::from(bound)) >> 64).unwrap_or(0)
    }

    /// An index into something with `length` parts.
    pub fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(u64::try_from(length).unwrap_or(0))).unwrap_or(0)
    }

    /// A number from `least` to `most`, both included.
    pub fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// True `parts` times in a hundred.
    pub fn chance(&mut self, parts: u64) -> bool {
        self.below(100) < parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_seed_never_change() {
        let mut random = Random::new(1_234_567);

        assert_eq!(
            [random.bits(), random.bits(), random.bits()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn a_bound_is_kept_and_reached() {
        let mut random = Random::new(7);
        let mut seen = [false; 6];
        for _ in 0..1_000 {
            seen[random.index(6)] = true;
        }

        assert_eq!(seen, [true; 6]);
        assert_eq!(random.below(0), 0);
    }
}
