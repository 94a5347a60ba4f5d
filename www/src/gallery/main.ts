/**
 * Where the gallery begins. It stands apart from the page: its elements see samples, whoever is signed in.
 */
import "@fontsource-variable/figtree/wght.css";
import "../styles/cyrillic.css";
import "@roster/elements/styles/tokens.css";
import "@roster/elements/styles/web-awesome.css";
import "@roster/elements/styles/base.css";
import "@roster/elements/styles/layout.css";
import "@roster/elements/styles/parts.css";
import "../styles/page.css";
import "../styles/gallery.css";
import "@roster/elements/icons/icon.js";
import { configure } from "@roster/elements/state/settings.js";
import { firstLanguage } from "../texts/language.js";
import { answer } from "./sample.js";
import "./gallery.js";
import { speakOfElements } from "./texts.js";

await configure({ fetch: answer });
await speakOfElements(firstLanguage());
document.body.prepend(document.createElement("roster-gallery"));
