/**
 * What is said about many invitations, and editing what waits, in Russian.
 */
import type { Texts } from "../en.js";
import { count } from "./words.js";

const seats = (number: number): string => count(number, "платное место", "платных места", "платных мест");

export const inviting: Pick<Texts, "many" | "editPending" | "joiners"> = {
  many: {
    importCsv: "Загрузить CSV",
    removeCsv: "Убрать файл",
    csvHint: "До 1000 строк: столбец с адресами и, если нужно, столбец с ролью.",
    read: (rows: number, file: string, dropped: number) =>
      `${count(rows, "строка", "строки", "строк")} из ${file}${dropped > 0 ? `; ещё ${dropped} не вошли: за раз можно загрузить 1000` : ""}`,
    empty: (file: string) => `В файле ${file} не нашлось адресов.`,
    tooBig: "Этот файл слишком велик для списка адресов.",
    preview: "Предпросмотр",
    goes: (goes: number, all: number) => `Будет приглашено: ${goes} из ${all}`,
    address: "Адрес",
    role: "Роль",
    says: "Что произойдёт",
    costs: "Место",
    malformed: "Это не полный адрес почты.",
    duplicate: "Уже есть в этом списке",
    wrongRole: (role: string) => `Роли «${role}» нет`,
    notHeld: "У вас самих нет всех прав этой роли",
    member: "Уже в команде",
    joins: "Уже в команде: сразу добавим в проекты",
    pending: "Уже приглашён: приглашение изменится",
    fresh: "Будет приглашён",
    checking: "Проверяем…",
    noSeat: "Новое место не нужно",
    freeSeat: "Свободное место",
    seat: "Место редактора",
    more: (price: string) => `+${price} в месяц`,
    beyond: (price: string) => `+${price} в месяц, сверх разрешённого`,
    total: (difference: string, total: string) => `+${difference} в месяц, когда все примут, всего ${total}.`,
    totalFree: "Без доплаты: никто из списка не займёт место редактора.",
    allow: (cap: number, total: string) => `Разрешить ${seats(cap)}, не дороже ${total} в месяц`,
    allowHint: "Без этого строки, которым не хватит разрешённых мест, будут отклонены, каждая со своей причиной.",
    noneGoes: "Из этого списка пригласить некого.",
    oneAtATime: "Предыдущий список ещё отправляется. Сначала завершите или отмените его.",

    title: "Приглашения отправляются",
    became: "Что получилось",
    leave: "Можно перейти на другие страницы. Если закрыть эту, остаток сутки подождёт вас здесь, в этом браузере.",
    left: (left: number) => `Ещё не отправлено: ${count(left, "строка", "строки", "строк")}. При продолжении ничего не повторится.`,
    over: (good: number, bad: number) => (bad === 0 ? `Всё получилось: ${good}.` : `Получилось: ${good}, не получилось: ${bad}.`),
    goOn: "Продолжить",
    again: "Повторить неудавшиеся",
    done: "Готово",
    drop: "Отменить остальное",
    fates: {
      waiting: "Ждёт",
      sent: "Приглашение отправлено",
      later: (when: string) => `Приглашение действует; письмо уйдёт ${when}`,
      included: "Уже в команде: добавлен сразу",
      seatsFull: "Нет свободного места редактора. Разрешите больше платных мест в тарифе и повторите.",
    },
  },

  editPending: {
    title: (whom: string) => `Что даёт приглашение: ${whom}`,
    edit: "Изменить доступ",
    note: "Отправленное письмо остаётся в силе. Оно даст то, что указано здесь.",
    save: "Сохранить доступ",
    saved: (whom: string) => `Приглашение изменено: ${whom}.`,
    undelivered: "Письмо не удалось доставить. Проверьте адрес или отправьте ещё раз.",
    colleague: "По имени",
  },

  joiners: {
    show: "Кто пришёл по ней",
    none: "По этой ссылке пока никто не пришёл.",
    came: (name: string, when: string) => `${name}, ${when}`,
    left: (name: string, when: string) => `${name} (нет в команде), ${when}`,
    most: "Показаны последние 50.",
    badUses: "Введите целое число от 1 или оставьте поле пустым.",
  },
};
