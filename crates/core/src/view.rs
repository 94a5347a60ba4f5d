//! Who sees whom and what (RULES.md, "Who sees whom").
