/**
 * The person wants to write, and to move the post one stage on.
 */
import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Part } from "../parts/element.js";
import { t } from "../texts/index.js";

@customElement("roster-post")
export class PostPage extends Part {
  @property({ attribute: false }) postId = "";

  protected override render(): TemplateResult {
    return html`<div class="page"><h1 tabindex="-1">${t.post.title}</h1></div>`;
  }
}
