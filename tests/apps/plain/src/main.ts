/**
 * A page without any framework: four elements and one line about the app.
 */
import { configure, type Gate } from "@roster/elements";

await configure({ links: { "sign-in": "/login" } });

document.body.innerHTML = `
  <h1>Plain</h1>
  <roster-gate can="posts.publish" reason><button type="button">Publish</button></roster-gate>
  <roster-invite-button label="Get people in"></roster-invite-button>
  <roster-link-box></roster-link-box>
  <roster-team-panel></roster-team-panel>
  <output></output>
`;

const output = document.querySelector("output");
document.addEventListener("roster-invited", (event) => {
  if (output) output.textContent = `invited ${(event as CustomEvent<{ addresses: string[] }>).detail.addresses.join()}`;
});

const gate: Gate | null = document.querySelector<Gate>("roster-gate");
gate?.addEventListener("roster-gate", () => (document.title = gate.open ? "open" : "closed"));
