/**
 * A picture that can be shown, as a camera writes it, for what uploads by the page.
 */
import type { Page } from "@playwright/test";

/** A picture as a camera writes it: drawn in the browser, with notes put into it by hand. */
export async function photo(page: Page, colour: string): Promise<Buffer> {
  const drawn = await page.evaluate(async (colour) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [900, 600];
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.fillStyle = colour;
    context.fillRect(0, 0, 900, 600);
    context.fillStyle = "white";
    context.fillRect(300, 200, 300, 200);
    return canvas.toDataURL("image/jpeg");
  }, colour);
  const bytes = Buffer.from(drawn.slice(drawn.indexOf(",") + 1), "base64");
  const notes = Buffer.from("Exif\0\0II*\0\x08\0\0\0\0\0 taken at home, 59.93 30.33", "latin1");
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, (notes.length + 2) >> 8, (notes.length + 2) & 255]), notes]);
  return Buffer.concat([bytes.subarray(0, 2), segment, bytes.subarray(2)]);
}
