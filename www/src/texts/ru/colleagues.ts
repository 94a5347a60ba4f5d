/**
 * What the list of colleagues says in Russian.
 */
export const colleagues = {
  title: "Коллеги",
  lead: "Те, кто работает или работал с вами в любой команде. Они получат письмо и решат сами.",
  leadProject: "Участники команды, которых нет в этом проекте, и те, кто работал с вами в других командах.",
  none: "Пока никого. Здесь появятся те, с кем у вас был общий проект.",
  choose: (name: string) => `Добавить: ${name}`,
  role: (name: string) => `Роль: ${name}`,
  member: "В команде: добавим сразу",
  invited: "Уже приглашён",
  add: "Добавить",
  addSome: (number: number) => `Добавить: ${number}`,
  tickFirst: "Отметьте тех, кого нужно добавить.",
  done: (name: string) => `Приглашение отправлено: ${name}.`,
  included: (name: string) => `${name} теперь в проекте.`,
  failed: (name: string, why: string) => `${name}: ${why}`,
  find: "Найти в команде",
};
