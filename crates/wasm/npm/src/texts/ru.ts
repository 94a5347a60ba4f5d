/**
 * Russian. An entry of its own: `import { ru } from "@roster/access/ru"`.
 */
import type { Permission, PlanId, RoleId } from "../catalogue.js";
import type { DenialFacts, Named, Texts } from "./index.js";

const PERMISSIONS: Readonly<Record<Permission, Named>> = {
  "posts.view": { label: "Просмотр постов", line: "Открывать проекты и читать посты." },
  "posts.create": { label: "Создание постов", line: "Писать посты и править свои, пока они не на проверке." },
  "posts.edit": { label: "Правка всех постов", line: "Менять заголовок и текст любого поста." },
  "posts.schedule": { label: "Время публикации", line: "Назначать, когда пост должен выйти. Само по себе ничего не публикует." },
  "posts.approve": { label: "Согласование", line: "Одобрять посты на проверке или возвращать их." },
  "posts.publish": { label: "Публикация", line: "Делать пост общедоступным." },
  "images.manage": { label: "Управление изображениями", line: "Загружать и удалять изображения." },
  "ai.use": { label: "Работа с ИИ", line: "Получать подсказки во время работы над текстом." },
  "connections.manage": { label: "Подключение аккаунтов", line: "Подключать и отключать аккаунты, в которых выходят посты." },
  "comments.write": { label: "Комментарии", line: "Читать и писать комментарии к постам." },
  "messages.read": { label: "Просмотр сообщений", line: "Видеть сообщения подписчиков." },
  "messages.reply": { label: "Ответы на сообщения", line: "Отвечать подписчикам." },
  "analytics.view": { label: "Аналитика", line: "Смотреть показатели." },
  "history.view": { label: "Просмотр истории", line: "Видеть, кто, когда и чей доступ изменил." },
  "team.invite": { label: "Приглашения", line: "Приглашать людей по почте и по ссылке." },
  "team.access": { label: "Изменение доступа", line: "Решать, что могут другие, в пределах собственных прав." },
  "team.remove": { label: "Удаление участников", line: "Удалять кого угодно, кроме владельца." },
  "projects.manage": { label: "Управление проектами", line: "Создавать, переименовывать и архивировать проекты команды." },
};

const ROLES: Readonly<Record<RoleId, Named>> = {
  viewer: { label: "Наблюдатель", line: "Видит проекты и ничего не меняет." },
  editor: { label: "Редактор", line: "Правит проект и управляет изображениями." },
  writer: { label: "Автор", line: "Только создаёт посты." },
  community_manager: { label: "Комьюнити-менеджер", line: "Только комментарии и сообщения." },
  smm_specialist: { label: "SMM-специалист", line: "Всё, кроме публикации." },
  approver: { label: "Согласующий", line: "Смотрит и согласует посты." },
  manager: { label: "Менеджер", line: "Всё, кроме того, что может только владелец." },
  client: { label: "Клиент", line: "Всё: для заказчика, который принимает работу." },
};

const PLANS: Readonly<Record<PlanId, Named>> = {
  start: { label: "Start", line: "Совместная работа без ограничений." },
  plus: { label: "Plus", line: "Один редактор включён." },
  pro: { label: "Pro", line: "Три редактора включены." },
};

/** What one can do beside what is missing: worth saying where they stand near each other. */
const NEAR: Partial<Readonly<Record<Permission, string>>> = {
  "posts.create": "писать посты",
  "posts.edit": "править все посты",
  "posts.schedule": "назначать время публикации",
  "posts.approve": "согласовывать посты",
  "posts.publish": "публиковать посты",
};

const PURPOSES: Readonly<Record<Permission, string>> = {
  "posts.view": "Чтобы видеть посты",
  "posts.create": "Чтобы писать посты",
  "posts.edit": "Чтобы править чужие посты",
  "posts.schedule": "Чтобы назначать время публикации",
  "posts.approve": "Чтобы согласовывать посты",
  "posts.publish": "Чтобы публиковать",
  "images.manage": "Чтобы управлять изображениями",
  "ai.use": "Чтобы работать с ИИ",
  "connections.manage": "Чтобы подключать аккаунты",
  "comments.write": "Чтобы писать комментарии",
  "messages.read": "Чтобы читать сообщения",
  "messages.reply": "Чтобы отвечать на сообщения",
  "analytics.view": "Чтобы видеть аналитику",
  "history.view": "Чтобы читать историю",
  "team.invite": "Чтобы приглашать людей",
  "team.access": "Чтобы менять доступ",
  "team.remove": "Чтобы удалять участников",
  "projects.manage": "Чтобы управлять проектами",
};

