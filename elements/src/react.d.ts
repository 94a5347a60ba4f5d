/**
 * The elements in JSX of React 19: `import type {} from "@roster/elements/react"` once makes them known.
 */
import type { AcceptPanel } from "./accept-panel.js";
import type { Gate } from "./gate.js";
import type { InviteButton } from "./invite-button.js";
import type { LinkBox } from "./link-box.js";
import type { PlanTable } from "./plan-table.js";
import type { TeamPanel } from "./team-panel.js";
import type { DetailedHTMLProps, HTMLAttributes } from "react";

/** What every element takes. */
interface Everywhere {
  team?: string | undefined;
  base?: string | undefined;
  language?: "en" | "ru" | undefined;
}

type Tag<E extends HTMLElement, Own> = DetailedHTMLProps<HTMLAttributes<E>, E> & Everywhere & Own;

/** A listener, as React 19 takes it for an event of a custom element. */
type On<T> = ((event: CustomEvent<T>) => void) | undefined;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "roster-gate": Tag<
        Gate,
        { can: Gate["can"]; project?: string; anywhere?: boolean; reason?: boolean; "onroster-gate"?: On<boolean> }
      >;
      "roster-team-panel": Tag<TeamPanel, { project?: string; "onroster-access-saved"?: On<{ person: string }> }>;
      "roster-invite-button": Tag<
        InviteButton,
        { label?: string; href?: string; "onroster-invited"?: On<{ addresses: readonly string[] }> }
      >;
      "roster-link-box": Tag<
        LinkBox,
        { "onroster-copied"?: On<{ url: string }>; "onroster-link-changed"?: On<{ url: string }> }
      >;
      "roster-accept-panel": Tag<
        AcceptPanel,
        {
          token?: string;
          invitation?: string;
          "invitation-team"?: string;
          "onroster-joined"?: On<{ team: string }>;
          "onroster-declined"?: On<{ team: string }>;
          "onroster-sign-in"?: On<{ token: string }>;
        }
      >;
      "roster-plan-table": Tag<PlanTable, { "onroster-plan-changed"?: On<{ plan: string; cap: number }> }>;
    }
  }
}
