/**
 * Every text of the elements in Russian. Sentences of denials and the catalogue's names are those of `@roster/access`.
 */
import { ru as rules } from "@roster/access/ru";
import "@awesome.me/webawesome/dist/translations/ru.js";
import type { Texts } from "./en.js";
import { join } from "./ru/accept.js";
import { around } from "./ru/around.js";
import { asks } from "./ru/asks.js";
import { inviting } from "./ru/inviting.js";
import { merging } from "./ru/merging.js";
import { plan } from "./ru/plan.js";
import { problem } from "./ru/problems.js";
import { inProject } from "./ru/project-team.js";
import { roles } from "./ru/roles.js";
import { team } from "./ru/team.js";
import { list } from "./ru/words.js";

export const ru = {
  language: "ru",
  rules,
  list,
  close: "Закрыть",
  cancel: "Отмена",
  undo: "Отменить",
  loading: "Загрузка",
  retry: "Попробовать ещё раз",
  more: "Показать ещё",
  toast: { region: "Что только что произошло" },

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
} satisfies Texts;
