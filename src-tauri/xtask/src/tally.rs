//! What passed and what failed, and how the output of `cargo test` is read.

use std::time::Duration;

use crate::say;

/// What passed and what failed so far, step by step.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    steps: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    count: Count,
    took: Duration,
}

/// A number of tests or checks.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Count {
    /// One check that passed or failed.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: u32::from(passed), failed: u32::from(!passed) }
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Tally {
    pub(crate) fn add(&mut self, name: &str, count: Count, took: Duration) {
        self.steps.push(Step { name: name.to_owned(), count, took });
    }

    pub(crate) fn append(&mut self, mut other: Self) {
        self.steps.append(&mut other.steps);
    }

    pub(crate) fn total(&self) -> Count {
        let mut total = Count::default();
        for step in &self.steps {
            total.add(step.count);
        }

        total
    }

    /// Prints each step and then, as the very last line, the sum.
    pub(crate) fn print(&self) {
        say::step("Summary");
        for Step { name, count, took } in &self.steps {
            let mark = if count.failed == 0 { "ok    " } else { "FAILED" };
            say::line(&format!(
                "{mark} {name}: {} passed, {} failed ({} s)",
                count.passed,
                count.failed,
                took.as_secs()
            ));
        }
        let Count { passed, failed } = self.total();
        say::line("");
        say::line(&format!("{passed} passed, {failed} failed"));
    }
}

/// Follows the output of `cargo test`, one line after the other, over all test programs.
#[derive(Debug, Default)]
pub(crate) struct TestOutput {
    count: Count,
    running: Option<String>,
    /// What the running program said last. A test that starts its program again lets the output of that through when it
    /// fails, so that only the last result is the program's own.
    result: Option<Count>,
}

impl TestOutput {
    /// Takes one line and returns whether a person should see it: each test that passed has a line of its own, and
    /// thousands of them would hide the one that failed.
    pub(crate) fn handle_line(&mut self, line: &str) -> bool {
        if let Some(program) = starts_a_program(line) {
            self.program_ended();
            self.running = Some(program.to_owned());
            return true;
        }
        if let Some(count) = result_of_a_program(line) {
            self.result = Some(count);
            return true;
        }
        let a_test_passed = line.starts_with("test ") && line.ends_with(" ... ok");

        !a_test_passed && !line.is_empty() && !line.starts_with("running ")
    }

    /// The count, once the output ended. `succeeded` is whether cargo said so: if it did not and no test failed, then
    /// something else did, and that counts as one failure.
    pub(crate) fn finish(mut self, succeeded: bool) -> Count {
        self.program_ended();
        if !succeeded && self.count.failed == 0 {
            self.count.failed = 1;
        }

        self.count
    }

    /// The test program whose result has not come yet.
    pub(crate) fn running(&self) -> Option<&str> {
        self.running.as_deref()
    }

    /// A test program that never printed its result crashed or was killed.
    fn program_ended(&mut self) {
        let Some(program) = self.running.take() else { return };
        if let Some(count) = self.result.take() {
            self.count.add(count);
        } else {
            say::line(&format!("{program} ended without a result."));
            self.count.failed += 1;
        }
    }
}

/// `     Running unittests src/lib.rs (target/debug/deps/homeport_core-0123)` or `   Doc-tests homeport_core`.
fn starts_a_program(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let is_start = (line.starts_with("Running ") && line.ends_with(')')) || line.starts_with("Doc-tests ");

    is_start.then_some(line)
}

/// `test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s`.
fn result_of_a_program(line: &str) -> Option<Count> {
    let line = line.strip_prefix("test result: ")?;
    let number_before = |word: &str| {
        let before = line[..line.find(word)?].trim_end();

        before.rsplit([' ', '.']).next()?.parse().ok()
    };

    Some(Count { passed: number_before(" passed;")?, failed: number_before(" failed;")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str], succeeded: bool) -> Count {
        let mut output = TestOutput::default();
        for line in lines {
            output.handle_line(line);
        }

        output.finish(succeeded)
    }

    const START: &str = "     Running unittests src/lib.rs (target/debug/deps/homeport_core-0123)";
    const GOOD: &str = "test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
    const BAD: &str =
        "test result: FAILED. 11 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";

    #[test]
    fn the_results_of_all_test_programs_are_added() {
        let count = read(&[START, GOOD, START, BAD], false);

        assert_eq!(count, Count { passed: 16, failed: 2 });
    }

    #[test]
    fn a_result_inside_a_test_counts_nothing_of_its_own() {
        let inner =
            "test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 5 filtered out; finished in 31.02s";
        let count = read(&[START, inner, BAD, START, GOOD], false);

        assert_eq!(count, Count { passed: 16, failed: 2 });
    }

    #[test]
    fn a_test_program_that_crashed_counts_as_one_failure() {
        let count = read(&[START, "running 3 tests", START, GOOD], false);

        assert_eq!(count, Count { passed: 5, failed: 1 });
    }

    #[test]
    fn a_build_that_failed_counts_as_one_failure() {
        let count = read(&["error[E0308]: mismatched types"], false);

        assert_eq!(count, Count { passed: 0, failed: 1 });
    }

    #[test]
    fn only_tests_that_passed_are_left_out_of_what_is_shown() {
        let mut output = TestOutput::default();

        assert!(!output.handle_line("test tally::tests::it_adds ... ok"));
        assert!(output.handle_line("test tally::tests::it_adds ... FAILED"));
        assert!(output.handle_line("thread 'main' panicked at src/lib.rs:1:1:"));
    }
}
