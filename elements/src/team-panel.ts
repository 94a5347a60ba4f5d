/**
 * Who is here and what may they do? A product puts the whole answer into its own page.
 */
import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Island } from "./island.js";
import "./parts/members.js";
import type { MemberTable } from "./parts/members.js";
import { roster } from "./state/roster.js";
import { session } from "./state/session.js";

/**
 * The people of a team, or of one project: search, access in one phrase, the dialog that changes it, removal with Undo,
 * transfer, leaving.
 *
 * @tag roster-team-panel
 * @slot signed-out - What is shown while nobody is signed in.
 * @fires {CustomEvent<{ person: string }>} roster-access-saved - Somebody's access was changed here.
 * @csspart empty - What is said when there is nothing to show.
 * @csspart table - The table of people.
 */
@customElement("roster-team-panel")
export class TeamPanel extends Island {
  /** The project whose people are shown. Without it, the whole team's. */
  @property() project = "";
  #loaded = "";

  protected override willUpdate(): void {
    const key = `${session.teamId} ${session.rules?.snapshot?.version ?? 0}`;
    if (!session.access || this.#loaded === key) return;
    this.#loaded = key;
    void roster.ensure();
  }

  /** Reads the list again. */
  async reload(): Promise<void> {
    await this.find<MemberTable>("roster-members")?.reload();
  }

  protected override content(): TemplateResult {
    return html`<roster-members .projectId=${this.project || undefined} @saved=${this.#saved}></roster-members>`;
  }

  #saved(event: CustomEvent<{ person: string }>): void {
    this.tell("roster-access-saved", event.detail);
  }
}
