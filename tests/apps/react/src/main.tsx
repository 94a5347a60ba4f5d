/**
 * Where the React app begins.
 */
import { configure } from "@roster/elements";
import { createRoot } from "react-dom/client";
import { App } from "./app";

await configure({ links: { "sign-in": "/login" } });

const root = document.createElement("div");
document.body.append(root);
createRoot(root).render(<App />);
