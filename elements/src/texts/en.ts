/**
 * Every text of the elements in English. Sentences of denials and the catalogue's names are those of `@roster/access`.
 */
import { en as rules, type Texts as RuleTexts } from "@roster/access";
import { join } from "./en/accept.js";
import { asks } from "./en/asks.js";
import { around } from "./en/around.js";
import { inviting } from "./en/inviting.js";
import { merging } from "./en/merging.js";
import { plan } from "./en/plan.js";
import { problem } from "./en/problems.js";
import { inProject } from "./en/project-team.js";
import { roles } from "./en/roles.js";
import { team } from "./en/team.js";
import { list } from "./en/words.js";
import type { Language } from "./language.js";

export const en = {
  language: "en" as Language,
  rules: rules as RuleTexts,
  list,
  close: "Close",
  cancel: "Cancel",
  undo: "Undo",
  loading: "Loading",
  retry: "Try again",
  more: "Show more",
  toast: { region: "What just happened" },

  around,
  problem,
  join,
  inProject,
  roles,
  plan,
  ...asks,
  ...merging,
  ...team,
  ...inviting,
};

/** What every language says. */
export type Texts = typeof en;
