/**
 * What an open post may be done with: the sentence of each no. The edge decides it again when it is done.
 */
import type { Permission } from "./catalogue.js";
import { grantersOf } from "./explain.js";
import type { State } from "./state.js";
import type { Texts } from "./texts/index.js";

/** What can be done with a post, in the order in which core answers. */
const DEEDS = ["edit", "time", "review", "approve", "return", "publish"] as const;

/** What can be done with a post. */
export type PostDeed = (typeof DEEDS)[number];

/** A post, as rows of the API name it; `archived`: its project is put away. */
export interface PostFacts {
  readonly author: { readonly id: string };
  readonly project: string;
  readonly stage: string;
  readonly archived: boolean;
}

/** Why something cannot be done with a post. */
export interface PostDenial {
  readonly code: string;
  readonly missing?: Permission;
  readonly text: string;
}

/** For each deed the reason why not; none: it can be done. */
export type PostDenials = Readonly<Partial<Record<PostDeed, PostDenial>>>;

/** Asks core. */
export function postDenials(state: State, post: PostFacts, now: number, texts: Texts): PostDenials {
  const told = state.engine.postDenials(post.author.id, post.project, post.stage, post.archived, now);
  const found: Partial<Record<PostDeed, PostDenial>> = {};
  for (const [at, deed] of DEEDS.entries()) {
    const code = told[2 * at] ?? "";
    const missing = (told[2 * at + 1] || undefined) as Permission | undefined;
    if (code === "") continue;
    const names = missing ? grantersOf(state, missing, post.project, now).map((one) => one.name) : [];
    const facts = { code, held: state.held(post.project, now), granters: names };
    const text = texts.denial(missing ? { ...facts, missing } : facts);
    found[deed] = missing ? { code, missing, text } : { code, text };
  }
  return found;
}
