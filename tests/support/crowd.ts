/**
 * Many members at once, written straight into the database: signing up 100,000 people would take an hour, and what is
 * tested is what they cost afterwards.
 */
import type { Database } from "./database";

let crowds = 0;

/** Adds so many viewers to a team, with some managers among them who could grant. */
export function crowd(database: Database, team: string, count: number): void {
  crowds += 1;
  const id = (index: number): string => `0${String(crowds).padStart(3, "0")}${String(index).padStart(9, "0")}`;
  const [now, stamp] = [Date.now(), database.number("SELECT version FROM teams WHERE id = ?", team)];
  database.write((run) => {
    for (let index = 0; index < count; index += 1) {
      const [person, name] = [id(index), `Crowd ${String(index).padStart(6, "0")}`];
      const address = `crowd.${crowds}.${index}@example.com`;
      run("INSERT INTO people (id, address, name, merged_into, owns, version, created_at) VALUES (?, ?, ?, NULL, 0, 1, ?)", person, address, name, now);
      run(
        `INSERT INTO members (team, person, state, ended_at, ended_by, seat, next_end, barred, stamp, joined_at, name, address, name_key, email_key, seen_at)
         VALUES (?, ?, 'active', NULL, NULL, ?, NULL, 0, ?, ?, ?, ?, ?, ?, NULL)`,
        team, person, isManager(index) ? 1 : 0, stamp, now, name, address, name.toLowerCase(), address,
      );
      run("INSERT INTO access (team, person, place, role, bits, until) VALUES (?, ?, '', ?, NULL, NULL)", team, person, isManager(index) ? "manager" : "viewer");
    }
    const managers = Array.from({ length: count }, (_, index) => index).filter(isManager).length;
    run("UPDATE teams SET members = members + ?, seats_taken = seats_taken + ? WHERE id = ?", count, managers, team);
  });
}

/** One in a thousand, and the sixth, so that a small crowd has one too. */
function isManager(index: number): boolean {
  return index % 1_000 === 5;
}
