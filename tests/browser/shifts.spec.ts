/**
 * Nothing shifts while it loads: each page on a slow network, wide and narrow, measured as the browser measures it.
 */
import { expect, type Page } from "@playwright/test";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

/** What a person does not notice. */
const MOST = 0.02;

interface Shift {
  readonly value: number;
  readonly of: readonly string[];
}

/** Notes each shift of the page that is loaded next, with what moved. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: { value: number; of: string[] }[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[]) {
        const name = (node: Node | null): string => (node instanceof Element ? `${node.localName}.${node.className} ${node.textContent?.trim().slice(0, 30)}` : `${node?.nodeName}`);
        shifts.push({ value: entry.value, of: entry.sources.map((one) => name(one.node)) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

for (const [name, viewport] of [["wide", { width: 1440, height: 900 }], ["narrow", { width: 360, height: 740 }]] as const) {
  test(`nothing shifts while a page loads, ${name}`, async ({ browser, world }) => {
    const { owner, editor, team, project, post, link } = await makeShownTeam(world.url);
    await owner.browser.delete(`${team.path}/members/${editor.id}`);
    const olivia = await Profile.open(world, browser, owner.address, { viewport });
    await olivia.enter();
    const { page } = olivia;
    const network = await page.context().newCDPSession(page);
    await network.send("Network.emulateNetworkConditions", { offline: false, latency: 250, downloadThroughput: 400_000, uploadThroughput: 400_000 });
    await watch(page);
    const shifted: string[] = [];
    const addresses = ["/", "/team", "/team?tab=invite", "/team?tab=roles", "/plan", "/history", "/images", "/settings", `/projects/${project}`, `/projects/${project}?tab=team`, `/posts/${post}`, `/join#${link.token}`];
    for (const address of addresses) {
      await page.goto("/icon.svg");
      await page.goto(address, { waitUntil: "networkidle" });
      const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);
      const sum = shifts.reduce((all, one) => all + one.value, 0);
      if (sum > MOST) shifted.push(`${address}: ${sum.toFixed(3)} ${JSON.stringify(shifts)}`);
    }
    expect(shifted).toEqual([]);
    await olivia.close();
  });
}
