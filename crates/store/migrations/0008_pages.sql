-- Indexes for the pages around the team: cards with their editors, who takes a seat, and history by whoever did it.

-- Custom sets with `posts.create` or `posts.edit` (bits 1 and 2): who writes in a project. Roles go by access_role.
CREATE INDEX access_writer ON access (team, place, person) WHERE (bits & 6) <> 0;

CREATE INDEX projects_open ON projects (team, name_key, id) WHERE archived_at IS NULL;
CREATE INDEX projects_archived ON projects (team, name_key, id) WHERE archived_at IS NOT NULL;

CREATE INDEX members_seat ON members (team, name_key, person) WHERE state = 'active' AND seat = 1;
CREATE INDEX invitations_seat ON invitations (team, sent_at, id) WHERE state = 'pending' AND seat = 1;

CREATE INDEX history_by ON history (team, by, id) WHERE by IS NOT NULL;
CREATE INDEX history_by_kind ON history (team, by, kind, id) WHERE by IS NOT NULL;
