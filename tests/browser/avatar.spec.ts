/**
 * The picture that somebody shows of themselves, as people use it: it is chosen by the keyboard, seen before it is saved,
 * seen by a teammate, replaced, removed and back again; what is no picture is told apart, and takes nothing away.
 */
import { expect, type Locator, type Page } from "@playwright/test";
import { photo } from "../support/photo";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

/** Whether a picture stands in this place, is there and was drawn. */
const drawn = (place: Locator): Promise<boolean> =>
  place.locator(".avatar img").first().evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth === 128, null, { timeout: 500 }).catch(() => false);

/** As a person drops or pastes a file: the page's own events, with the file in them. */
async function give(page: Page, how: "drop" | "paste", bytes: Buffer): Promise<void> {
  await page.evaluate(
    ({ how, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], "me.jpg", { type: "image/jpeg" }));
      const place = document.querySelector("roster-own-avatar [role=group]");
      if (how === "drop") place?.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
      else document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
    },
    { how, bytes: [...bytes] },
  );
}

test("one shows a picture, a teammate sees it, and it goes again", async ({ browser, world }) => {
  const { team, editor, owner } = await makeShownTeam(world.url);
  const [edith, olivia] = [await Profile.open(world, browser, editor.address), await Profile.open(world, browser, owner.address)];
  await edith.enter();
  await olivia.enter();
  const { page } = edith;
  const group = page.getByRole("group", { name: "Picture" });
  const account = edith.button("Account");
  const put = (name: string, mimeType: string, buffer: Buffer): Promise<void> =>
    page.locator("roster-own-avatar input[type=file]").setInputFiles({ name, mimeType, buffer });
  const told = (text: string): Locator => group.getByRole("alert").getByText(text);
  await page.goto("/settings");
  const red = await photo(page, "#b3261e");
  const blue = await photo(page, "#1e5fb3");

  await test.step("what is no picture is told apart, and nothing is lost", async () => {
    await put("logo.svg", "image/svg+xml", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"));
    await expect(told("This is no PNG, JPEG, WebP or GIF.")).toBeVisible();
    await put("notes.png", "image/png", Buffer.from("not an image"));
    await expect(told("This file cannot be read as an image.")).toBeVisible();
    await put("huge.png", "image/png", Buffer.alloc(20 * 1024 * 1024 + 1));
    await expect(told("This file is larger than 20 MB.")).toBeVisible();
    await expect(group.getByRole("button")).toHaveText(["Choose picture"]);
  });

  await test.step("by the keyboard, one is chosen, seen and saved", async () => {
    const choose = edith.button("Choose picture");
    await choose.focus();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    await chooser.setFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer: red });
    await expect(edith.button("Save picture")).toBeFocused();
    await expect(group.getByRole("alert")).toBeHidden();
    await expect(group.getByText("Nobody sees it before you save it.")).toBeVisible();
    await expect.poll(() => drawn(group)).toBe(true);
    expect(await drawn(account), "not before it is saved").toBe(false);
    await page.keyboard.press("Enter");
    await expect(edith.button("Replace picture")).toBeFocused();
    await expect.poll(() => drawn(account)).toBe(true);
  });

  await test.step("what is kept is small, square and without what the camera noted", async () => {
    const kept = await page.evaluate(async () => {
      const source = document.querySelector<HTMLImageElement>("roster-own-avatar .avatar img")?.src ?? "";
      return [...new Uint8Array(await (await fetch(source)).arrayBuffer())];
    });
    const bytes = Buffer.from(kept).toString("latin1");
    expect(bytes.slice(0, 3)).toBe("\xff\xd8\xff");
    expect(bytes.length).toBeLessThan(20 * 1024);
    expect(bytes).not.toContain("taken at home");
  });

  await test.step("a teammate sees it among members and on the cards", async () => {
    await olivia.page.goto("/team");
    const row = olivia.member("Edith Novak");
    await expect.poll(() => drawn(row)).toBe(true);
    expect(await drawn(olivia.member("Wanda Okafor")), "letters").toBe(false);
    await olivia.page.goto("/");
    const editors = olivia.page.getByRole("list", { name: "Editors of Company blog" });
    await expect.poll(() => drawn(editors.getByRole("listitem").filter({ hasText: "Edith Novak" }))).toBe(true);
  });

  await test.step("a file that does not come leaves the letters, in the same room", async () => {
    const size = (): Promise<unknown> => olivia.member("Edith Novak").locator(".avatar").boundingBox();
    await olivia.page.goto("/team");
    await expect.poll(() => drawn(olivia.member("Edith Novak"))).toBe(true);
    const before = await size();
    await olivia.page.route("**/avatar/*", (route) => route.abort());
    await olivia.page.reload();
    await expect(olivia.member("Edith Novak")).toBeVisible();
    expect(await size()).toEqual(before);
    await expect(olivia.member("Edith Novak").locator("img")).toBeHidden();
    await olivia.page.unroute("**/avatar/*");
  });

  await test.step("another one is dropped, left, pasted and saved", async () => {
    await give(page, "drop", blue);
    await expect(edith.button("Save picture")).toBeVisible();
    await edith.button("Cancel").click();
    await expect(edith.button("Replace picture")).toBeFocused();
    await give(page, "paste", blue);
    await put("notes.png", "image/png", Buffer.from("not an image"));
    await expect(told("This file cannot be read as an image.")).toBeVisible();
    await edith.button("Save picture").click();
    await expect(edith.button("Replace picture")).toBeFocused();
    await expect.poll(() => drawn(account)).toBe(true);
  });

  await test.step("it is removed, back by Undo, and removed for all", async () => {
    await edith.button("Remove picture").click();
    await expect(edith.button("Choose picture")).toBeFocused();
    await expect(account.locator("img")).toHaveCount(0);
    await edith.button("Undo").click();
    await expect(edith.button("Remove picture")).toBeVisible();
    await expect.poll(() => drawn(account)).toBe(true);
    await edith.button("Remove picture").click();
    await expect(edith.button("Choose picture")).toBeFocused();
    await olivia.page.reload();
    await expect(olivia.member("Edith Novak")).toBeVisible();
    await expect(olivia.member("Edith Novak").locator("img")).toHaveCount(0);
  });

  await test.step("the edge takes no more than the page sends, and shows it to no stranger", async () => {
    const said = await edith.call("PUT", "/me/avatar", "<svg/>");
    expect([said.status, said.body.code]).toEqual([422, "image_unknown"]);
    const forged = await olivia.call("GET", `/teams/${team.id}/members/${editor.id}/avatar/0123456789abc`);
    expect([forged.status, forged.body.code]).toEqual([404, "not_found"]);
  });
  await Promise.all([edith.close(), olivia.close()]);
});

