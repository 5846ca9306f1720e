//! Ends a program together with the programs that it started, each by its number and nothing else.

use std::process::Child;

/// Ends the program and everything below it at once.
pub(crate) fn end_tree(child: &mut Child) {
    for number in below(child.id()) {
        signal("-KILL", number);
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// Asks a program to end by itself. On Windows, where a console program cannot be asked, it is ended.
pub(crate) fn ask_to_end(child: &mut Child) {
    if cfg!(unix) {
        signal("-TERM", child.id());
    } else {
        let _ = child.kill();
    }
}

fn signal(name: &str, number: u32) {
    let _ = std::process::Command::new("kill").args([name, &number.to_string()]).status();
}

/// The processes below this one, the deepest last. Empty where there is no `/proc`.
fn below(root: u32) -> Vec<u32> {
    let parents = parents();
    let mut found = vec![root];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        found.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(number, _)| *number));
        next += 1;
    }
    found.remove(0);

    found
}

/// Each process with its parent.
fn parents() -> Vec<(u32, u32)> {
    let Ok(folder) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };

    folder
        .flatten()
        .filter_map(|entry| {
            let number = entry.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;

            Some((number, parent_in(&stat)?))
        })
        .collect()
}

/// The fourth field of `/proc/PID/stat` (proc(5)); the second is the program's name in brackets, which may contain
/// anything.
fn parent_in(stat: &str) -> Option<u32> {
    stat[stat.rfind(')')? + 1..].split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parent_is_found_behind_a_name_with_brackets_and_spaces() {
        assert_eq!(parent_in("4242 (a) b (c) S 17 4242 4242 0"), Some(17));
    }
}
