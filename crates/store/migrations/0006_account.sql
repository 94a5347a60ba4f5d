-- One's account: what a session was opened with and when it was last used, a code for another address of somebody
-- who has an account, and the mails that one turned off (bits, of core's `MailSwitch`).

ALTER TABLE sessions ADD COLUMN device TEXT;
ALTER TABLE sessions ADD COLUMN seen_at INTEGER;
ALTER TABLE challenges ADD COLUMN person TEXT REFERENCES people (id);
ALTER TABLE people ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
