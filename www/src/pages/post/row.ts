/**
 * A post in a list: its title, how far it has come, who wrote it, and when it last changed.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Post } from "@roster/elements/api/types.js";
import { ago, moment } from "@roster/elements/parts/format.js";
import { called } from "../called.js";
import { t } from "../../texts/index.js";

const TONES: Readonly<Record<string, string>> = { in_review: "warn", approved: "accent", scheduled: "accent", published: "good" };

/** The name of a stage. */
export function stageName(stage: string): string {
  return t.post.stages[stage] ?? stage;
}

/** The stage, as a tag. */
export function stageTag(stage: string): TemplateResult {
  return html`<span class="tag ${TONES[stage] ?? ""}">${stageName(stage)}</span>`;
}

/** Who wrote it: "NAME (left)", if they are no longer in the team. */
export function authorName(post: Post): string {
  const name = called(post.author.name);
  return post.authorLeft && name === post.author.name ? t.project.left(name) : name;
}

/** When it goes out, or went out. */
export function timeText(post: Post): string | undefined {
  if (post.publishedAt != null) return t.project.published(moment(post.publishedAt));
  return post.plannedAt == null ? undefined : t.project.planned(moment(post.plannedAt));
}

/** The row. */
export function postRow(post: Post): TemplateResult {
  const time = timeText(post);
  return html`<li>
    <div class="row between">
      <h2><a class="cover" href="/posts/${post.id}">${post.title || t.project.untitled}</a></h2>
      ${stageTag(post.stage)}
    </div>
    <p class="quiet small">
      ${t.project.by(authorName(post))} · ${t.project.changed(ago(post.changedAt))}${time ? html` · ${time}` : nothing}
    </p>
  </li>`;
}
