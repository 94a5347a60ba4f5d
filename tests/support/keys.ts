/**
 * Hands that have a keyboard and nothing else: Tab, arrows, Enter, Space, Escape and letters. What they cannot reach
 * fails the test.
 */
import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has. */
const STOPS = 200;

export class Keys {
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Presses Tab until the focus is there. */
  async to(target: Locator, key = "Tab"): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < STOPS; stop += 1) {
      if (await target.evaluate((element) => element === (element.getRootNode() as Document | ShadowRoot).activeElement)) return;
      await this.press(key);
    }
    throw new Error(`${key} does not reach ${target}`);
  }

  /** Goes there and presses Enter. */
  async use(target: Locator): Promise<void> {
    await this.to(target);
    await this.press("Enter");
  }

  /** Goes there and presses Space. */
  async tick(target: Locator): Promise<void> {
    await this.to(target);
    await this.press("Space");
  }

  /** Goes to a field, and puts this in place of what stands there. */
  async fill(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.press("ControlOrMeta+a");
    if (text === "") await this.press("Delete");
    else await this.type(text);
  }

  /** Opens a menu by its button, and takes an entry. */
  async choose(trigger: Locator, entry: string): Promise<void> {
    await this.use(trigger);
    const items = this.page.getByRole("menuitem");
    await expect(items.first()).toBeFocused();
    const wanted = this.page.getByRole("menuitem", { name: entry });
    for (let at = 0; at < (await items.count()); at += 1) {
      if (await wanted.evaluate((element) => element.matches(":focus"))) return this.press("Enter");
      await this.press("ArrowDown");
    }
    throw new Error(`arrows do not reach ${entry}`);
  }

  /** Confirms a dialog by the button that names the deed. */
  async confirm(dialog: Locator, deed: string): Promise<void> {
    await this.use(dialog.getByRole("button", { name: deed, exact: true }));
    await expect(dialog).toBeHidden();
  }

  /** Arrows to a radio button of the group that the focus is in. */
  async pick(radio: Locator): Promise<void> {
    for (let at = 0; at < 20; at += 1) {
      if (await radio.evaluate((element) => element.matches(":focus"))) return;
      await this.press("ArrowDown");
    }
    throw new Error(`arrows do not reach ${radio}`);
  }

  /** Picks from a select by the letters that its entry begins with. */
  async select(field: Locator, label: string): Promise<void> {
    await this.to(field);
    await this.type(label);
    await expect(field.locator("option:checked")).toHaveText(label);
  }

  /** The focus was not lost: it is on something. */
  async isSomewhere(): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  }

  /** Puts text on the clipboard, and pastes it where the focus is. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((said) => navigator.clipboard.writeText(said), text);
    await this.press("ControlOrMeta+v");
  }
}
