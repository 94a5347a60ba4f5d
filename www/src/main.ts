/**
 * Where the page begins.
 */
import { version } from "@roster/access";

document.body.textContent = `Roster ${version()}`;
