//! A name with several addresses: the one that was published is replaced, and the others stay.

use std::net::IpAddr;

use serde_json::Value;

use super::super::pick;
use super::super::steps::{ReadStep, WriteStep};
use super::super::template::Json;
use super::Target;
use crate::provider::beside::{Home, home_of};

/// The entry that is the home's; of a list within it, the home's element stands first.
pub(super) struct Chosen {
    pub(super) entry: Value,
    /// The address that it has now.
    pub(super) old: String,
}

/// Finds the home's address among several, and notes in the target what stays beside it. `None`: it is not clear which
/// one it is, or the API can only replace all of them by one.
pub(super) fn choose(
    step: &ReadStep,
    writes: &[WriteStep],
    own: &[&Value],
    published: Option<IpAddr>,
    target: &mut Target,
) -> Option<Chosen> {
    let wanted = target.address.get();
    let each: Vec<(&Value, String)> = own
        .iter()
        .flat_map(|entry| pick::contents(step, entry).into_iter().map(move |content| (*entry, content)))
        .collect();
    let found: Vec<Option<IpAddr>> = each.iter().map(|(_, content)| content.trim().parse().ok()).collect();
    let home = home_of(&found, published, wanted)?;
    let place = match home {
        Home::At(place) => place,
        Home::There => found.iter().position(|found| *found == Some(wanted))?,
    };
    let (entry, old) = each.get(place).cloned()?;
    let mut chosen = entry.clone();
    let list = step.content.as_deref().and_then(|pointer| chosen.pointer_mut(pointer)).and_then(Value::as_array_mut);
    if let (1, Some(list)) = (own.len(), list) {
        // What is captured of the first element is captured of the home's.
        list.swap(0, place);
    }
    let others = |index: &usize| *index != place && found.get(*index).copied().flatten() != Some(wanted);
    let staying: Vec<usize> = (0..each.len()).filter(others).collect();
    if let Home::At(_) = home {
        let found_writes = || writes.iter().filter(|write| write.is_for(true));
        let whole = found_writes().find_map(WriteStep::address);
        if own.len() == 1 {
            // The set is one thing, and is written as it was read but for the home's address.
            whole?;
            let values =
                step.content.as_deref().and_then(|pointer| entry.pointer(pointer)).and_then(Value::as_array)?;
            target.values.beside = staying.iter().filter_map(|index| values.get(*index).cloned()).collect();
        } else if found_writes().any(WriteStep::names_one) {
            // A second record with the same address is refused by some, and stays behind at others.
            if found.contains(&Some(wanted)) || own.len() != each.len() {
                return None;
            }
        } else {
            target.values.beside =
                staying.iter().map(|index| like(step, whole?, each.get(*index)?, target)).collect::<Option<_>>()?;
        }
    }
    target.beside = staying.iter().filter_map(|index| found.get(*index).copied().flatten()).collect();

    Some(Chosen { entry: chosen, old })
}

/// Another address as the write lists it.
fn like(step: &ReadStep, item: &Json, (entry, content): &(&Value, String), target: &Target) -> Option<Value> {
    let mut values = target.values.clone();
    pick::capture(step, entry, &mut values);
    values.texts.insert("address".to_owned(), content.clone());

    item.fill(&values)
}
