/**
 * What roles of a team's own are called in English.
 */
import { list } from "./words.js";

export const roles = {
  line: (labels: readonly string[]) => (labels.length === 0 ? "Nothing that works here yet." : `${list(labels)}.`),
  deletedRole: "A deleted role",
};
