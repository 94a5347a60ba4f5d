/**
 * Somebody followed an invitation and wants to know who asks them, for what, and what becomes of what they have.
 */
import "@roster/elements/accept-panel.js";
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Part } from "@roster/elements/parts/element.js";
import { Watch } from "@roster/elements/state/watch.js";
import { forgetJoin, rememberJoin } from "../state/invitation.js";
import { router } from "../state/router.js";
import { t } from "../texts/index.js";

@customElement("roster-join")
export class JoinPage extends Part {
  readonly #watch = new Watch(this, [router]);

  protected override render(): TemplateResult {
    const signIn = (event: CustomEvent<{ token: string }>): void => rememberJoin(event.detail.token);
    return html`<div class="card wide stack loose">
      <div class="brand"><img src="/icon.svg" alt="" width="28" height="28" />${t.product}</div>
      <roster-accept-panel
        token=${location.hash.slice(1)}
        invitation-team=${router.query("team") ?? ""}
        invitation=${router.query("invitation") ?? ""}
        @roster-sign-in=${signIn}
        @roster-joined=${forgetJoin}
        @roster-declined=${forgetJoin}
      ></roster-accept-panel>
    </div>`;
  }
}
