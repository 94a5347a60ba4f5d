-- Who is in which room: a project, or a team for the pages outside its projects. Whoever changes access finds here whom
-- to tell; nothing is decided by it. A room writes its own rows, and puts them right every half minute while it is open.
CREATE TABLE present (
  room TEXT NOT NULL CHECK (length(room) = 13),
  person TEXT NOT NULL REFERENCES people (id),
  team TEXT NOT NULL REFERENCES teams (id),
  since INTEGER NOT NULL,
  PRIMARY KEY (room, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX present_team ON present (team, room);
CREATE INDEX present_person ON present (person, room);
