//! A made-up home against the real client: a thousand years in each run, and proof that the judges bite.
//!
//! `HOMEPORT_SEED=7` repeats one seed. `HOMEPORT_YEARS=10000` lives longer, `HOMEPORT_FIRST_SEED=1000000` elsewhere.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and says why"
)]

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

use homeport_tests::simulation::broken::Breakage;
use homeport_tests::simulation::clock::YEAR;
use homeport_tests::simulation::coverage::Coverage;
use homeport_tests::simulation::judge::Judge;
use homeport_tests::simulation::life::{Failure, SEED, live, years};
use homeport_tests::simulation::subject::{Start, real_client};
use homeport_tests::simulation::world::Figures;

/// How many lives run side by side.
const THREADS: usize = 2;
/// How many seeds a broken client may live before it is caught.
const SEEDS_UNTIL_CAUGHT: u64 = 300;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[derive(Default)]
struct Total {
    figures: Figures,
    coverage: Coverage,
    lives: u64,
    failures: Vec<Failure>,
}

fn run(first: u64, target: u64, start: &Start<'_>) -> Total {
    let next = AtomicU64::new(first);
    let stop = AtomicBool::new(false);
    let total = Mutex::new(Total::default());
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let result = live(next.fetch_add(1, Ordering::Relaxed), 100, start, None);
                    let mut total = total.lock().unwrap();
                    match result {
                        Ok((figures, coverage)) => {
                            total.lives += 1;
                            total.figures.add(&figures);
                            total.coverage.add(&coverage);
                        }
                        Err(failure) => total.failures.push(*failure),
                    }
                    if total.figures.simulated >= target || !total.failures.is_empty() {
                        stop.store(true, Ordering::Relaxed);
                    }
                }
            });
        }
    });

    total.into_inner().unwrap()
}

#[test]
fn a_thousand_years_of_faults_break_nothing_that_must_hold() {
    if let Some(seed) = number(SEED) {
        if let Err(failure) = live(seed, 100, &real_client, None) {
            panic!("{}", failure.report());
        }
        return;
    }
    let began = Instant::now();
    let target = number("HOMEPORT_YEARS").unwrap_or(1_000);
    let total = run(number("HOMEPORT_FIRST_SEED").unwrap_or(1), target * YEAR, &real_client);

    println!("{}", total.coverage.table());
    let figures = &total.figures;
    println!(
        "{} lives, {} simulated years, {} of them awake, in {:.1} s\n{} faults, {} process starts, {} events, \
         {} rounds, {} requests",
        total.lives,
        years(figures.simulated),
        years(figures.awake),
        began.elapsed().as_secs_f64(),
        figures.faults,
        figures.starts,
        figures.events,
        figures.rounds,
        figures.requests,
    );
    if let Some(failure) = total.failures.first() {
        panic!("{}", failure.report());
    }
    assert_eq!(total.coverage.missing(), [], "these faults never began");
}

#[test]
fn a_seed_means_the_same_life_each_time() {
    let lives: Vec<_> = (0..2).map(|_| live(42, 10, &real_client, None).map(|(figures, _)| figures)).collect();
    let [one, other] = &lives[..] else { panic!("two lives") };

    assert_eq!(format!("{one:?}"), format!("{other:?}"));
}

/// Lives with a broken client until its judge notices.
fn is_caught(breakage: Breakage) {
    let start = move |seed, now| breakage.start(seed, now);
    let caught = (1..=SEEDS_UNTIL_CAUGHT).find_map(|seed| {
        let failure = live(seed, 20, &start, Some(breakage.judge())).err()?;
        Some((seed, failure))
    });
    let (seed, failure) = caught.unwrap_or_else(|| panic!("{breakage:?} was not caught by {:?}", breakage.judge()));

    println!("{breakage:?} was caught with seed {seed}: {}", failure.violation);
    assert_eq!(failure.violation.judge, breakage.judge());
    assert!(failure.report().contains(&format!("{SEED}={seed}")), "the report says how to repeat it");
    assert!(!failure.trace.is_empty(), "the report shows what happened");
}

macro_rules! caught {
    ($($name:ident: $breakage:ident;)*) => {
        $(
            #[test]
            fn $name() {
                is_caught(Breakage::$breakage);
            }
        )*

        #[test]
        fn each_broken_client_has_its_test_and_each_judge_a_broken_client() {
            assert_eq!([$(Breakage::$breakage),*], Breakage::ALL);
            let mut judges: Vec<Judge> = Breakage::ALL.iter().map(|breakage| breakage.judge()).collect();
            judges.sort();
            judges.dedup();

            assert_eq!(judges.len(), 10, "{judges:?}");
        }
    };
}

caught! {
    s1_catches_a_client_that_believes_the_first_echo: BelievesTheFirstEcho;
    s1_catches_a_client_that_sends_late_what_was_right_then: SendsLate;
    s2_catches_a_client_that_resends_an_unchanged_address: ResendsUnchanged;
    s2_catches_a_client_that_retries_after_a_refusal: RetriesAfterRefusal;
    s2_catches_a_client_that_ignores_waits: IgnoresWaits;
    s2_catches_a_client_that_forgets_its_ledger_at_restart: ForgetsAtRestart;
    s3_catches_a_client_that_uses_another_account: UsesAnotherAccount;
    s4_catches_a_client_that_sends_names_one_by_one: SendsOneByOne;
    s4_catches_a_client_that_sends_twice: SendsTwice;
    s5_catches_a_client_that_writes_nothing_down: WritesNothingDown;
    s6_catches_a_client_that_floods_the_history: FloodsTheHistory;
    s7_catches_a_client_that_hides_problems: HidesProblems;
    l1_catches_a_client_that_falls_asleep: FallsAsleep;
    l2_catches_a_client_that_ignores_the_user: IgnoresTheUser;
    l3_catches_a_client_that_asks_too_often: AsksTooOften;
}
