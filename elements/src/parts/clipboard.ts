/**
 * Copying, and saying so.
 */
import { toasts } from "../state/toasts.js";
import { t } from "../texts/index.js";

/** Copies a text; says what was copied, or that it could not be. */
export async function copy(text: string, said = t.team.copied(text)): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    toasts.say(said);
    return true;
  } catch {
    toasts.say(t.team.notCopied);
    return false;
  }
}
