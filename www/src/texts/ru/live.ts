/** О живом проекте: кто здесь и что делает. */
import type { live as english } from "../en/live.js";

const PARTS: Readonly<Record<string, string>> = { title: "заголовок", text: "текст" };

export const live: typeof english = {
  present: "Сейчас здесь",
  one: (name, doing) => `${name}: ${doing}`,
  more: (number) => `Здесь ещё ${number}`,
  away: "не у экрана",
  reading: (post) => (post ? `читает «${post}»` : "смотрит проект"),
  editing: (part, post) => (part ? `правит ${PARTS[part] ?? part} поста «${post}»` : `правит пост «${post}»`),
  somePost: "один из постов",
  following: (name) => ` (следует за: ${name})`,
  follows: (name, doing) => `Вы следуете за: ${name}, ${doing}.`,
  stop: "Не следовать",
  followsYou: (name) => `${name} следует за вами.`,
  inside: (name) => `${name}: сейчас в проекте`,
  lost: (labels) => `Ваш доступ изменили. Больше нет: ${labels}.`,
  gained: (labels) => `Ваш доступ изменили. Теперь есть: ${labels}.`,
  andMore: (number) => `ещё ${number}`,
};
