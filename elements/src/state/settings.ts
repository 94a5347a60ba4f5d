/**
 * What whoever uses the elements says about their app, once, and what the elements begin with.
 */
import { reachedAt, sendBy, type Send } from "../api/client.js";
import { firstOf, isLanguage, speak, t, type Language } from "../texts/language.js";
import { byLinks, navigateBy, type Links } from "./navigation.js";
import { session } from "./session.js";

/** All of it can be left out. */
export interface Settings {
  /** The team's id; without it, the first of one's teams. */
  readonly team?: string;
  /** What stands before `/api/v1`: a path of one's own host, such as `/roster`. Without it, nothing. */
  readonly base?: string;
  /** The language; without it, that of `<html lang>`, else the browser's. */
  readonly language?: Language;
  /** How requests go out; without it, the global `fetch`. */
  readonly fetch?: Send;
  /** Where the app has what elements lead to. */
  readonly links?: Links;
}

let begun: Promise<void> | undefined;

/** Says something about the app. Once elements are there, another team or language changes them in place. */
export async function configure(settings: Settings): Promise<void> {
  const { team, base, language, links, fetch } = settings;
  if (base !== undefined) reachedAt(base);
  if (fetch) sendBy(fetch);
  if (links) navigateBy(byLinks(links));
  if (language) await speak(language);
  if (begun && team !== undefined && session.teamId !== team) await session.enter(team);
  else if (team !== undefined) session.host = { ...session.host, wanted: () => team };
}

/** Begins with what is known: the elements call it as they appear. */
export function begin(): Promise<void> {
  begun ??= start();
  return begun;
}

async function start(): Promise<void> {
  if (!t) await speak(firstOf([document.documentElement.lang, ...navigator.languages]) ?? "en");
  if (!session.begun) await session.load();
}

/** Makes what an attribute says known. Attributes of the first element that has them count. */
export function attributesSay(said: { readonly team: string; readonly base: string; readonly language: string }): void {
  const { team, base, language } = said;
  void configure({
    ...(team ? { team } : {}),
    ...(base ? { base } : {}),
    ...(isLanguage(language) ? { language } : {}),
  });
}
