/**
 * Where the page begins: styles, icons, the theme for Web Awesome, what its elements are told, the language, and then
 * the one element that is the page.
 */
import "@awesome.me/webawesome/dist/styles/themes/default.css";
import "@fontsource-variable/figtree/wght.css";
import "./styles/cyrillic.css";
import "@roster/elements/styles/tokens.css";
import "@roster/elements/styles/base.css";
import "@roster/elements/styles/layout.css";
import "@roster/elements/styles/parts.css";
import "@roster/elements/styles/inviting.css";
import "./styles/page.css";
import "./styles/layout.css";
import "./styles/pages.css";
import "@roster/elements/icons/icon.js";
import { hostElements } from "./state/host.js";
import { followTheme } from "./state/theme.js";
import { firstLanguage, speak } from "./texts/language.js";
import "./app.js";

hostElements();
followTheme();
await speak(firstLanguage(), false);
document.body.prepend(document.createElement("roster-app"));
