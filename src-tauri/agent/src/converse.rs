//! Holds one provider conversation: carries out its steps and hands back the answers.
