//! The window's TypeScript types are the Rust types: this test writes both down and compares.
//!
//! `HOMEPORT_WRITE=1 cargo test -p homeport-tests --test wire` rewrites the file.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use homeport_core::journal::Entry;
use homeport_core::request::{Request, Response};
use homeport_core::snapshot::Snapshot;
use ts_rs::{Config, TS, TypeVisitor};

/// Collects the declaration of every type that a value of the visited types can hold.
struct Collect<'a> {
    config: &'a Config,
    seen: BTreeSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Collect<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only types with a file of their own are declared; the others are TypeScript's.
        if T::output_path().is_some() {
            self.declarations.insert(T::ident(self.config), T::decl(self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn generated() -> String {
    let config = Config::default();
    let mut collect = Collect { config: &config, seen: BTreeSet::new(), declarations: BTreeMap::new() };
    collect.visit::<Request>();
    collect.visit::<Response>();
    collect.visit::<Snapshot>();
    collect.visit::<Entry>();

    let mut text = String::from(
        "// Generated from homeport-core. Do not edit: change the Rust type, then\n\
         // HOMEPORT_WRITE=1 cargo test -p homeport-tests --test wire\n",
    );
    for declaration in collect.declarations.values() {
        let _ = write!(text, "\nexport ");
        for line in declaration.trim().lines() {
            let _ = writeln!(text, "{}", line.trim_end());
        }
    }

    text
}

#[test]
fn the_windows_types_are_the_types_of_core() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/lib/wire.ts");
    let fresh = generated();
    if std::env::var_os("HOMEPORT_WRITE").is_some() {
        std::fs::write(&file, &fresh).unwrap();
    }

    let committed = std::fs::read_to_string(&file).unwrap_or_default();

    assert!(committed == fresh, "ui/src/lib/wire.ts is old: HOMEPORT_WRITE=1 cargo test -p homeport-tests --test wire");
}
