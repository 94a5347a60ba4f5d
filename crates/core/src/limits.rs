//! How much of everything there may be. A number here is a promise to those who share a deployment.

use crate::time::{DAY, HOUR, MINUTE, SECOND};

/// How long an invitation can be accepted (I2).
pub const INVITATION_MILLIS: i64 = 7 * DAY;
/// The least time between two mails of one team to one address.
pub const RESEND_MILLIS: i64 = MINUTE;
/// Invitation mails to one address a day, from all teams together.
pub const MAILS_PER_ADDRESS_AND_DAY: u32 = 5;
/// New invitations by one sender a day, in all teams together: as many as a CSV file may hold.
pub const INVITATIONS_PER_SENDER_AND_DAY: u32 = 1_000;
/// New invitations of one team a day.
pub const INVITATIONS_PER_TEAM_AND_DAY: u32 = 1_500;
/// How long after a declined invitation the same team cannot invite the address again.
pub const DECLINED_MILLIS: i64 = 30 * DAY;
/// "Ask for a new one": once in this time.
pub const ASK_AGAIN_MILLIS: i64 = DAY;
/// How long an ask for access can be answered.
pub const ASK_MILLIS: i64 = 30 * DAY;
/// The same ask goes out again, and a declined one can be asked anew, after this time.
pub const ASK_REPEAT_MILLIS: i64 = DAY;
/// Asks for access of one person in one team a day.
pub const ASKS_PER_PERSON_AND_DAY: usize = 10;
/// How long a removal can be taken back.
pub const RESTORE_MILLIS: i64 = 30 * DAY;
/// Teams that one person may own.
pub const TEAMS_PER_OWNER: u32 = 50;
/// Projects in one team, archived ones included.
pub const PROJECTS_PER_TEAM: u32 = 1_000;
/// Images of one team.
pub const IMAGES_PER_TEAM: u32 = 5_000;
/// Bytes of all of a team's images, thumbnails included.
pub const IMAGE_BYTES_PER_TEAM: u64 = 5 * 1024 * 1024 * 1024;
/// Bytes of one image.
pub const IMAGE_BYTES: u32 = 8 * 1024 * 1024;
/// Bytes of its thumbnail.
pub const THUMBNAIL_BYTES: u32 = 200 * 1024;
/// The longest side of an image, in pixels.
pub const IMAGE_SIDE: u32 = 8_192;
/// Pixels of one image: what a browser can draw without harm.
pub const IMAGE_PIXELS: u64 = 40_000_000;
/// The longest side of a thumbnail, in pixels.
pub const THUMBNAIL_SIDE: u32 = 640;
/// Bytes of the picture that somebody shows of themselves.
pub const AVATAR_BYTES: u32 = 20 * 1024;
/// Both of its sides, in pixels.
pub const AVATAR_SIDE: u32 = 128;
/// Files for it that one person brings a day.
pub const AVATARS_PER_PERSON_AND_DAY: u32 = 20;
/// A picture that nobody came to show by then is cleared away.
pub const AVATAR_CLEAR_MILLIS: i64 = HOUR;
/// How long after an image was announced its file may come.
pub const IMAGE_UPLOAD_MILLIS: i64 = HOUR;
/// How long a deleted image can be brought back.
pub const IMAGE_RESTORE_MILLIS: i64 = DAY;
/// When an image that was deleted, or never came, is cleared away: an hour and more after nothing can revive it.
pub const IMAGE_CLEAR_MILLIS: i64 = DAY + 2 * HOUR;
/// Different images in one post.
pub const IMAGES_PER_POST: usize = 50;
/// Roles of one team's own, deleted ones aside.
pub const ROLES_PER_TEAM: usize = 50;
/// People who hold a role, pending invitations to it and links to it, of each, that one change of it can move.
pub const ROLE_HOLDERS: usize = 100;
/// Places that the holders of a role have given, and links, that one change of it can look through.
pub const ROLE_GIVEN: usize = 500;
/// How long the offer of a project can be accepted.
pub const HANDOVER_MILLIS: i64 = 7 * DAY;
/// Members with access of its own at a project, and pending invitations to it, of each, that a hand-over can end.
pub const PEOPLE_PER_HANDOVER: u32 = 100;
/// Posts of a project that a hand-over can move: so many, that one batch takes well under a second.
pub const POSTS_PER_HANDOVER: u32 = 5_000;
/// Places that one invitation or one change of access may name.
pub const PLACES_PER_COMMAND: usize = 50;
/// Rows that one command of many invitations may hold.
pub const ROWS_PER_COMMAND: usize = 50;
/// Addresses that one question about an import may name.
pub const ROWS_PER_IMPORT: usize = 1_000;
/// One's latest teams, in which colleagues are looked for.
pub const COLLEAGUE_TEAMS: u32 = 20;
/// The latest members of each of those teams that are listed as colleagues.
pub const COLLEAGUE_MEMBERS: u32 = 20;
/// The latest leavers of each.
pub const COLLEAGUE_LEAVERS: u32 = 10;
/// The largest cap of paid seats.
pub const HIGHEST_CAP: u32 = 100_000;
/// Members of one team.
pub const MEMBERS_PER_TEAM: u32 = 200_000;
/// Life of a sign-in code.
pub const CHALLENGE_MILLIS: i64 = 10 * MINUTE;
/// Guesses at one sign-in code.
pub const GUESSES_PER_CHALLENGE: u32 = 5;
/// Sign-in mails for one address a day, asked for by browsers that never signed in to it.
pub const CHALLENGES_PER_ADDRESS_AND_DAY: u32 = 20;
/// The same for a browser that did: an allowance of its own, so that a stranger locks nobody out.
pub const CHALLENGES_PER_KNOWN_BROWSER_AND_DAY: u32 = 20;
/// Life of a session.
pub const SESSION_MILLIS: i64 = 30 * DAY;
/// How long the answer to an idempotency key is kept.
pub const KEY_MILLIS: i64 = DAY;
/// How long an undelivered mail is retried.
pub const MAIL_RETRY_MILLIS: i64 = 2 * DAY;
/// Commands decided together.
pub const GROUP: usize = 32;
/// Due rows of each kind that one sweep, or one command that takes a seat, reads.
pub const SWEEP_ROWS: u32 = 64;
/// Commands that may wait for one team.
pub const QUEUE: usize = 500;
/// The furthest end date that access or an invite link can have.
pub const FURTHEST_END_MILLIS: i64 = 3_660 * DAY;
/// A retry of one mail waits this long after its first failure, and twice as long after each further one.
pub const MAIL_BACKOFF_MILLIS: i64 = 30 * SECOND;
/// The longest wait between two tries of one mail.
pub const MAIL_LONGEST_BACKOFF_MILLIS: i64 = HOUR;
