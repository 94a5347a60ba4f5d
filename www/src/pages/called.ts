/**
 * What somebody is called on a page: of who is gone, in the reader's language.
 */
import { t } from "../texts/index.js";

/** What the edge calls somebody whose account is deleted (core, `Name::gone`). */
const GONE = "Deleted account";

/** The name as it is shown. */
export function called(name: string): string {
  return name === GONE ? t.ending.gone : name;
}