const SENTENCES: Readonly<Record<string, string>> = {
  sign_in_needed: "Войдите, чтобы продолжить.",
  code_needed: "Для этого сначала подтвердите вход кодом, который мы пришлём на почту.",
  not_found: "Здесь для вас ничего нет.",
  owner_only: "Это может сделать только владелец команды.",
  own_access: "Свой доступ не меняет никто. Это может сделать другой участник с правом «Изменение доступа».",
  owner_untouchable: "Владельца нельзя ограничить или удалить. Сначала передайте команду другому.",
  seats_full: "Свободных мест редактора нет. Владелец может разрешить больше платных мест.",
  seats_in_use: "Занято или зарезервировано больше мест, чем останется.",
  cap_too_high: "Столько платных мест разрешить нельзя.",
  already_member: "Этот человек уже в команде, и доступ у него не меньше.",
  address_taken: "У этого адреса уже есть аккаунт. Войдите в него или выберите другой адрес.",
  owns_teams: "У вас есть свои команды. Сначала передайте или удалите каждую.",
  not_confirmed: "Не совпадает. Введите точно так, как написано.",
  already_held: "Это у вас уже есть.",
  answered: "На это уже ответили.",
  not_member: "Этого человека нет в команде, или сейчас у него нет доступа.",
  used: "Приглашение уже использовано.",
  expired: "Срок истёк.",
  replaced: "Вместо него теперь действует новое.",
  withdrawn: "Приглашение отозвано.",
  declined: "Приглашение отклонено. Команда сможет пригласить снова позже.",
  needs_sender: "Отправитель больше не может дать этот доступ.",
  wrong_person: "Это приглашение для другого человека.",
  sign_in_as: "Войдите в тот аккаунт, которому адресовано приглашение.",
  wrong_domain: "Ссылка действует для адресов другого домена.",
  barred: "Вас удалили из этой команды. Кто-нибудь из команды может пригласить вас по почте.",
  bad_places: "Выберите хотя бы одно место, и каждое только один раз.",
  team_only: "Это право действует на всю команду, а не на отдельный проект.",
  bad_end: "Эта дата уже прошла или слишком далека.",
  no_such_role: "Этой роли больше нет.",
  name_taken: "Роль с таким или похожим на вид названием уже есть.",
  role_empty: "В роли должно быть хотя бы одно право.",
  role_held_by_many: "С этой ролью связано больше 100 человек или приглашений, поэтому сразу так изменить её нельзя. Создайте новую роль и переведите людей.",
  role_on_link: "Эту роль даёт ссылка-приглашение, а по ссылке нельзя дать права из группы «Команда». Сначала выключите ссылку.",
  role_not_for_links: "По ссылке нельзя дать роль с правами из группы «Команда».",
  text_empty: "Сначала напишите что-нибудь.",
  text_too_long: "Текст слишком длинный.",
  text_forbidden_character: "В тексте есть недопустимый символ.",
  wrong_stage: "На этом этапе поста это невозможно.",
  changed: "Тем временем это изменил кто-то другой.",
  archived: "Проект в архиве.",
  too_late: "Отменить это уже нельзя.",
  limit_reached: "Больше добавить нельзя: достигнут предел.",
  too_often: "Слишком часто. Попробуйте чуть позже.",
  wrong_code: "Код неверный или устарел. Запросите новый.",
  merged: "Ваш аккаунт объединён с командой. Сначала покиньте её.",
  recipient_merged: "Аккаунт этого человека объединён с командой, поэтому владеть он ничем не может. Сначала ему нужно её покинуть.",
};

const and = new Intl.ListFormat("ru", { type: "conjunction" });
const or = new Intl.ListFormat("ru", { type: "disjunction" });

function canDo(facts: DenialFacts, missing: Permission): string {
  if (!NEAR[missing]) return "";
  const near = facts.held.flatMap((held) => (held === missing ? [] : (NEAR[held] ?? [])));
  return near.length === 0 ? "" : `Здесь вы можете ${and.format(near)}. `;
}

function who(granters: readonly string[]): string {
  if (granters.length === 0) return ".";
  return granters.length === 1 ? `; его может дать ${granters[0]}.` : `; его могут дать ${or.format(granters)}.`;
}

function denial(facts: DenialFacts): string {
  const { code, missing, granters } = facts;
  if (missing && code === "missing_permission") {
    const purpose = PURPOSES[missing] ?? "Чтобы сделать это";
    return `${canDo(facts, missing)}${purpose}, нужно право «${named(PERMISSIONS, missing).label}»${who(granters)}`;
  }
  if (missing && code === "not_held") {
    const right = `право «${named(PERMISSIONS, missing).label}»${who(granters)}`;
    return `Дать можно только то, что есть у вас самих, и не дольше. Здесь не хватает: ${right}`;
  }
  return SENTENCES[code] ?? "Сейчас это невозможно.";
}

const named = (names: Readonly<Record<string, Named>>, id: string): Named => names[id] ?? { label: id, line: "" };

export const ru: Texts = {
  language: "ru",
  denial,
  permission: (id) => named(PERMISSIONS, id),
  role: (id) => named(ROLES, id),
  plan: (id) => named(PLANS, id),
};
