//! The books: what must hold of the rows themselves, counted anew by SQL (invariants 1, 3 and 4, and what the schema
//! repeats so that lists need no join).

use super::Db;

/// Each finds the rows that are wrong, and says what is wrong with them.
const AUDITS: [(&str, &str); 21] = [
    (
        "a team's owner is an active member without a grant or a seat",
        "SELECT t.id FROM teams t LEFT JOIN members m ON m.team = t.id AND m.person = t.owner
         WHERE m.state IS NOT 'active' OR m.seat = 1
           OR EXISTS (SELECT 1 FROM access a WHERE a.team = t.id AND a.person = t.owner)",
    ),
    (
        "seats taken are those of active members",
        "SELECT t.id FROM teams t WHERE t.seats_taken <>
           (SELECT count(*) FROM members m WHERE m.team = t.id AND m.seat = 1 AND m.state = 'active')",
    ),
    (
        "seats reserved are those of pending invitations",
        "SELECT t.id FROM teams t WHERE t.seats_reserved <>
           (SELECT count(*) FROM invitations i WHERE i.team = t.id AND i.seat = 1 AND i.state = 'pending')",
    ),
    (
        "seats do not exceed the limit",
        "SELECT id FROM teams WHERE seat_limit IS NOT NULL AND seats_taken + seats_reserved > seat_limit",
    ),
    (
        "members are counted",
        "SELECT t.id FROM teams t WHERE t.members <>
           (SELECT count(*) FROM members m WHERE m.team = t.id AND m.state = 'active')",
    ),
    (
        "projects are counted",
        "SELECT t.id FROM teams t WHERE t.projects <> (SELECT count(*) FROM projects r WHERE r.team = t.id)",
    ),
    (
        "owned teams are counted",
        "SELECT p.id FROM people p WHERE p.owns <> (SELECT count(*) FROM teams t WHERE t.owner = p.id)",
    ),
    (
        "one invitation is pending for an address and team",
        "SELECT min(id) FROM invitations WHERE state = 'pending' GROUP BY team, address HAVING count(*) > 1",
    ),
    (
        "every invitation gives something, and its places say whether it is pending",
        "SELECT i.id FROM invitations i WHERE NOT EXISTS
           (SELECT 1 FROM invitation_places x WHERE x.invitation = i.id)
         UNION ALL SELECT i.id FROM invitations i JOIN invitation_places x ON x.invitation = i.id
         WHERE x.open <> (i.state = 'pending') OR x.team <> i.team",
    ),
    (
        "no picture that somebody shows waits to be deleted",
        "SELECT p.id FROM people p JOIN loose_files f ON f.id = p.avatar",
    ),
    (
        "a member's row repeats the person's name, address and picture",
        "SELECT m.person FROM members m JOIN people p ON p.id = m.person
         WHERE m.name <> p.name OR m.address <> p.address OR m.avatar IS NOT p.avatar OR m.name_key <> lower(p.name)
           OR m.email_key <> lower(p.address)",
    ),
    (
        "a member's row counts the projects with access of their own",
        "SELECT m.person FROM members m WHERE m.apart <>
           (SELECT count(*) FROM access a WHERE a.team = m.team AND a.person = m.person AND a.place <> '')",
    ),
    (
        "access is held at the team's own projects",
        "SELECT a.person FROM access a LEFT JOIN projects r ON r.id = a.place
         WHERE a.place <> '' AND r.team IS NOT a.team",
    ),
    (
        "what opens, waits or is offered at a project is of its team",
        "SELECT l.id FROM links l LEFT JOIN projects r ON r.id = l.place WHERE l.place <> '' AND r.team IS NOT l.team
         UNION ALL SELECT q.id FROM asks q LEFT JOIN projects r ON r.id = q.place
         WHERE q.state = 'open' AND q.place <> '' AND r.team IS NOT q.team
         UNION ALL SELECT x.invitation FROM invitation_places x LEFT JOIN projects r ON r.id = x.place
         WHERE x.open = 1 AND x.place <> '' AND r.team IS NOT x.team
         UNION ALL SELECT h.id FROM handovers h JOIN projects r ON r.id = h.project
         WHERE h.state = 'open' AND r.team <> h.team",
    ),
    (
        "a post's pictures are looked for in its team",
        "SELECT i.image FROM post_images i JOIN posts o ON o.id = i.post WHERE o.team <> i.team",
    ),
    (
        "a post's project is of its team",
        "SELECT o.id FROM posts o JOIN projects r ON r.id = o.project WHERE r.team <> o.team",
    ),
    (
        "a team counts its images and their bytes",
        "SELECT t.id FROM teams t WHERE t.images <> (SELECT count(*) FROM images g WHERE g.team = t.id)
           OR t.image_bytes <> (SELECT total(g.bytes + g.thumbnail_bytes) FROM images g WHERE g.team = t.id)",
    ),
    (
        "an image's place is of its team",
        "SELECT g.id FROM images g LEFT JOIN projects r ON r.id = g.place WHERE g.place <> '' AND r.team IS NOT g.team",
    ),
    (
        "a team's epoch is not past its version, nor a member's stamp",
        "SELECT id FROM teams WHERE epoch > version
         UNION ALL SELECT m.person FROM members m JOIN teams t ON t.id = m.team WHERE m.stamp > t.version",
    ),
    (
        "only an active member waits for the sweep",
        "SELECT person FROM members WHERE state <> 'active' AND next_end IS NOT NULL",
    ),
    ("the guard is empty", "SELECT stale FROM guard"),
];

impl Db {
    /// What is wrong.
    pub fn audit(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for (rule, sql) in AUDITS {
            let mut prepared = self.connection.prepare_cached(sql).unwrap();
            let found = prepared.query([]).unwrap().mapped(|row| row.get::<_, Option<String>>(0));
            let rows: Vec<_> = found.map(Result::unwrap).collect();
            if !rows.is_empty() {
                wrong.push(format!("{rule}: {rows:?}"));
            }
        }
        wrong
    }
}
