-- The image library. A file lies elsewhere, under its image's id: the row is there before the file, and goes after it.

ALTER TABLE teams ADD COLUMN images INTEGER NOT NULL DEFAULT 0 CHECK (images >= 0);
ALTER TABLE teams ADD COLUMN image_bytes INTEGER NOT NULL DEFAULT 0 CHECK (image_bytes >= 0);

-- Place '' is the whole team. `clear_at`: from then on its file, and after it the row, are deleted.
CREATE TABLE images (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 13),
  team TEXT NOT NULL REFERENCES teams (id),
  place TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  thumbnail_bytes INTEGER NOT NULL CHECK (thumbnail_bytes > 0),
  uploaded_by TEXT NOT NULL REFERENCES people (id),
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  deleted_at INTEGER,
  clear_at INTEGER,
  CONSTRAINT IMAGE_STATE CHECK (
    (state = 'pending' AND deleted_at IS NULL AND clear_at IS NOT NULL)
    OR (state = 'ready' AND deleted_at IS NULL AND clear_at IS NULL)
    OR (state = 'deleted' AND deleted_at IS NOT NULL AND clear_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX images_team ON images (team, at, id) WHERE state = 'ready';
CREATE INDEX images_place ON images (team, place, at, id) WHERE state = 'ready';
CREATE INDEX images_clear ON images (clear_at) WHERE clear_at IS NOT NULL;

-- Which posts an image stands in, as their texts say. It may name images that are not there.
CREATE TABLE post_images (
  team TEXT NOT NULL REFERENCES teams (id),
  image TEXT NOT NULL,
  post TEXT NOT NULL REFERENCES posts (id),
  PRIMARY KEY (team, image, post)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_images_post ON post_images (post);
