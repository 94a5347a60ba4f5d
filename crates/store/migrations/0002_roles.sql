-- Roles of a team's own. A deleted one stays, with the role in its place and what that one holds, so that whoever holds
-- it is read by one key and never rewritten. Where a role is kept as text, 13 letters are the id of one of these.
CREATE TABLE roles (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  team TEXT NOT NULL REFERENCES teams (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  bits INTEGER NOT NULL,
  replaced_by TEXT,
  replaced_at INTEGER,
  created_at INTEGER NOT NULL,
  CONSTRAINT REPLACED CHECK ((replaced_by IS NULL) = (replaced_at IS NULL))
) STRICT, WITHOUT ROWID;
-- No two living roles of a team are called alike.
CREATE UNIQUE INDEX roles_name ON roles (team, name_key) WHERE replaced_by IS NULL;
CREATE INDEX roles_replaced ON roles (team, replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX roles_deleted ON roles (team, replaced_at) WHERE replaced_by IS NOT NULL;
-- Those that give the checkmark `team.access` (bit 15), and those that write posts (bits 1 and 2).
CREATE INDEX roles_granting ON roles (team) WHERE (bits & 32768) <> 0;
CREATE INDEX roles_writing ON roles (team) WHERE (bits & 6) <> 0;

-- Who holds a role of the team's own, and which invitations and links give it.
CREATE INDEX access_own ON access (team, role, place, person) WHERE length(role) = 13;
CREATE INDEX places_own ON invitation_places (team, role, invitation) WHERE open = 1 AND length(role) = 13;
CREATE INDEX links_own ON links (team, role, state, place) WHERE length(role) = 13;
