/**
 * Where the page begins: styles, icons, the theme for Web Awesome, the language, and then the one
 * element that is the page.
 */
import "@awesome.me/webawesome/dist/styles/themes/default.css";
import "@fontsource-variable/figtree/wght.css";
import "./styles/cyrillic.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/parts.css";
import "./styles/inviting.css";
import { registerIcons } from "./icons/icons.js";
import { followTheme } from "./state/theme.js";
import { firstLanguage, speak } from "./texts/language.js";
import "./app.js";

registerIcons();
followTheme();
await speak(firstLanguage(), false);
document.body.prepend(document.createElement("roster-app"));
