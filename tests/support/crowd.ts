/**
 * Many members at once, written straight into the database: signing up 100,000 people would take an hour, and what is
 * tested is what they cost afterwards.
 */
import { setImmediate } from "node:timers/promises";
import type { Database } from "./database";

const AT_ONCE = 5_000;

let crowds = 0;

/** Adds so many viewers to a team, with some managers among them who could grant. */
export async function crowd(database: Database, team: string, count: number): Promise<void> {
  crowds += 1;
  for (let begin = 0; begin < count; begin += AT_ONCE) {
    add(database, team, begin, Math.min(count, begin + AT_ONCE));
    // So that connections that the server has closed meanwhile are noticed.
    await setImmediate();
  }
}

function add(database: Database, team: string, begin: number, end: number): void {
  const [now, stamp] = [Date.now(), database.number("SELECT version FROM teams WHERE id = ?", team)];
  let managers = 0;
  database.write((run) => {
    for (let index = begin; index < end; index += 1) {
      const person = `0${String(crowds).padStart(3, "0")}${String(index).padStart(9, "0")}`;
      const name = `Crowd ${String(index).padStart(6, "0")}`;
      const address = `crowd.${crowds}.${index}@example.com`;
      const manages = isManager(index) ? 1 : 0;
      managers += manages;
      run("INSERT INTO people (id, address, name, merged_into, owns, version, created_at) VALUES (?, ?, ?, NULL, 0, 1, ?)", person, address, name, now);
      run(
        `INSERT INTO members (team, person, state, ended_at, ended_by, seat, next_end, barred, stamp, joined_at, name, address, name_key, email_key, seen_at)
         VALUES (?, ?, 'active', NULL, NULL, ?, NULL, 0, ?, ?, ?, ?, ?, ?, NULL)`,
        team, person, manages, stamp, now, name, address, name.toLowerCase(), address,
      );
      run("INSERT INTO access (team, person, place, role, bits, until) VALUES (?, ?, '', ?, NULL, NULL)", team, person, manages === 1 ? "manager" : "viewer");
    }
    run("UPDATE teams SET members = members + ?, seats_taken = seats_taken + ? WHERE id = ?", end - begin, managers, team);
  });
}

/** One in a thousand, and the sixth, so that a small crowd has one too. */
function isManager(index: number): boolean {
  return index % 1_000 === 5;
}

/** Adds so many projects to a team. */
export function manyProjects(database: Database, team: string, count: number): void {
  crowds += 1;
  const now = Date.now();
  database.write((run) => {
    for (let index = 0; index < count; index += 1) {
      const id = `1${String(crowds).padStart(3, "0")}${String(index).padStart(9, "0")}`;
      const name = `Project ${String(index).padStart(4, "0")}`;
      run("INSERT INTO projects (id, team, name, name_key, archived_at, created_at) VALUES (?, ?, ?, ?, NULL, ?)", id, team, name, name.toLowerCase(), now);
    }
    run("UPDATE teams SET projects = projects + ? WHERE id = ?", count, team);
  });
}

/** Adds so many pending invitations of viewers to a team, all of the owner's. */
export function manyInvitations(database: Database, team: string, count: number): void {
  crowds += 1;
  const now = Date.now();
  const [{ owner } = {}] = database.rows("SELECT owner FROM teams WHERE id = ?", team);
  const sender = String(owner);
  database.write((run) => {
    for (let index = 0; index < count; index += 1) {
      const id = `2${String(crowds).padStart(3, "0")}${String(index).padStart(9, "0")}`;
      run(
        `INSERT INTO invitations (id, team, address, state, closed_by, closed_at, seat, counter, sent_by, sent_at, expires_at, asked_at)
         VALUES (?, ?, ?, 'pending', NULL, NULL, 0, 1, ?, ?, ?, NULL)`,
        id, team, `asked.${crowds}.${index}@example.com`, sender, now - index, now + 86_400_000,
      );
      run(
        `INSERT INTO invitation_places (invitation, place, team, role, bits, until, sender, own, orphaned, open)
         VALUES (?, '', ?, 'viewer', NULL, NULL, ?, 1, 0, 1)`,
        id, team, sender,
      );
    }
  });
}

/** Adds so many lines to a team's history, all by its owner. */
export function muchHistory(database: Database, team: string, count: number): void {
  const now = Date.now();
  const [{ owner } = {}] = database.rows("SELECT owner FROM teams WHERE id = ?", team);
  database.write((run) => {
    for (let index = 0; index < count; index += 1) {
      run(
        "INSERT INTO history (team, at, by, kind, person, address, project, post, before, after, note) VALUES (?, ?, ?, 'team_renamed', NULL, NULL, NULL, NULL, '', '', ?)",
        team, now - count + index, String(owner), `Name ${index}`,
      );
    }
  });
}
