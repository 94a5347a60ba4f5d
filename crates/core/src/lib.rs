//! The rules of Roster, and nothing else: no I/O, clock, randomness, JSON or JavaScript. Sentences are left to the pages.
