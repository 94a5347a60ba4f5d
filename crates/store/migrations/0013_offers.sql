-- How the latest mail of an offer fares; and the offers that one made or was made, for the file of one's own data.
CREATE INDEX outbox_handover ON outbox (handover, id) WHERE template = 'handover';
CREATE INDEX handovers_by ON handovers (sent_by, id);
CREATE INDEX handovers_to ON handovers (address, id);
