/**
 * The image library as people use it: an Editor uploads two images, one file that is none fails by itself, one image
 * stands in a post, a Viewer sees it there and is told why they upload none; and what the camera noted is gone.
 */
import { expect } from "@playwright/test";
import { PNG } from "../support/images";
import { photo } from "../support/photo";
import { ok } from "../support/api";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";
import { signUp } from "../support/people";

test("an Editor uploads images and puts one into a post; a Viewer sees it there, and uploads none", async ({ browser, world }) => {
  const { team, project, post } = await makeShownTeam(world.url);
  const [edda, vera] = [await signUp(world.url, "Edda"), await signUp(world.url, "Vera")];
  await team.add(edda, [{ role: "editor" }]);
  await team.add(vera, [{ role: "viewer" }]);
  const editor = await Profile.open(world, browser, edda.address);
  await editor.enter();
  const { page } = editor;
  await page.goto("/");

  await test.step("two images go up, and a file that is none keeps neither", async () => {
    await editor.link("Image Library").click();
    await expect(editor.heading("Image Library")).toBeVisible();
    await expect(page.getByText("No images yet")).toBeVisible();
    const files = [
      { name: "Red_barn.jpg", mimeType: "image/jpeg", buffer: await photo(page, "#b3261e") },
      { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("not an image") },
      { name: "Blue lake.jpg", mimeType: "image/jpeg", buffer: await photo(page, "#1e5fb3") },
    ];
    await page.locator("input[type=file]").setInputFiles(files);
    await expect(page.getByText("2 of 3 images uploaded")).toBeVisible();
    await expect(page.getByRole("alert").getByText("This file cannot be read as an image.")).toBeVisible();
    await expect(page.getByRole("list", { name: "Images" }).getByRole("listitem")).toHaveCount(2);
    await editor.button("Forget notes").click();
  });

  await test.step("what the camera noted is gone, here and in what is kept", async () => {
    const [image] = ok(await edda.browser.get<{ images: { id: string; name: string; mediaType: string }[] }>(`${team.path}/images`)).images;
    const bytes = await page.evaluate(async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())], `${team.path}/images/${image?.id ?? ""}/file`);
    const kept = Buffer.from(bytes).toString("latin1");
    expect(kept.slice(0, 3)).toBe("\xff\xd8\xff");
    expect(kept).not.toContain("Exif");
    expect(kept).not.toContain("taken at home");
  });

  await test.step("it is described in other words, and deleted and back again", async () => {
    await editor.button("Describe Red barn").click();
    await page.getByLabel("Description").fill("A red barn in snow");
    await editor.button("Save").click();
    await expect(page.getByText("A red barn in snow", { exact: true })).toBeVisible();
    await editor.choose("More actions for Blue lake", "Delete");
    await expect(editor.link("Open Blue lake")).toBeHidden();
    await editor.button("Undo").click();
    await expect(editor.link("Open Blue lake")).toBeVisible();
  });

  await test.step("it stands in a post", async () => {
    await page.goto(`/posts/${post}`);
    await editor.button("Insert image").click();
    await editor.dialog("Choose an image").getByRole("button", { name: "A red barn in snow" }).click();
    await expect(page.getByLabel("Text")).toHaveValue(/!\[A red barn in snow\]\(image:[0-9a-z]{13}\)/);
    await expect(page.getByRole("region", { name: "Preview" }).getByRole("img", { name: "A red barn in snow" })).toBeVisible();
    await editor.button("Save").click();
    await expect(page.getByRole("status").getByText("Saved", { exact: true })).toBeVisible();
  });

  const viewer = await Profile.open(world, browser, vera.address);
  await test.step("a Viewer sees it there, and is told why they upload none", async () => {
    await viewer.enter();
    await viewer.page.goto(`/posts/${post}`);
    const shown = viewer.page.getByRole("img", { name: "A red barn in snow" });
    await expect(shown).toBeVisible();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(900);
    await viewer.link("Image Library").click();
    const upload = viewer.button("Upload images");
    await expect(upload).toHaveAttribute("aria-disabled", "true");
    await upload.focus();
    await expect(viewer.page.getByRole("tooltip").filter({ hasText: "Manage images" }).first()).toBeVisible();
    const refused = await viewer.call("POST", `${team.path.replace("/api/v1", "")}/images`, { name: "x", mediaType: "image/png", width: 40, height: 30, bytes: PNG.length, thumbnailBytes: 10, project });
    expect([refused.status, refused.body.code]).toEqual([403, "missing_permission"]);
  });

  await test.step("deleting what stands in a post says so, and leaves a quiet frame there", async () => {
    await page.goto("/images");
    await editor.choose("More actions for A red barn in snow", "Delete");
    await expect(editor.dialog("Delete A red barn in snow?")).toContainText("It stands in 1 post");
    await editor.confirm("Delete A red barn in snow?", "Delete image");
    await viewer.page.goto(`/posts/${post}`);
    await expect(viewer.page.getByText("This image is no longer here: A red barn in snow")).toBeVisible();
  });
  await viewer.close();
  await editor.close();
});
