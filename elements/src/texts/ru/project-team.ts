/**
 * Что говорит раздел «Команда» внутри проекта: кто в нём, кого можно добавить и что значит уйти.
 */
import type { inProject as english } from "../en/project-team.js";
import { count, list } from "./words.js";

export const inProject: typeof english = {
  posts: "Посты",
  team: "Команда",
  lead: (project) => `Кто работает в проекте «${project}» и что может там делать.`,
  everywhere: (phrase) => `${phrase}, как во всей команде`,
  add: "Добавить в проект",
  addTitle: "Добавить в проект",
  addLead: "Люди из команды, которых нет в этом проекте. Они окажутся в нём сразу и узнают об этом из письма.",
  search: "Поиск по людям команды",
  nobody: "Вся команда уже в этом проекте.",
  nobodyFound: (text) => `Вне проекта нет никого, чьё имя или адрес начинается с «${text}».`,
  noMore: "Остальных можно найти по имени.",
  role: "Роль в проекте",
  people: "Люди",
  addYes: (number) => (number === 0 ? "Добавить" : `Добавить: ${count(number, "человек", "человека", "человек")}`),
  choose: "Отметьте хотя бы одного человека.",
  added: (names, project) => `Теперь в проекте «${project}»: ${list(names)}.`,
  takenBack: "Отменено.",
  failed: (name, why) => `${name}: ${why}`,
  invite: "Пригласить нового человека",
  remove: "Убрать из проекта",
  removeTitle: (name, project) => `Убрать из проекта «${project}»: ${name}?`,
  removeText: (name, project) => `${name} сразу теряет весь доступ к проекту «${project}». Посты остаются, с подписью автора.`,
  staysInTeam: (name) => `${name} остаётся в команде, с другими проектами.`,
  lastOfTheirs: (name) => `Других проектов здесь нет, поэтому вместе с ним ${name} уходит из команды. Это можно отменить в течение 30 дней.`,
  perhapsLast: (name) => `Если это единственный проект, ${name} уходит и из команды.`,
  removed: (name, project) => `Больше не в проекте «${project}»: ${name}.`,
  leaveText: (project, team) => `Вы сразу потеряете доступ к проекту «${project}», но останетесь в команде «${team}». Вернуть вас сможет только кто-то из команды.`,
  leaveLast: (project, team) => `«${project}» — ваш единственный проект в команде «${team}», поэтому вы сразу уйдёте и из команды. Вернуть вас сможет только кто-то из неё.`,
  leaveBoth: "Покинуть проект и команду",
  leave: "Покинуть проект",
  leaveTitle: (project: string) => `Покинуть проект «${project}»?`,
  gone: (project: string) => `Вы покинули проект «${project}».`,
};
