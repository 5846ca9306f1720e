//! A name with several addresses: which one is the home's, and which ones stay.

use std::net::IpAddr;

/// The place of the home's address among those that were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// It is there already, and nothing has to be written.
    There,
    /// The new address takes the place of this one.
    At(usize),
}

/// Finds the home's address. `published` is what was last published for the name: what stands there beside it belongs to
/// someone else. `None`: nothing tells which one it is.
pub(crate) fn home_of(found: &[Option<IpAddr>], published: Option<IpAddr>, wanted: IpAddr) -> Option<Home> {
    let place = |address: IpAddr| found.iter().position(|found| *found == Some(address));
    let old = Some(published?).filter(|published| *published != wanted).and_then(place);

    match (old, place(wanted)) {
        (Some(old), _) => Some(Home::At(old)),
        (None, Some(_)) => Some(Home::There),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_home_is_what_was_published_and_nothing_is_guessed() {
        let at = |last: u8| IpAddr::from([192, 0, 2, last]);
        let found = [Some(at(8)), None, Some(at(9))];

        assert_eq!(home_of(&found, Some(at(9)), at(1)), Some(Home::At(2)));
        assert_eq!(home_of(&found, Some(at(9)), at(8)), Some(Home::At(2)));
        assert_eq!(home_of(&found, Some(at(9)), at(9)), Some(Home::There));
        // A write whose answer was lost.
        assert_eq!(home_of(&found, Some(at(5)), at(8)), Some(Home::There));
        // Nothing was ever published: the other one may be the home's of last month.
        assert_eq!(home_of(&found, None, at(8)), None);
        assert_eq!(home_of(&found, None, at(1)), None);
        assert_eq!(home_of(&found, Some(at(5)), at(1)), None);
    }
}
