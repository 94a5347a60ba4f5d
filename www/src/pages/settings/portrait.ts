/**
 * Makes a picture of somebody from a file before it leaves this browser: the middle of it, small and square, drawn and
 * written anew, so that nothing of what the camera noted goes out.
 */
import { ACCEPTED, decoded, encoded, Unfit } from "../images/prepare.js";

const SIDE = 128;
const MOST_BYTES = 20 * 1024;
/** A larger file is not opened: drawing it may take all the memory that there is. */
const LARGEST = 20 * 1024 * 1024;

/** The picture, as a JPEG on white.
 * @throws Unfit */
export async function portrait(file: Blob): Promise<Blob> {
  if (!ACCEPTED.split(",").includes(file.type)) throw new Unfit("notImage");
  if (file.size > LARGEST) throw new Unfit("tooLarge");
  const bitmap = await decoded(file);
  try {
    const canvas = middle(bitmap);
    for (const quality of [0.9, 0.75, 0.5, 0.25]) {
      const written = await encoded(canvas, "image/jpeg", quality);
      if (written?.type === "image/jpeg" && written.size <= MOST_BYTES) return written;
    }
    throw new Unfit("unreadable");
  } finally {
    bitmap.close();
  }
}

function middle(bitmap: ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext("2d");
  if (!context) throw new Unfit("unreadable");
  const { width, height } = bitmap;
  const side = Math.min(width, height);
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, SIDE, SIDE);
  context.drawImage(bitmap, (width - side) / 2, (height - side) / 2, side, side, 0, 0, SIDE, SIDE);
  return canvas;
}

/** The same, as an address that the page can show without asking anybody. */
export function address(picture: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(new Unfit("unreadable"));
    reader.readAsDataURL(picture);
  });
}
