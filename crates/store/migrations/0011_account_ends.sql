-- What one may take along: rows by whoever made them or whom they are for, so that an export of one's own data reads
-- nobody else's.
CREATE INDEX members_of ON members (person, team);
CREATE INDEX posts_author ON posts (author, id);
CREATE INDEX images_by ON images (uploaded_by, id);
CREATE INDEX asks_of ON asks (person, id);
CREATE INDEX invitations_by ON invitations (sent_by, id);
CREATE INDEX invitations_to ON invitations (address, id);

-- A deleted team is there for nobody; `clear_at` is when cron next clears away what is left of it.
ALTER TABLE teams ADD COLUMN deleted_at INTEGER;
ALTER TABLE teams ADD COLUMN clear_at INTEGER CONSTRAINT CLEARED CHECK ((clear_at IS NULL) = (deleted_at IS NULL));
CREATE INDEX teams_clear ON teams (clear_at) WHERE clear_at IS NOT NULL;
