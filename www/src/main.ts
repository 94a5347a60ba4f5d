/**
 * Where the page begins: styles, icons, what its elements are told, the language, and then
 * the one element that is the page.
 */
import "@fontsource-variable/figtree/wght.css";
import "./styles/cyrillic.css";
import "@roster/elements/styles/tokens.css";
import "@roster/elements/styles/web-awesome.css";
import "@roster/elements/styles/base.css";
import "@roster/elements/styles/layout.css";
import "@roster/elements/styles/parts.css";
import "@roster/elements/styles/inviting.css";
import "./styles/page.css";
import "./styles/layout.css";
import "./styles/pages.css";
import "@roster/elements/icons/icon.js";
import { hostElements } from "./state/host.js";
import { firstLanguage, speak } from "./texts/language.js";
import "./app.js";

hostElements();
await speak(firstLanguage(), false);
document.body.prepend(document.createElement("roster-app"));
// Not on first sight: what is shown is read without it.
void import("./state/live.js").then(({ beLive }) => beLive());
