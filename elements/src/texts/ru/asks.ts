/**
 * Asking for access, in Russian.
 */
import { list, stop } from "./words.js";

export const asks = {
  asks: {
    ask: "Запросить доступ",
    askFor: (what: string) => `Запросить доступ: ${what}`,
    mails: (names: readonly string[], who: string, what: string, where: string) =>
      `Письмо получат: ${list(names)}. В нём: «${who} просит право „${what}“, ${where}».`,
    asked: (when: string) => `Запрошено ${stop(when)}`,
    declined: (when: string) => `Запрошено ${stop(when)} Ответ: не сейчас.`,
    sent: (names: readonly string[]) => (names.length === 0 ? "Запрос отправлен." : `Запрос отправлен: ${list(names)}.`),
    title: "Запросы доступа",
    wants: (who: string, what: string, where: string) => `${who} просит право «${what}», ${where}`,
    give: "Дать доступ",
    giveTo: (who: string, what: string) => `Дать доступ: ${who}, ${what}`,
    notNow: "Не сейчас",
    notNowTo: (who: string, what: string) => `Не сейчас: ${who}, ${what}`,
    given: (who: string, what: string) => `${who}: право «${what}» теперь есть.`,
    refused: (who: string) => `${who} увидит ответ «не сейчас» рядом с запросом.`,
    over: "На этот запрос уже ответили, или он больше не нужен.",
  },
};
