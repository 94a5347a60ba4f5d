-- The picture that somebody shows of themselves: a person names it, and each other one by another name, under which its
-- file lies elsewhere. Memberships repeat it, as they do the name.
ALTER TABLE people ADD COLUMN avatar TEXT CHECK (length(avatar) = 13);
ALTER TABLE members ADD COLUMN avatar TEXT CHECK (length(avatar) = 13);

-- Files that no row names, not yet or no more: from `clear_at` on they are deleted.
CREATE TABLE loose_files (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  clear_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX loose_files_clear ON loose_files (clear_at);
