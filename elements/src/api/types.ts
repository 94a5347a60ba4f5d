/**
 * The shapes of the contract under short names. They are generated; this file only renames.
 */
import type { components } from "@roster/access";

type Shapes = components["schemas"];

export type Me = Shapes["Me"];
export type MyTeam = Shapes["MyTeam"];
export type OwnedTeam = Shapes["OwnedTeam"];
export type MyInvitation = Shapes["MyInvitation"];
export type MyHandover = Shapes["MyHandover"];
export type Handover = Shapes["Handover"];
export type HandoverPreview = Shapes["HandoverPreview"];
export type Challenge = Shapes["Challenge"];
export type SignedIn = Shapes["SignedIn"];
export type Project = Shapes["Project"];
export type Card = Shapes["Card"];
export type Editor = Shapes["Editor"];
export type LibraryImage = Shapes["Image"];
export type Post = Shapes["Post"];
export type Member = Shapes["Member"];
export type Members = Shapes["Members"];
export type Invitation = Shapes["Invitation"];
export type Invitee = Shapes["Invitee"];
export type Colleague = Shapes["Colleague"];
export type Joiner = Shapes["Joiner"];
export type Invited = Shapes["Invited"];
export type InvitedAccess = Shapes["InvitedAccess"];
export type RoleUse = Shapes["RoleUse"];
export type InviteLink = Shapes["Link"];
export type PlacedGrant = Shapes["PlacedGrant"];
export type JoinPreview = Shapes["JoinPreview"];
export type Joined = Shapes["Joined"];
export type MyAsk = Shapes["MyAsk"];
export type OpenAsk = Shapes["OpenAsk"];
export type OwnSession = Shapes["OwnSession"];
export type ExportRow = Shapes["ExportRow"];
export type PlanPage = Shapes["PlanPage"];
export type HistoryLine = Shapes["HistoryLine"];
export type HistoryPage = Shapes["HistoryPage"];
export type Reason = Shapes["Reason"];
export type Problem = Shapes["Problem"];
