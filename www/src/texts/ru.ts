/**
 * Every text of the page in Russian. What its elements say is theirs.
 */
import { ru as elements } from "@roster/elements/texts/ru.js";
import type { Texts } from "./en.js";
import { account } from "./ru/account.js";
import { avatar } from "./ru/avatar.js";
import { ending } from "./ru/ending.js";
import { colleagues } from "./ru/colleagues.js";
import { images } from "./ru/images.js";
import { live } from "./ru/live.js";
import { handover } from "./ru/handover.js";
import { roles } from "./ru/roles.js";
import { work } from "./ru/work.js";

export const ru = {
  ...elements,
  product: "Roster",
  save: "Сохранить",
  skip: "Перейти к странице",
  person: { anybody: "Кто угодно", clear: "Снова кто угодно" },

  nav: {
    main: "Главное меню",
    menu: "Меню",
    closeMenu: "Закрыть меню",
    projects: "Проекты",
    team: "Команда",
    invite: "Пригласить в команду",
    images: "Библиотека изображений",
    plan: "Тариф",
    history: "История",
    switch: "Сменить команду",
    newTeam: "Новая команда",
    add: "Добавить участника",
    account: "Аккаунт",
    settings: "Настройки",
    signOut: "Выйти",
    back: "Вернуться к проекту",
    yours: "ваша",
  },

  signIn: {
    title: "Вход",
    over: "Сеанс завершён",
    overLead: "Его завершили в другом месте, или истёк его срок. Войдите снова и продолжайте здесь же: всё, что вы ввели, сохранилось.",
    ended: "Прошлый сеанс завершён. Мы пришлём код на почту, и вы вернётесь туда же.",
    lead: "Мы пришлём код на почту. Пароль запоминать не нужно.",
    email: "Адрес почты",
    send: "Отправить код",
    code: "Код",
    signIn: "Войти",
    sent: (address: string) => `Мы отправили код из 8 цифр на ${address}. Он действует 10 минут.`,
    other: "Указать другой адрес",
    again: "Отправить код ещё раз",
    againIn: (seconds: number) => `Письма нет? Запросить новое можно через ${seconds} с.`,
    needed: "Введите адрес почты.",
    codeNeeded: "Введите 8 цифр из письма.",
    confirm: (address: string) => `Эту ссылку запросили в другом браузере. Войти здесь под адресом ${address}?`,
    confirmYes: "Да, войти",
    confirmNo: "Нет",
    link: "Выполняем вход",
    forJoin: "Войдите, и мы вернём вас к приглашению.",
    forCode: "Для этого шага мы ещё раз пришлём код на почту, чтобы никто другой не мог его сделать.",
  },

  dashboard: {
    title: "Проекты",
    newProject: "Новый проект",
    empty: "Проектов пока нет",
    emptyLead: "В проекте собраны посты, которые вы вместе пишете и публикуете.",
    emptyWait: "Вам пока не дали ни одного проекта. Обратитесь к владельцу команды.",
    noAccess: (team: string, owner: string) =>
      `Вы в команде «${team}», но доступа сейчас нет. Роль вам может дать владелец: ${owner}.`,
    name: "Название проекта",
    create: "Создать проект",
    open: "Открыть",
    made: (when: string) => `Создан ${when}`,
    archived: "В архиве",
    archive: "В архив",
    reopen: "Вернуть из архива",
    rename: "Переименовать",
    moreFor: (name: string) => `Другие действия: ${name}`,
    archivedDone: (name: string) => `Проект «${name}» теперь в архиве.`,
    firstTitle: "Создайте свою первую команду",
    firstLead: "В команде есть проекты, люди и тариф. Вы будете её владельцем.",
    teamName: "Название команды",
    createTeam: "Создать команду",
    invitations: "Приглашения для вас",
    invitation: (inviter: string, team: string) => `${inviter} приглашает вас в команду «${team}»`,
    until: (when: string) => `До ${when}`,
    editors: (project: string) => `Редакторы проекта «${project}»`,
    moreEditors: (number: number) => `и ещё ${number}`,
    search: "Поиск по проектам",
    none: (text: string) => `Нет проектов, название которых начинается с «${text}».`,
  },

  lost: {
    title: "Здесь ничего нет",
    text: "Этот адрес никуда не ведёт, или он не для вас.",
    home: "К проектам",
  },
  gone: {
    title: "Доступ закрыт",
    text: "Доступ к этому пропал, пока страница была открыта.",
  },
  failed: { title: "Roster не отвечает", text: "Проверьте соединение и попробуйте ещё раз." },

  account,
  avatar,
  ending,
  ...images,
  ...handover,
  problem: { ...elements.problem, codes: { ...elements.problem.codes, ...images.imageProblems }, fields: images.imageLimits },
  colleagues,
  live,
  roles: { ...elements.roles, ...roles },
  ...work,
} satisfies Texts;
