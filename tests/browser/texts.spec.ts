/**
 * Both languages say everything: the same keys, also where any key is allowed; every number has its form; and no English
 * stays in the Russian.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { PERMISSIONS, PLANS, ROLES } from "@roster/access";
import ts from "typescript";
import { en } from "../../www/src/texts/en";
import { ru } from "../../www/src/texts/ru";

const FOLDERS = ["www", "elements"].map((name) => join(import.meta.dirname, `../../${name}/src/texts`));
const RULES = join(import.meta.dirname, "../../crates/wasm/npm/src/texts/ru.ts");

/** Names, and what is written in Latin letters in Russian too. */
const NAMES = new Set(["Roster", "Start", "Plus", "Pro", "SMM", "CSV", "JSON", "example", "com", "PNG", "JPEG", "WebP", "GIF", "Excel", "UTC", "csv", "api", "cookie", "color", "scheme", "part"]);

/** Every path of an object that leads to a text, with what kind it is. */
function paths(of: object, before = ""): string[] {
  return Object.entries(of).flatMap(([key, value]) => {
    const path = `${before}${key}`;
    return typeof value === "object" && value !== null ? paths(value as object, `${path}.`) : [`${path}: ${typeof value}`];
  });
}

/** What a file of texts says: its literals, without names of keys, imports and what only the code reads. */
function literals(file: string): string[] {
  const said: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isNewExpression(node)) return;
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken) return;
    if (ts.isPropertyAssignment(node) || ts.isParameter(node)) {
      if (ts.isPropertyAssignment(node) && node.name.getText(tree) !== "language") look(node.initializer);
      return;
    }
    if (ts.isCallExpression(node) && node.expression.getText(tree) === "list") return;
    if (ts.isElementAccessExpression(node)) return;
    if (ts.isStringLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      said.push(node.text);
    }
    ts.forEachChild(node, look);
  };
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, false);
  look(tree);
  return said;
}

function russianFiles(): string[] {
  const below = (folder: string): string[] => [join(folder, "ru.ts"), ...readdirSync(join(folder, "ru")).map((name) => join(folder, "ru", name))];
  return [RULES, ...FOLDERS.flatMap(below)];
}

test("both languages have the same texts", () => {
  expect(paths(ru).sort()).toEqual(paths(en).sort());
});

test("no English stays in the Russian", () => {
  const left = russianFiles().flatMap((file) =>
    literals(file).filter((text) => (text.match(/[A-Za-z]{2,}/g) ?? []).some((word) => !NAMES.has(word))),
  );
  expect(left).toEqual([]);
});

test("checkmarks, roles and plans have Russian names, each its own", () => {
  const named = [...PERMISSIONS.map(({ id }) => ru.rules.permission(id)), ...ROLES.map(({ id }) => ru.rules.role(id))];
  for (const { label, line } of [...named, ...PLANS.map(({ id }) => ({ ...ru.rules.plan(id), label: "Тариф" }))]) {
    expect(`${label} ${line}`).toMatch(/[а-яё]/i);
    expect(`${label} ${line}`.replace("SMM", "")).not.toMatch(/[a-z]{2}/i);
  }
  for (const names of [PERMISSIONS.map(({ id }) => ru.rules.permission(id).label), ROLES.map(({ id }) => ru.rules.role(id).label)]) {
    expect(new Set(names).size).toBe(names.length);
  }
});

test("a number has the form that goes with it", () => {
  const members = [1, 2, 5, 11, 21, 22, 1000].map((number) => ru.team.total(number).replace(/\s/g, " "));
  expect(members).toEqual(["1 участник", "2 участника", "5 участников", "11 участников", "21 участник", "22 участника", "1 000 участников"]);
  expect([1, 2, 1000].map((number) => en.team.total(number))).toEqual(["1 member", "2 members", "1,000 members"]);
});

test("a denial says in Russian what is missing and who can give it", () => {
  const facts = { code: "missing_permission", missing: "posts.publish", held: ["posts.view", "posts.create", "posts.schedule"] } as const;
  expect(ru.rules.denial({ ...facts, granters: ["Ана", "Томас"] })).toBe(
    "Здесь вы можете писать посты и назначать время публикации. Чтобы публиковать, нужно право «Публикация»; его могут дать Ана или Томас.",
  );
  expect(ru.rules.denial({ ...facts, held: [], granters: ["Ана"] })).toBe("Чтобы публиковать, нужно право «Публикация»; его может дать Ана.");
  expect(ru.rules.denial({ code: "of a newer edge", held: [], granters: [] })).toBe("Сейчас это невозможно.");
});

test("every sentence of a denial has a Russian one", () => {
  const codes = [...readFileSync(RULES.replace("ru.ts", "en.ts"), "utf8").matchAll(/^ {2}(\w+): "[A-Z]/gm)].map((found) => found[1] ?? "");
  expect(codes.length).toBeGreaterThan(30);
  const unknown = ru.rules.denial({ code: "", held: [], granters: [] });
  expect(codes.filter((code) => ru.rules.denial({ code, held: [], granters: [] }) === unknown)).toEqual([]);
});

test("a sentence that ends with a date has one full stop", () => {
  const date = new Intl.DateTimeFormat("ru", { day: "numeric", month: "short", year: "numeric" }).format(0);
  expect(date).toMatch(/г\.$/);
  const ends = (when: string): string[] => [
    ru.join.until(when),
    ru.join.open(when),
    ru.access.endsOn(when),
    ru.asks.asked(when),
    ru.asks.declined(when),
    ru.invite.waits("a@example.com", when),
    ru.post.timeSaved(when),
    ru.handover.waiting("a@example.com", when),
    ru.problem.again("declined", when),
    ru.problem.again("too_often", when),
  ];
  for (const sentence of [...ends(date), ...ends("1 мая, 12:00")]) {
    expect(sentence).not.toContain("..");
    expect(sentence).toMatch(/(г|:00)\.( |$)/);
  }
});
