-- The whole of Roster's truth: people, teams and what hangs on them; what is owed; and what was answered.
-- Times are milliseconds since 1970. Ids are 13 letters and digits. Rules live in core: the constraints here are
-- the last line, and never the first to speak. No triggers: remote migrations break on them.

CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  merged_into TEXT REFERENCES teams (id),
  owns INTEGER NOT NULL CONSTRAINT OWNS CHECK (owns >= 0),
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- One account, one address.
CREATE UNIQUE INDEX people_address ON people (address);
CREATE INDEX people_merged ON people (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE sessions (
  digest TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES people (id),
  proof TEXT NOT NULL CHECK (proof IN ('code', 'invitation')),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sessions_id ON sessions (id);
CREATE INDEX sessions_person ON sessions (person, created_at) WHERE ended_at IS NULL;
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE challenges (
  id TEXT NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  browser TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  guesses INTEGER NOT NULL CHECK (guesses >= 0),
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX challenges_age ON challenges (created_at);

CREATE TABLE teams (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  name TEXT NOT NULL,
  owner TEXT NOT NULL REFERENCES people (id),
  plan TEXT NOT NULL,
  cap INTEGER NOT NULL CHECK (cap >= 0),
  seat_limit INTEGER,
  seats_taken INTEGER NOT NULL,
  seats_reserved INTEGER NOT NULL,
  members INTEGER NOT NULL,
  projects INTEGER NOT NULL,
  version INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT COUNTERS CHECK (seats_taken >= 0 AND seats_reserved >= 0 AND members >= 1 AND projects >= 0),
  CONSTRAINT SEATS CHECK (seat_limit IS NULL OR seats_taken + seats_reserved <= seat_limit)
) STRICT, WITHOUT ROWID;
CREATE INDEX teams_owner ON teams (owner);

-- Ended, never deleted. Name and address stand here too, so that a list is one index; `apart` counts the projects
-- with access of their own, so that nobody looks for them in vain.
CREATE TABLE members (
  team TEXT NOT NULL REFERENCES teams (id),
  person TEXT NOT NULL REFERENCES people (id),
  state TEXT NOT NULL,
  ended_at INTEGER,
  ended_by TEXT REFERENCES people (id),
  seat INTEGER NOT NULL CHECK (seat IN (0, 1)),
  next_end INTEGER,
  barred INTEGER NOT NULL CHECK (barred IN (0, 1)),
  stamp INTEGER NOT NULL,
  joined_at INTEGER NOT NULL,
  apart INTEGER NOT NULL DEFAULT 0 CHECK (apart >= 0),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  name_key TEXT NOT NULL,
  email_key TEXT NOT NULL,
  seen_at INTEGER,
  PRIMARY KEY (team, person),
  CONSTRAINT MEMBER_STATE CHECK (
    (state = 'active' AND ended_at IS NULL AND ended_by IS NULL)
    OR (state = 'left' AND ended_at IS NOT NULL AND ended_by IS NULL)
    OR (state = 'removed' AND ended_at IS NOT NULL AND ended_by IS NOT NULL)),
  CONSTRAINT ENDED_SEAT CHECK (state = 'active' OR seat = 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_person ON members (person, state, joined_at);
CREATE INDEX members_name ON members (team, name_key, person) WHERE state = 'active';
CREATE INDEX members_email ON members (team, email_key, person) WHERE state = 'active';
CREATE INDEX members_due ON members (team, next_end) WHERE next_end IS NOT NULL;
CREATE INDEX members_due_seat ON members (team, next_end) WHERE next_end IS NOT NULL AND seat = 1;
CREATE INDEX members_next_end ON members (next_end, team) WHERE next_end IS NOT NULL;

-- What a member holds: place '' is the team. A role by its name, or a set of bits.
CREATE TABLE access (
  team TEXT NOT NULL,
  person TEXT NOT NULL,
  place TEXT NOT NULL,
  role TEXT,
  bits INTEGER,
  until INTEGER,
  PRIMARY KEY (team, person, place),
  FOREIGN KEY (team, person) REFERENCES members (team, person),
  CONSTRAINT HOLDS CHECK ((role IS NULL) <> (bits IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX access_place ON access (team, place, person);
-- Those who might grant: by role, and the custom sets with the checkmark `team.access` (bit 15).
CREATE INDEX access_role ON access (team, place, role, person) WHERE role IS NOT NULL;
CREATE INDEX access_granter ON access (team, place, person) WHERE (bits & 32768) <> 0;

CREATE TABLE projects (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  team TEXT NOT NULL REFERENCES teams (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  archived_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX projects_team ON projects (team, name_key, id);

CREATE TABLE invitations (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  team TEXT NOT NULL REFERENCES teams (id),
  address TEXT NOT NULL,
  state TEXT NOT NULL,
  closed_by TEXT REFERENCES people (id),
  closed_at INTEGER,
  seat INTEGER NOT NULL CHECK (seat IN (0, 1)),
  counter INTEGER NOT NULL CHECK (counter >= 0),
  sent_by TEXT NOT NULL REFERENCES people (id),
  sent_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  asked_at INTEGER,
  CONSTRAINT INVITATION_STATE CHECK (
    (state = 'pending' AND closed_by IS NULL AND closed_at IS NULL)
    OR (state = 'accepted' AND closed_by IS NOT NULL AND closed_at IS NOT NULL)
    OR (state IN ('declined', 'withdrawn') AND closed_by IS NULL AND closed_at IS NOT NULL)),
  CONSTRAINT CLOSED_SEAT CHECK (state = 'pending' OR seat = 0)
) STRICT, WITHOUT ROWID;
-- Invariant 4: one pending invitation for an address and team.
CREATE UNIQUE INDEX invitations_pending ON invitations (team, address) WHERE state = 'pending';
CREATE INDEX invitations_latest ON invitations (team, address, (state = 'pending'), sent_at);
CREATE INDEX invitations_list ON invitations (team, sent_at, id) WHERE state = 'pending';
CREATE INDEX invitations_mine ON invitations (address, sent_at) WHERE state = 'pending';
CREATE INDEX invitations_due ON invitations (team, expires_at) WHERE state = 'pending' AND seat = 1;
CREATE INDEX invitations_expiry ON invitations (expires_at, team) WHERE state = 'pending' AND seat = 1;

-- What an invitation gives, and who gives it. `open` repeats that it is pending; `own`: given by the owner of the
-- time, so that it is the team's.
CREATE TABLE invitation_places (
  invitation TEXT NOT NULL REFERENCES invitations (id),
  place TEXT NOT NULL,
  team TEXT NOT NULL,
  role TEXT,
  bits INTEGER,
  until INTEGER,
  sender TEXT NOT NULL REFERENCES people (id),
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  orphaned INTEGER NOT NULL CHECK (orphaned IN (0, 1)),
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  PRIMARY KEY (invitation, place),
  CONSTRAINT GIVES CHECK ((role IS NULL) <> (bits IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX places_given ON invitation_places (team, sender, invitation) WHERE open = 1;

CREATE TABLE links (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  team TEXT NOT NULL REFERENCES teams (id),
  place TEXT NOT NULL,
  role TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('on', 'off')),
  generation INTEGER NOT NULL,
  expires_at INTEGER,
  max_uses INTEGER,
  uses INTEGER NOT NULL,
  domain TEXT,
  sender TEXT NOT NULL REFERENCES people (id),
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  orphaned INTEGER NOT NULL CHECK (orphaned IN (0, 1)),
  CONSTRAINT USES CHECK (uses >= 0)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX links_at ON links (team, place, role);
CREATE INDEX links_given ON links (team, sender);

CREATE TABLE posts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  team TEXT NOT NULL REFERENCES teams (id),
  project TEXT NOT NULL REFERENCES projects (id),
  author TEXT NOT NULL REFERENCES people (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'in_review', 'approved', 'scheduled', 'published')),
  planned_at INTEGER,
  approved_by TEXT REFERENCES people (id),
  published_by TEXT REFERENCES people (id),
  published_at INTEGER,
  version INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX posts_project ON posts (project, changed_at, id);

CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  team TEXT NOT NULL REFERENCES teams (id),
  at INTEGER NOT NULL,
  by TEXT REFERENCES people (id),
  kind TEXT NOT NULL,
  person TEXT REFERENCES people (id),
  address TEXT,
  project TEXT REFERENCES projects (id),
  post TEXT,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX history_team ON history (team, id);
CREATE INDEX history_person ON history (team, person, id) WHERE person IS NOT NULL;
CREATE INDEX history_kind ON history (team, kind, id);
CREATE INDEX history_person_kind ON history (team, person, kind, id) WHERE person IS NOT NULL;

-- Mails that are owed. A number is never given twice, since the newest row is never deleted: it names the message.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  template TEXT NOT NULL,
  person TEXT,
  address TEXT,
  team TEXT,
  project TEXT,
  about TEXT,
  invitation TEXT,
  challenge TEXT,
  post TEXT,
  counter INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'sent', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL,
  done_at INTEGER,
  reason TEXT,
  CONSTRAINT RECIPIENT CHECK ((person IS NULL) <> (address IS NULL))
) STRICT;
CREATE INDEX outbox_due ON outbox (next_try_at) WHERE state = 'due';
CREATE INDEX outbox_done ON outbox (done_at) WHERE state <> 'due';
CREATE INDEX outbox_invitation ON outbox (invitation, id) WHERE template = 'invitation';

-- What was answered under which key, kept for a day.
CREATE TABLE commands (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  digest TEXT NOT NULL,
  status INTEGER NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX commands_age ON commands (at);

CREATE TABLE tallies (
  key TEXT NOT NULL,
  day INTEGER NOT NULL,
  count INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (day, key)
) STRICT, WITHOUT ROWID;

-- Nothing can be put in here: a batch that begins with an insert of what no longer holds is rolled back.
CREATE TABLE guard (
  stale INTEGER,
  CONSTRAINT STALE CHECK (0)
) STRICT;
