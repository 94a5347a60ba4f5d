/**
 * What roles of a team's own are called in Russian.
 */
import { list } from "./words.js";

export const roles = {
  line: (labels: readonly string[]) => (labels.length === 0 ? "Пока ничего, что здесь работает." : `${list(labels)}.`),
  deletedRole: "Удалённая роль",
};
