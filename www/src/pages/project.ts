/**
 * The person wants to see what is being written in this project, how far it is, and to write the next post.
 */
import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Part } from "../parts/element.js";
import { t } from "../texts/index.js";

@customElement("roster-project")
export class ProjectPage extends Part {
  @property({ attribute: false }) projectId = "";

  protected override render(): TemplateResult {
    return html`<div class="page"><h1 tabindex="-1">${t.project.posts}</h1></div>`;
  }
}
