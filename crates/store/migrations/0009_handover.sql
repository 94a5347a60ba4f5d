-- Handing one project over: an offer of it to an address, and how it was answered.

CREATE TABLE handovers (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  team TEXT NOT NULL REFERENCES teams (id),
  project TEXT NOT NULL REFERENCES projects (id),
  address TEXT NOT NULL,
  state TEXT NOT NULL,
  closed_by TEXT REFERENCES people (id),
  closed_at INTEGER,
  sent_by TEXT NOT NULL REFERENCES people (id),
  sent_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  CONSTRAINT HANDOVER_STATE CHECK (
    (state = 'open' AND closed_by IS NULL AND closed_at IS NULL)
    OR (state = 'accepted' AND closed_by IS NOT NULL AND closed_at IS NOT NULL)
    OR (state IN ('declined', 'withdrawn') AND closed_by IS NULL AND closed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- One open offer for a project.
CREATE UNIQUE INDEX handovers_open ON handovers (project) WHERE state = 'open';
CREATE INDEX handovers_project ON handovers (project, sent_at);
CREATE INDEX handovers_mine ON handovers (address, sent_at) WHERE state = 'open';

-- What hangs on a project: pending invitations to it, open asks for it, and all of its images.
CREATE INDEX places_at ON invitation_places (team, place, invitation) WHERE open = 1;
CREATE INDEX asks_place ON asks (team, place) WHERE state = 'open';
CREATE INDEX images_at ON images (team, place);

-- A mail to the recipient, or about their answer, speaks of the offer.
ALTER TABLE outbox ADD COLUMN handover TEXT;
