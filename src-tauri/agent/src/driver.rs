//! The loop: owns the `Client`, feeds it events, carries out its actions.
