//! SQL as data: what a command reads and the statements a change becomes. Running them is left to the shells.
