/**
 * One's own account in Settings, in Russian.
 */
export const account = {
  thisBrowser: "Этот браузер",
  someBrowser: "Какой-то браузер",
  since: (began: string, seen: string) => `С ${began}, последний раз: ${seen}`,
  end: "Выйти",
  endOf: (name: string) => `Выйти: ${name}`,
  ended: (name: string) => `${name}: сеанс завершён.`,
  change: "Сменить адрес",
  newAddress: "Новый адрес почты",
  send: "Отправить код",
  sent: (address: string) => `Мы отправили код на ${address}. Он действует 10 минут.`,
  code: "Код с нового адреса",
  confirm: "Подтвердить новый адрес",
  changed: "Адрес изменён. На прежний отправлено письмо об этом.",
  mails: "Письма",
  mailsText: "Коды, приглашения и всё, что меняется в вашем доступе, приходят всегда. Без этих можно обойтись:",
  mail: {
    asks: "У меня просят доступ",
    verdicts: "Мой пост одобрен или возвращён",
    seats: "В моей команде не хватило платного места",
  },
};
