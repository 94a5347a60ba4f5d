/**
 * The invariants of the design as SQL over the whole database: each query finds what must not be. Counters are
 * counted again, and seats are worked out from what people hold, not from the flags beside them.
 */
import { expect } from "@playwright/test";
import type { Database } from "./database";

/** Bits of the catalogue whose holding takes a seat (RULES.md): all but see, approve, comment, read, analytics, history. */
const SEAT_BITS = [1, 2, 3, 5, 6, 7, 8, 11, 14, 15, 16, 17].reduce((mask, bit) => mask + 2 ** bit, 0);
const SEAT_ROLES = "('editor','writer','community_manager','smm_specialist','manager','client')";
const OF_ROLE = (row: string): string => `(SELECT g.bits FROM roles g WHERE g.id = ${row}.role)`;
const takesSeat = (row: string): string =>
  `(${row}.role IN ${SEAT_ROLES} OR (${row}.bits & ${SEAT_BITS}) <> 0 OR ifnull(${OF_ROLE(row)} & ${SEAT_BITS}, 0) <> 0)`;

const FREE = "CASE t.plan WHEN 'plus' THEN 1 WHEN 'pro' THEN 3 END";

/** What must not be: a name, and the query that finds it. `:now` is the Worker's time. */
const MUST_BE_EMPTY: Readonly<Record<string, string>> = {
  "a team whose owner is no active member": `
    SELECT t.id FROM teams t LEFT JOIN members m ON m.team = t.id AND m.person = t.owner AND m.state = 'active'
    WHERE m.person IS NULL`,
  "an owner with a grant or a seat": `
    SELECT t.id FROM teams t JOIN members m ON m.team = t.id AND m.person = t.owner
    WHERE m.seat = 1 OR EXISTS (SELECT 1 FROM access a WHERE a.team = t.id AND a.person = t.owner)`,
  "a person whose count of teams is wrong": `
    SELECT p.id, p.owns FROM people p WHERE p.owns <> (SELECT count(*) FROM teams t WHERE t.owner = p.id)`,
  "a count of members that is wrong": `
    SELECT t.id, t.members FROM teams t
    WHERE t.members <> (SELECT count(*) FROM members m WHERE m.team = t.id AND m.state = 'active')`,
  "a count of projects that is wrong": `
    SELECT t.id, t.projects FROM teams t WHERE t.projects <> (SELECT count(*) FROM projects p WHERE p.team = t.id)`,
  "a count of images or of their bytes that is wrong": `
    SELECT t.id, t.images, t.image_bytes FROM teams t
    WHERE t.images <> (SELECT count(*) FROM images g WHERE g.team = t.id)
      OR t.image_bytes <> (SELECT total(g.bytes + g.thumbnail_bytes) FROM images g WHERE g.team = t.id)`,
  "an image of a project of another team": `
    SELECT g.id FROM images g LEFT JOIN projects r ON r.id = g.place WHERE g.place <> '' AND r.team IS NOT g.team`,
  "a link, an open ask, a pending invitation or an open offer at a project of another team": `
    SELECT l.id FROM links l LEFT JOIN projects r ON r.id = l.place WHERE l.place <> '' AND r.team IS NOT l.team
    UNION ALL SELECT q.id FROM asks q LEFT JOIN projects r ON r.id = q.place
    WHERE q.state = 'open' AND q.place <> '' AND r.team IS NOT q.team
    UNION ALL SELECT p.invitation FROM invitation_places p LEFT JOIN projects r ON r.id = p.place
    WHERE p.open = 1 AND p.place <> '' AND r.team IS NOT p.team
    UNION ALL SELECT h.id FROM handovers h JOIN projects r ON r.id = h.project WHERE h.state = 'open' AND r.team <> h.team`,
  "access held at a project of another team": `
    SELECT a.person FROM access a LEFT JOIN projects r ON r.id = a.place WHERE a.place <> '' AND r.team IS NOT a.team`,
  "a post, or a picture in one, of another team than its project": `
    SELECT o.id FROM posts o JOIN projects r ON r.id = o.project WHERE r.team <> o.team
    UNION ALL SELECT i.image FROM post_images i JOIN posts o ON o.id = i.post WHERE o.team <> i.team`,
  "a count of seats taken that is wrong": `
    SELECT t.id, t.seats_taken FROM teams t
    WHERE t.seats_taken <> (SELECT count(*) FROM members m WHERE m.team = t.id AND m.seat = 1)`,
  "a count of seats reserved that is wrong": `
    SELECT t.id, t.seats_reserved FROM teams t
    WHERE t.seats_reserved <> (SELECT count(*) FROM invitations i WHERE i.team = t.id AND i.seat = 1)`,
  "more seats than the cap allows": `
    SELECT t.id, t.plan, t.cap, t.seats_taken, t.seats_reserved FROM teams t
    WHERE t.plan <> 'start' AND t.seats_taken + t.seats_reserved > t.cap + ${FREE}`,
  "a limit that is not the plan's": `
    SELECT t.id FROM teams t WHERE t.seat_limit IS NOT (CASE WHEN t.plan = 'start' THEN NULL ELSE t.cap + ${FREE} END)`,
  "a member who works without a seat": `
    SELECT m.team, m.person FROM members m JOIN teams t ON t.id = m.team
    WHERE m.state = 'active' AND m.seat = 0 AND t.owner <> m.person AND EXISTS (
      SELECT 1 FROM access a WHERE a.team = m.team AND a.person = m.person
      AND (a.until IS NULL OR a.until > :now) AND ${takesSeat("a")})`,
  "a count of projects with access of their own that is wrong": `
    SELECT m.team, m.person, m.apart FROM members m
    WHERE m.apart <> (SELECT count(*) FROM access a WHERE a.team = m.team AND a.person = m.person AND a.place <> '')`,
  "a seat for somebody who holds nothing that takes one": `
    SELECT m.team, m.person FROM members m WHERE m.seat = 1 AND NOT EXISTS (
      SELECT 1 FROM access a WHERE a.team = m.team AND a.person = m.person AND ${takesSeat("a")})`,
  "a seat reserved by an invitation that takes none": `
    SELECT i.id FROM invitations i WHERE i.seat = 1 AND NOT EXISTS (
      SELECT 1 FROM invitation_places a WHERE a.invitation = i.id AND ${takesSeat("a")})`,
  "two pending invitations for one address and team": `
    SELECT team, address FROM invitations WHERE state = 'pending' GROUP BY team, address HAVING count(*) > 1`,
  "an invitation without a place": `
    SELECT i.id FROM invitations i WHERE NOT EXISTS (SELECT 1 FROM invitation_places p WHERE p.invitation = i.id)`,
  "a place that is open when its invitation is not, or the other way": `
    SELECT p.invitation FROM invitation_places p JOIN invitations i ON i.id = p.invitation
    WHERE (p.open = 1) <> (i.state = 'pending')`,
  "an open place whose sender is gone": `
    SELECT p.invitation FROM invitation_places p LEFT JOIN members m
      ON m.team = p.team AND m.person = p.sender AND m.state = 'active'
    WHERE p.open = 1 AND p.orphaned = 0 AND p.own = 0 AND m.person IS NULL`,
  "an open link whose sender is gone": `
    SELECT l.id FROM links l LEFT JOIN members m ON m.team = l.team AND m.person = l.sender AND m.state = 'active'
    WHERE l.state = 'on' AND l.orphaned = 0 AND l.own = 0 AND m.person IS NULL`,
  "two open asks for one thing": `
    SELECT team, person, place, permission FROM asks WHERE state = 'open' GROUP BY team, person, place, permission HAVING count(*) > 1`,
  "an open ask of somebody who is not in the team": `
    SELECT q.id FROM asks q LEFT JOIN members m ON m.team = q.team AND m.person = q.person AND m.state = 'active'
    WHERE q.state = 'open' AND m.person IS NULL`,
  "a link used more often than it says": `
    SELECT l.id FROM links l WHERE l.state = 'on' AND l.max_uses IS NOT NULL AND l.uses > l.max_uses`,
  "two accounts with one address": `
    SELECT lower(address) FROM people GROUP BY lower(address) HAVING count(*) > 1`,
  "a pending invitation to somebody who is in the team": `
    SELECT i.id FROM invitations i JOIN members m ON m.team = i.team AND m.address = i.address AND m.state = 'active'
    WHERE i.state = 'pending'`,
  "an acceptance without its line of history": `
    SELECT i.id FROM invitations i WHERE i.state = 'accepted' AND NOT EXISTS (
      SELECT 1 FROM history h WHERE h.team = i.team AND h.person = i.closed_by)`,
};

/** What is left of a deleted team is cleared away in parts, and counts for nothing. */
const LIVING = "FROM (SELECT * FROM teams WHERE deleted_at IS NULL) t";

/** Fails, naming each invariant that is broken and by which rows. */
export function expectInvariants(database: Database, now: number = Date.now()): void {
  const broken: Record<string, readonly unknown[]> = {};
  for (const [name, sql] of Object.entries(MUST_BE_EMPTY)) {
    const rows = database.rows(sql.replaceAll(":now", String(now)).replaceAll("FROM teams t", LIVING));
    if (rows.length > 0) broken[name] = rows;
  }
  expect(broken, "broken invariants").toEqual({});
}
