-- Colleagues are invited by who they are, and an invite link tells who came by it.

-- Whom an invitation invites by who they are: lists then show their name, and not the address.
ALTER TABLE invitations ADD COLUMN colleague TEXT REFERENCES people (id);
CREATE INDEX invitations_colleague ON invitations (team, colleague) WHERE state = 'pending' AND colleague IS NOT NULL;
-- One's latest teams, and the latest to come to and to leave each of them.
CREATE INDEX members_mine ON members (person, joined_at);
CREATE INDEX members_newest ON members (team, joined_at) WHERE state = 'active';
CREATE INDEX members_leavers ON members (team, ended_at) WHERE state <> 'active';
-- Who came by a link: `note` is its id.
CREATE INDEX history_link ON history (team, note, id) WHERE kind = 'joined';
