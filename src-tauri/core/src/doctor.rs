//! The checks of `homeport doctor`, as a function of facts.
