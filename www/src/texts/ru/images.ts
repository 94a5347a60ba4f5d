/**
 * What the image library says in Russian, and what posts say about images.
 */
import type { images as English } from "../en/images.js";
import { count } from "@roster/elements/texts/ru/words.js";

export const images: typeof English = {
  images: {
    title: "Библиотека изображений",
    none: "Изображения видят те, кто видит посты или управляет изображениями.",
    upload: "Загрузить изображения",
    to: "Для кого загрузить",
    ofTeam: "Вся команда",
    show: "Показать",
    all: "Все изображения",
    drop: "Отпустите изображения здесь",
    hint: "PNG, JPEG, WebP или GIF до 8 МБ. Их можно перетащить сюда или вставить из буфера. Записи камеры, например место съёмки, удаляются.",
    empty: "Изображений пока нет",
    emptyLead: "Загрузите первые, и их можно будет ставить в посты.",
    emptyWait: "Пока никто не загрузил ни одного изображения.",
    emptyHere: "Здесь изображений нет",
    list: "Изображения",
    open: (name: string) => `Открыть «${name}»`,
    describe: (name: string) => `Описать «${name}»`,
    describeTitle: "Что на изображении?",
    describeText: "Эти слова прочтут те, кто не видит изображения.",
    description: "Описание",
    describeEmpty: "Скажите в нескольких словах, что на нём.",
    describeLong: "Не больше 200 знаков.",
    more: (name: string) => `Другие действия: ${name}`,
    copy: "Скопировать название",
    copied: "Название скопировано.",
    delete: "Удалить",
    deleteTitle: (name: string) => `Удалить «${name}»?`,
    deleteText: (used: number) =>
      used >= 20
        ? "Оно стоит в 20 постах или больше. На его месте останется пустая рамка."
        : `Оно стоит в ${count(used, "посте", "постах", "постах")}. На его месте останется пустая рамка.`,
    deleteYes: "Удалить изображение",
    deleted: (name: string) => `Изображение «${name}» удалено.`,
    restored: (name: string) => `Изображение «${name}» возвращено.`,
    by: (name: string) => `загружает ${name}`,
    used: (used: number) =>
      used >= 20 ? "в 20 постах или больше" : used === 0 ? "ни в одном посте" : `в ${count(used, "посте", "постах", "постах")}`,
    size: (width: number, height: number) => `${width} × ${height}`,
    uploads: "Загрузки",
    progress: (done: number, all: number) => `Загружено: ${done} из ${all}`,
    failed: (failed: number) => `Не загружено: ${count(failed, "файл", "файла", "файлов")}`,
    waiting: "В очереди",
    preparing: "Подготовка",
    sending: "Загрузка",
    done: "Загружено",
    retry: (name: string) => `Ещё раз загрузить «${name}»`,
    dismiss: (name: string) => `Убрать «${name}» из списка`,
    close: "Закрыть список загрузок",
    notImage: "Это не PNG, не JPEG, не WebP и не GIF.",
    unreadable: "Этот файл не удаётся прочитать как изображение.",
    tooLarge: "Даже уменьшенным это больше 8 МБ.",
    insert: "Вставить изображение",
    choose: "Выберите изображение",
    chooseEmpty: "Для этого проекта изображений пока нет.",
    toLibrary: "В библиотеку изображений",
    gone: "Этого изображения здесь больше нет",
    preview: "Предпросмотр",
  },
  imageProblems: {
    image_unknown: "Это не PNG, не JPEG, не WebP и не GIF, или только часть файла.",
    image_too_large: "Изображение слишком большое: можно до 8 МБ.",
    image_too_many_pixels: "Слишком много пикселей: можно до 8192 по стороне и до 40 миллионов всего.",
    image_has_notes: "В файле остались записи камеры. Загрузите его с этой страницы: она их удалит.",
    image_differs: "Пришёл не тот файл, который был объявлен. Попробуйте ещё раз.",
  },
  imageLimits: {
    images_per_team: "В команде уже 5000 изображений, больше нельзя. Удалите лишние: место освободится через день.",
    image_bytes_per_team: "Изображения команды занимают 5 ГБ, места больше нет. Удалите лишние: место освободится через день.",
    images_per_post: "В одном посте может быть до 50 разных изображений.",
  },
};
