//! What a change of access would do, before it is saved (features S4 and P2): the same function that bills.
