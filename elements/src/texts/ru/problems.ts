/**
 * Problems as sentences in Russian, where the request or the machine is at fault.
 */
import { count, stop } from "./words.js";

export const problem = {
  seatsFull: (cap: number, total: string) =>
    `Свободных мест редактора нет. Нужно ${count(cap, "платное место", "платных места", "платных мест")}: ${total} в месяц, когда все будут заняты.`,
  seatsInUse: (taken: number, reserved: number, limit: number) =>
    `Занято мест: ${taken}, зарезервировано: ${reserved}, а останется ${limit}. Сначала освободите ${taken + reserved - limit}.`,
  wrongPerson: (address: string) => `Это приглашение для ${address}.`,
  wrongDomain: (domain: string) => `Эта ссылка только для адресов в домене ${domain}.`,
  again: (code: string, when: string) =>
    code === "declined" ? `Приглашение было отклонено. Пригласить снова можно: ${stop(when)}` : `Слишком часто. Попробуйте снова: ${stop(when)}`,
  codes: {
    already_offered: "Этот проект уже предложен. Сначала отзовите то предложение.",
    offline: "Ответа нет. Проверьте соединение и попробуйте ещё раз: введённое сохранилось.",
    broken: "У нас что-то сломалось. Ничего не изменилось. Попробуйте чуть позже.",
    busy: "Сейчас слишком много запросов. Попробуйте через минуту.",
    too_many_requests: "Слишком много запросов сразу. Подождите немного и попробуйте ещё раз.",
    address_malformed: "Это не полный адрес почты.",
    address_not_ascii: "Перед знаком @ могут стоять только латинские буквы, цифры и обычные знаки.",
    bad_value: "Здесь что-то не так. Проверьте ещё раз.",
    bad_token: "Ссылка неполная. Скопируйте её из письма целиком или запросите новую.",
    not_found: "Этого здесь нет, или это не для вас.",
    foreign_origin: "Браузер не подтвердил, что запрос пришёл с этой страницы. Загрузите страницу заново.",
    changed: "Тем временем это изменил кто-то другой. То, что вы ввели, осталось здесь.",
  },
  /** By the field that is wrong, where whoever uses the elements says more. */
  fields: {} as Readonly<Record<string, string>>,
};
