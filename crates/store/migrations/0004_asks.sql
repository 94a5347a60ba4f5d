-- Asking for access: one checkmark at one place ('' is the team), by one member, and how it was answered.

CREATE TABLE asks (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  team TEXT NOT NULL REFERENCES teams (id),
  person TEXT NOT NULL REFERENCES people (id),
  place TEXT NOT NULL,
  permission TEXT NOT NULL,
  state TEXT NOT NULL,
  closed_by TEXT REFERENCES people (id),
  closed_at INTEGER,
  asked_at INTEGER NOT NULL,
  CONSTRAINT ASK_STATE CHECK (
    (state = 'open' AND closed_by IS NULL AND closed_at IS NULL)
    OR (state IN ('granted', 'declined') AND closed_by IS NOT NULL AND closed_at IS NOT NULL)
    OR (state = 'closed' AND closed_by IS NULL AND closed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- One open ask for a person, place and checkmark.
CREATE UNIQUE INDEX asks_open ON asks (team, person, place, permission) WHERE state = 'open';
CREATE INDEX asks_list ON asks (team, asked_at, id) WHERE state = 'open';
CREATE INDEX asks_mine ON asks (team, person, asked_at);

-- A mail to those who can answer speaks of the ask.
ALTER TABLE outbox ADD COLUMN ask TEXT;
