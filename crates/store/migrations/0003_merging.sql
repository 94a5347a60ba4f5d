-- Merging: what becomes of the accounts of those who accept, and until when an account that was merged stays so
-- (nothing: with no end). Beside `merged_into` because whoever reads a person compares, and looks at no other team.

ALTER TABLE teams ADD COLUMN join_mode TEXT NOT NULL DEFAULT 'side_by_side'
  CONSTRAINT JOIN_MODE CHECK (join_mode IN ('side_by_side', 'merge'));
ALTER TABLE people ADD COLUMN merged_until INTEGER
  CONSTRAINT MERGED_UNTIL CHECK (merged_until IS NULL OR merged_into IS NOT NULL);