test("a picture that is on its way is not taken back, and an older one does not come back over it", async ({ browser, world }) => {
  const { editor } = await makeShownTeam(world.url);
  const edith = await Profile.open(world, browser, editor.address);
  await edith.enter();
  const { page } = edith;
  await page.goto("/settings");
  const red = await photo(page, "#b3261e");
  const blue = await photo(page, "#1e5fb3");
  const kept = (): Promise<string | null | undefined> =>
    edith.call<{ avatar?: string | null }>("GET", "/me").then(({ body }) => body.avatar);

  await test.step("text with a picture beside it goes into the field", async () => {
    const taken = await page.getByLabel("Your name").evaluate((field, bytes) => {
      const data = new DataTransfer();
      data.setData("text/plain", "Edith");
      data.items.add(new File([new Uint8Array(bytes)], "me.jpg", { type: "image/jpeg" }));
      return !field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, composed: true, cancelable: true, clipboardData: data }));
    }, [...red]);
    expect(taken).toBe(false);
    await expect(edith.button("Choose picture")).toBeVisible();
    await give(page, "paste", red);
    await expect(edith.button("Save picture")).toBeFocused();
  });

  await test.step("while it is saved, it is neither left nor swapped", async () => {
    let release = (): void => undefined;
    const come = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/me/avatar", async (route) => {
      await come;
      await route.continue();
    });
    await edith.button("Save picture").click();
    for (const name of ["Cancel", "Choose another"]) {
      await expect(edith.button(name)).toHaveAttribute("aria-disabled", "true");
      await expect(edith.button(name)).toHaveAccessibleDescription("Your picture is being saved.");
    }
    await edith.button("Cancel").click({ force: true });
    await expect(edith.button("Save picture")).toBeVisible();
    release();
    await expect(edith.button("Replace picture")).toBeFocused();
    await page.unroute("**/me/avatar");
  });

  await test.step("Undo of a removal is gone once another picture is saved", async () => {
    await edith.button("Remove picture").click();
    await expect(edith.button("Undo")).toBeVisible();
    await give(page, "paste", blue);
    await edith.button("Save picture").click();
    await expect(edith.button("Replace picture")).toBeFocused();
    await expect(edith.button("Undo")).toHaveCount(0);
  });

  await test.step("nor does it bring the old one over what was saved elsewhere", async () => {
    await edith.button("Remove picture").click();
    await expect(edith.button("Undo")).toBeVisible();
    const other = await edith.context.newPage();
    await other.goto("/settings");
    await expect(other.getByRole("button", { name: "Choose picture" })).toBeVisible();
    await give(other, "paste", red);
    await other.getByRole("button", { name: "Save picture" }).click();
    await expect(other.getByRole("button", { name: "Replace picture" })).toBeFocused();
    const newer = await kept();
    expect(newer).toBeTruthy();
    await edith.button("Undo").click();
    await expect(edith.button("Replace picture")).toBeVisible();
    expect(await kept()).toBe(newer);
    await other.close();
  });
  await edith.close();
});
