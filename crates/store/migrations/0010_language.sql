-- The language in which a person, an asking browser and an owed mail are spoken to. A mail's is settled when it is
-- first tried, so that every later try says the same.
ALTER TABLE people ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE challenges ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE outbox ADD COLUMN language TEXT;
