/**
 * Every text of the page in Russian. Sentences of denials and the catalogue's names are the package's.
 */
import { ru as rules } from "@roster/access/ru";
import "@awesome.me/webawesome/dist/translations/ru.js";
import type { Texts } from "./en.js";
import { account } from "./ru/account.js";
import { ending } from "./ru/ending.js";
import { asks } from "./ru/asks.js";
import { inProject } from "./ru/project-team.js";
import { images } from "./ru/images.js";
import { handover } from "./ru/handover.js";
import { merging } from "./ru/merging.js";
import { roles } from "./ru/roles.js";
import { team } from "./ru/team.js";
import { inviting } from "./ru/inviting.js";
import { count, list } from "./ru/words.js";
import { work } from "./ru/work.js";

export const ru = {
  language: "ru",
  rules,
  list,
  product: "Roster",
  close: "Закрыть",
  cancel: "Отмена",
  undo: "Отменить",
  save: "Сохранить",
  loading: "Загрузка",
  retry: "Попробовать ещё раз",
  more: "Показать ещё",
  skip: "Перейти к странице",
  person: { anybody: "Кто угодно", clear: "Снова кто угодно" },
  toast: { region: "Что только что произошло" },

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

  problem: {
    seatsFull: (cap: number, total: string) =>
      `Свободных мест редактора нет. Нужно ${count(cap, "платное место", "платных места", "платных мест")}: ${total} в месяц, когда все будут заняты.`,
    seatsInUse: (taken: number, reserved: number, limit: number) =>
      `Занято мест: ${taken}, зарезервировано: ${reserved}, а останется ${limit}. Сначала освободите ${taken + reserved - limit}.`,
    wrongPerson: (address: string) => `Это приглашение для ${address}.`,
    wrongDomain: (domain: string) => `Эта ссылка только для адресов в домене ${domain}.`,
    again: (code: string, when: string) =>
      code === "declined" ? `Приглашение было отклонено. Пригласить снова можно: ${when}.` : `Слишком часто. Попробуйте снова: ${when}.`,
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
  },

  signIn: {
    title: "Вход",
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

  join: {
    title: (team: string) => `Присоединиться к команде «${team}»`,
    looking: "Проверяем приглашение",
    by: (inviter: string) => `Вас приглашает ${inviter}.`,
    forWhom: (address: string) => `Для ${address}`,
    forAnyone: "Присоединиться может любой, у кого есть эта ссылка.",
    youCan: "Вам будет доступно",
    everywhere: "Во всех проектах",
    until: (when: string) => `Этот доступ действует до ${when}.`,
    open: (when: string) => `Приглашение действует до ${when}.`,
    own: "Ваши собственные команды и проекты останутся как есть.",
    accept: "Принять приглашение",
    join: "Присоединиться",
    decline: "Отклонить",
    declined: (team: string) =>
      `Вы отклонили приглашение. Команда «${team}» не сможет пригласить вас снова 30 дней, если вы сами не попросите.`,
    declineTitle: "Отклонить приглашение?",
    declineText: (team: string) =>
      `Команда «${team}» узнает об этом и не сможет пригласить вас снова 30 дней, если вы сами не попросите.`,
    nothingNew: "Всё это у вас уже было. Ничего не изменилось.",
    joined: (team: string) => `Добро пожаловать в команду «${team}».`,
    wrong: (me: string, whom: string) => `Вы вошли как ${me}. А приглашение для ${whom}.`,
    as: (me: string) => `Вы вошли как ${me}.`,
    switch: "Сменить аккаунт",
    signIn: "Войти и принять",
    signInLink: "Войти и присоединиться",
    hasAccount: (whom: string) => `У ${whom} здесь уже есть аккаунт. Войдите в него, и вы вернётесь на эту страницу.`,
    ask: "Запросить новое",
    asked: "Мы сообщили тому, кто вас пригласил. Страницу можно закрыть.",
    deadTitle: "Это не открывается",
    dead: {
      used: "Приглашение уже использовано. Если это были вы, войдите: вы уже в команде.",
      expired: "Срок истёк.",
      replaced: "Вместо него действует новое. Найдите последнее письмо или спросите того, кто поделился ссылкой.",
      withdrawn: "Приглашение отозвано.",
      needs_sender: "Отправитель больше не может дать этот доступ.",
      declined: "Приглашение отклонено.",
      barred: "Вас удалили из этой команды, поэтому её ссылки для вас закрыты. Кто-нибудь из команды может пригласить вас по почте.",
      already_member: "Вы уже в этой команде.",
      bad_token: "Ссылка неполная. Скопируйте её целиком, до последней буквы.",
      not_found: "По этой ссылке ничего нет. Возможно, её часть потерялась.",
    },
    toTeam: "Перейти к команде",
    home: "Перейти в Roster",
    none: "В этом адресе нет приглашения. Откройте ссылку из письма ещё раз.",
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
  ending,
  ...asks,
  inProject,
  ...images,
  ...handover,
  ...merging,
  roles,
  ...team,
  ...inviting,
  ...work,
} satisfies Texts;
