/**
 * What the page says in Russian of roles of the team's own.
 */
import { count, list } from "./words.js";

export const roles = {
  tab: "Роли",
  lead: "Роль — это набор прав с названием. Каждое изменение роли сразу касается всех, у кого она есть.",
  own: "Роли вашей команды",
  builtIn: "Есть в каждой команде",
  name: "Роль",
  holds: "Что она даёт",
  actions: "Действия",
  none: "Своих ролей у команды пока нет. Создайте роль, если готовые не подходят.",
  make: "Новая роль",
  edit: "Изменить роль",
  editOf: (name: string) => `Изменить роль «${name}»`,
  remove: "Удалить роль",
  removeOf: (name: string) => `Удалить роль «${name}»`,
  line: (labels: readonly string[]) => (labels.length === 0 ? "Пока ничего, что здесь работает." : `${list(labels)}.`),
  seat: "Занимает место редактора",
  free: "Бесплатно",
  deletedRole: "Удалённая роль",
  nameField: "Название",
  nameHint: "До 80 знаков. Похожие на вид названия считаются одинаковыми.",
  nameNeeded: "Дайте роли название.",
  empty: "Отметьте хотя бы одно право.",
  makeYes: "Создать роль",
  save: "Сохранить роль",
  made: (name: string) => `Роль «${name}» создана.`,
  saved: (name: string) => `Роль «${name}» сохранена.`,
  deleted: (name: string, other: string) => `Роль «${name}» удалена. Теперь у этих людей роль «${other}».`,
  use: "У кого она есть",
  nobody: "Пока ни у кого.",
  heldBy: (names: readonly string[], more: number, overflowing: boolean) =>
    overflowing
      ? `Эта роль есть у многих: ${names.join(", ")} и других.`
      : more > 0
        ? `Эта роль есть у: ${names.join(", ")} и ещё ${count(more, "человека", "человек", "человек")}.`
        : `Эта роль есть у: ${list(names)}.`,
  invited: (number: number) =>
    `Её ${number % 10 === 1 && number % 100 !== 11 ? "даёт" : "дают"} ${count(number, "ожидающее приглашение", "ожидающих приглашения", "ожидающих приглашений")}.`,
  linked: "Её даёт ссылка-приглашение.",
  changes: "Что изменится",
  nothing: "Пока ничего не меняется.",
  gains: (deeds: readonly string[]) => `Все, у кого она есть, теперь смогут: ${list(deeds)}.`,
  loses: (deeds: readonly string[]) => `Все, у кого она есть, больше не смогут: ${list(deeds)}.`,
  renames: (from: string, to: string) => `Роль «${from}» теперь называется «${to}».`,
  seatsMore: (number: number) => `Понадобится ещё ${count(number, "место редактора", "места редактора", "мест редактора")}.`,
  seatsLess: (number: number) => `Освободится ${count(number, "место редактора", "места редактора", "мест редактора")}.`,
  reservedMore: (number: number) => `Ожидающие приглашения займут ещё ${count(number, "место", "места", "мест")}.`,
  reservedLess: (number: number) => `Перестанет быть занято ${count(number, "место", "места", "мест")} за приглашениями.`,
  own_access: "Эта роль есть и у вас, а свой доступ никто не меняет. Это может сделать другой участник с правом менять доступ.",
  held_by_many: "С этой ролью связано больше 100 человек или приглашений, поэтому сразу так изменить её нельзя. Создайте новую роль и переведите людей.",
  on_link: "Эту роль даёт ссылка-приглашение, а по ссылке нельзя дать права из группы «Команда». Сначала выключите ссылку.",
  deleteTitle: (name: string) => `Удалить роль «${name}»?`,
  deleteText: "Её участники, приглашения и ссылки сразу получат другую роль. Отменить это нельзя.",
  replacement: "Роль вместо неё",
};
