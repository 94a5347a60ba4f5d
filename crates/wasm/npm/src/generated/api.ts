// Generated from `crates/wire` by `cargo xtask gen`. Do not edit: change the contract and generate again.

export interface paths {
    "/api/v1/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an offered project into a team of one's own. */
        post: operations["AcceptHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handover/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse the offer of a project. */
        post: operations["DeclineHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handover/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at the offer of a project. Changes nothing. */
        post: operations["PreviewHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say that the Worker answers. */
        get: operations["Health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation, or join by link. */
        post: operations["Join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/join/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a new mail in place of one that opens no more. */
        post: operations["AskAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/join/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an invitation. */
        post: operations["Decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/join/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at an invitation or link. Changes nothing. */
        post: operations["PreviewJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Oneself, one's teams, and pending invitations to one's address. */
        get: operations["GetMe"];
        put?: never;
        post?: never;
        /** Delete one's account, with one's own address to confirm. */
        delete: operations["EndAccount"];
        options?: never;
        head?: never;
        /** Change one's own name or language. */
        patch: operations["ChangeMe"];
        trace?: never;
    };
    "/api/v1/me/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a code to an address that shall become one's own. */
        post: operations["StartAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/address/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the new address, with the mailed code. */
        post: operations["FinishAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show a picture of oneself: a JPEG of 128 by 128 pixels, of 20 kB at most. */
        put: operations["SetAvatar"];
        post?: never;
        /** Show no picture of oneself any more. */
        delete: operations["RemoveAvatar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/avatar/{avatar}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture that one shows of oneself. */
        get: operations["GetOwnAvatar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept about oneself, part by part: memberships, invitationsReceived, invitationsSent, offersReceived, offersMade, requests, posts, images, history, deeds. */
        get: operations["ExportMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose which mails one does without. */
        put: operations["SetMails"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own sessions that are open. */
        get: operations["ListSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session of one's own. */
        delete: operations["EndSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description. */
        get: operations["OpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a code and a link to an address. */
        post: operations["StartSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with the mailed code. */
        post: operations["SignInByCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with the mailed link. */
        post: operations["SignInByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session. */
        post: operations["SignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out/everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all sessions of one's own. */
        post: operations["SignOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a team. */
        post: operations["CreateTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete the team and all that is in it, with its name to confirm. */
        delete: operations["DeleteTeam"];
        options?: never;
        head?: never;
        /** Change the team's name. */
        patch: operations["RenameTeam"];
        trace?: never;
    };
    "/api/v1/teams/{team}/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Asks for access: one's own, and those that one can answer. */
        get: operations["ListAsks"];
        put?: never;
        /** Ask those who can give it for a permission that is missing. */
        post: operations["AskAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/asks/{ask}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer "not now". */
        post: operations["DeclineAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/asks/{ask}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give just what was asked for. */
        post: operations["GrantAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/cap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the number of paid seats allowed. */
        put: operations["SetCap"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The projects that one sees, page by page, with those who write in them. */
        get: operations["ListCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer many questions of access in one call. */
        post: operations["Check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People with whom one has shared a project, to be invited by who they are. */
        get: operations["ListColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/handovers/{handover}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take the offer of a project back. */
        delete: operations["WithdrawHandover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/handovers/{handover}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail the offer of a project again. */
        post: operations["ResendHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed whose access, and what else happened. */
        get: operations["ListHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The image library, the latest first; `project` can be an id, or `team` for what is of the whole team. */
        get: operations["ListImages"];
        put?: never;
        /** Announce an image: its file is sent next. */
        post: operations["AddImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/images/{image}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an image; for a day it can be restored. */
        delete: operations["DeleteImage"];
        options?: never;
        head?: never;
        /** Say in other words what an image shows, in up to 200 characters. */
        patch: operations["RenameImage"];
        trace?: never;
    };
    "/api/v1/teams/{team}/images/{image}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file itself, or with `size=thumbnail` its thumbnail. */
        get: operations["GetImageFile"];
        /** Send the file of an announced image: the bytes of its thumbnail, and right after them its own. */
        put: operations["PutImageFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/images/{image}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted image back. */
        post: operations["RestoreImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pending invitations, expired ones included. */
        get: operations["ListInvitations"];
        put?: never;
        /** Invite an address, or change its pending invitation. */
        post: operations["Invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/invitations/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what addresses are to the team. Changes nothing. */
        post: operations["CheckInvitees"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/invitations/many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite up to 50 at once, each with a result of its own. */
        post: operations["InviteMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a pending invitation back. */
        delete: operations["WithdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/invitations/{invitation}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change what a pending invitation gives, with no new mail. */
        put: operations["EditInvitation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/invitations/{invitation}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a pending invitation again. */
        post: operations["ResendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/join-mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what becomes of the accounts of those who accept from now on. */
        put: operations["SetJoinMode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the team. */
        post: operations["Leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invite links. */
        get: operations["ListLinks"];
        /** Make the invite link of a place and role, or change its settings. */
        put: operations["SetLink"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/links/{link}/joiners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who came by a link. */
        get: operations["ListJoiners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/links/{link}/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the link a new address; the old one is dead from that moment. */
        post: operations["RegenerateLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A WebSocket into the room of a project, or of the team: one's own access as it changes, who is there, and what they do. A page says what its person is `Doing`, and hears what is new. */
        get: operations["Live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members, by name. */
        get: operations["ListMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/members/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member. */
        get: operations["GetMember"];
        put?: never;
        post?: never;
        /** Remove a member from the team. */
        delete: operations["RemoveMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/members/{person}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change what a member holds. */
        put: operations["ChangeAccess"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/members/{person}/avatar/{avatar}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture that a member shows of themselves. */
        get: operations["GetAvatar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/members/{person}/projects/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a member from one project. */
        delete: operations["RemoveFromProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/members/{person}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a removal back. */
        post: operations["RestoreMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plan, seats and price. */
        get: operations["GetPlan"];
        /** Change the plan and its cap. */
        put: operations["ChangePlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/posts/{post}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post. */
        get: operations["GetPost"];
        /** Change a post's title and text. */
        put: operations["EditPost"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/posts/{post}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a post in review. */
        post: operations["ApprovePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/posts/{post}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a post. */
        post: operations["PublishPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/posts/{post}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return a post to its author. */
        post: operations["ReturnPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/posts/{post}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a draft for review. */
        post: operations["SendPostForReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/posts/{post}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say when a post should go out; publishes nothing. */
        put: operations["SetPostTime"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The projects that one sees. */
        get: operations["ListProjects"];
        put?: never;
        /** Make a project. */
        post: operations["CreateProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/projects/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One project. */
        get: operations["GetProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a project's name. */
        patch: operations["RenameProject"];
        trace?: never;
    };
    "/api/v1/teams/{team}/projects/{project}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a project away. */
        post: operations["ArchiveProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/projects/{project}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What handing a project over would move, and its latest offer. For the owner. */
        get: operations["GetHandover"];
        put?: never;
        /** Offer a project to an address. */
        post: operations["OfferProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/projects/{project}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave one project. */
        post: operations["LeaveProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/projects/{project}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project's posts, the latest changed first. */
        get: operations["ListPosts"];
        put?: never;
        /** Write a post. */
        post: operations["CreatePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/projects/{project}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a project out again. */
        post: operations["ReopenProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles of the team's own. */
        get: operations["ListRoles"];
        put?: never;
        /** Make a role of the team's own. */
        post: operations["MakeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One role, and what hangs on it. */
        get: operations["GetRole"];
        put?: never;
        post?: never;
        /** Delete a role, and give another to all who have it. */
        delete: operations["DeleteRole"];
        options?: never;
        head?: never;
        /** Change a role's name or checkmarks: whoever holds it follows. */
        patch: operations["ChangeRole"];
        trace?: never;
    };
    "/api/v1/teams/{team}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own access in the team, for the package. */
        get: operations["GetSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the team over to a member. */
        post: operations["Transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Announce an image: its file is sent next. */
        AddImage: {
            /**
             * Format: uint32
             * @description Bytes of the file, up to 8 MiB.
             */
            bytes: number;
            /**
             * Format: uint32
             * @description Pixels down.
             */
            height: number;
            /** @description `image/png`, `image/jpeg`, `image/webp` or `image/gif`. */
            mediaType: string;
            /** @description What it shows, in words, 1 to 200 characters. */
            name: string;
            /** @description The project; absent: the whole team. */
            project?: string | null;
            /**
             * Format: uint32
             * @description Bytes of its thumbnail, a JPEG of up to 200 KiB.
             */
            thumbnailBytes: number;
            /**
             * Format: uint32
             * @description Pixels across.
             */
            width: number;
        };
        /** @description The code that was mailed to the new address. */
        AddressCode: {
            /** @description The challenge that asking for the code answered. */
            challenge: string;
            /** @description The 8 digits. */
            code: string;
        };
        /** @description It is asked; also when it was before. */
        Asked: {
            /** @description Which ask. */
            ask: string;
            /**
             * Format: int64
             * @description Since when.
             */
            askedAt: number;
        };
        /** @description Asks for access in a team. */
        Asks: {
            /** @description Who would be asked for the permission of the query: for those who miss it. */
            granters?: components["schemas"]["Named"][] | null;
            /** @description One's own that wait, and those that were declined in the last day. */
            mine: components["schemas"]["MyAsk"][];
            /** @description Those of others that one can answer. */
            open: components["schemas"]["OpenAsk"][];
        };
        /** @description What a month costs, line by line. */
        Bill: {
            /**
             * Format: uint64
             * @description The plan itself, in cents.
             */
            baseCents: number;
            /**
             * Format: uint32
             * @description Seats taken beyond those included.
             */
            paidSeats: number;
            /**
             * Format: uint32
             * @description Each of those, in cents.
             */
            seatCents: number;
            /**
             * Format: uint64
             * @description All of it, in cents.
             */
            totalCents: number;
        };
        /** Format: binary */
        Binary: string;
        /** @description A project with those who write in it. */
        Card: {
            /** @description The first five of them: those with access of the project's own, then those of the whole team, each by name. */
            editors: components["schemas"]["Editor"][];
            /**
             * Format: uint32
             * @description How many more there are: of very many, at least so many.
             */
            more: number;
            /** @description The project. */
            project: components["schemas"]["Project"];
        };
        /** @description A page of the dashboard's cards. */
        Cards: {
            /** @description The cards, by the projects' names. */
            cards: components["schemas"]["Card"][];
            /** @description Ask for the next page with this as `after`. */
            next?: string | null;
        };
        /** @description A code is on its way, if mail to the address goes through. The same whether or not it has an account. */
        Challenge: {
            /** @description Where the mail went. */
            address: string;
            /** @description To be sent back with the code. */
            challenge: string;
            /**
             * Format: int64
             * @description Until when the code is good.
             */
            expiresAt: number;
        };
        /** @description Change what a member holds. */
        ChangeAccess: {
            /** @description The edits, each place once. */
            edits: components["schemas"]["PlacedGrant"][];
            /**
             * Format: uint32
             * @description The owner confirms the price of this cap of paid seats.
             */
            raiseCap?: number | null;
        };
        /** @description Change what is one's own; what is absent stays as it is. */
        ChangeMe: {
            /** @description The language of pages and mails: `en` or `ru`. */
            language?: string | null;
            /** @description The name, 1 to 80 characters. */
            name?: string | null;
        };
        /** @description Change the plan. */
        ChangePlan: {
            /**
             * Format: uint32
             * @description Paid seats allowed under it.
             */
            cap: number;
            /** @description The plan's id. */
            plan: string;
        };
        /** @description Change a role of the team's own. What is absent stays as it is. */
        ChangeRole: {
            /** @description What it is called from now on. */
            name?: string | null;
            /** @description Ids of the permissions that it holds from now on. */
            permissions?: string[] | null;
            /**
             * Format: uint32
             * @description The owner confirms the price of this cap of paid seats.
             */
            raiseCap?: number | null;
        };
        /** @description Many questions in one call. */
        Check: {
            /** @description The questions, 100 at most. */
            questions: components["schemas"]["Question"][];
        };
        /** @description The answer to one question. */
        CheckAnswer: {
            /** @description Whether one may. */
            allowed: boolean;
            /** @description Why not. */
            reason?: components["schemas"]["Reason"] | null;
        };
        /** @description Ask what addresses are to the team, before they are invited. */
        CheckInvitees: {
            /** @description The addresses, 1,000 at most. */
            addresses: string[];
        };
        /** @description The answers to many questions, in their order. */
        Checked: {
            /** @description The answers. */
            answers: components["schemas"]["CheckAnswer"][];
        };
        /** @description Why an invitation or link does not open. */
        Closed: {
            /** @description Whether "Ask for a new one" can help. */
            askAgain: boolean;
            /** @description A stable code, as in problems. */
            code: string;
        };
        /** @description A colleague: never with an address. */
        Colleague: {
            /** @description The name of the picture that they show of themselves. */
            avatar?: string | null;
            /** @description Who. */
            id: string;
            /** @description Invited there already, and it waits. */
            invited: boolean;
            /** @description In the team already: added to the project at once. */
            member: boolean;
            /** @description What they are called. */
            name: string;
            /** @description The team in which their picture is seen, if it is another one. */
            seenIn?: string | null;
        };
        /** @description People with whom one has shared a project, and, for a project, teammates who are not in it. */
        Colleagues: {
            /** @description Teammates first, by name; then colleagues, the newest first. */
            colleagues: components["schemas"]["Colleague"][];
        };
        /** @description Write a post. */
        CreatePost: {
            /** @description Its text, up to 100,000 characters. */
            text: string;
            /** @description Its title, 1 to 200 characters. */
            title: string;
        };
        /** @description Delete a role of the team's own. */
        DeleteRole: {
            /**
             * Format: uint32
             * @description The owner confirms the price of this cap of paid seats.
             */
            raiseCap?: number | null;
            /** @description The role that its members, invitations and links get. */
            replacement: string;
        };
        /** @description What somebody does in a room. */
        Doing: {
            /** @description `reading`, `editing`, or `away` while another page is in view. */
            act: string;
            /** @description Whom they follow. */
            following?: string | null;
            /** @description In which part of it: `title` or `text`. */
            part?: string | null;
            /** @description In which post; absent: with the project as a whole. */
            post?: string | null;
            /**
             * Format: uint32
             * @description How far down they are, of 1,000.
             */
            scroll: number;
        };
        /** @description It was done. */
        Done: Record<string, never>;
        /** @description Change a post. */
        EditPost: {
            /** @description The new text. */
            text: string;
            /** @description The new title. */
            title: string;
            /**
             * Format: uint64
             * @description The version that was read.
             */
            version: number;
        };
        /** @description Somebody who writes in a project. */
        Editor: {
            /** @description Their address, for those who may invite or change access, and oneself. */
            address?: string | null;
            /** @description The name of the picture that they show of themselves. */
            avatar?: string | null;
            /** @description Who. */
            id: string;
            /** @description Whether they are in the project now. */
            inside: boolean;
            /** @description What they are called. */
            name: string;
        };
        /** @description Nothing. */
        Empty: Record<string, never>;
        /** @description A page of one part of what is kept about oneself. */
        ExportPage: {
            /** @description Where the part goes on; absent: here it ends. */
            next?: string | null;
            /** @description Its rows, by their ids. */
            rows: components["schemas"]["ExportRow"][];
        };
        /**
         * @description Something that is kept. Names of teams, projects and things stand there as far as one sees them now, and of
         *     other people there are ids alone, and addresses that one wrote to.
         */
        ExportRow: {
            /** @description What it gives, or gave. */
            access?: components["schemas"]["PlacedGrant"][] | null;
            /** @description To which address. */
            address?: string | null;
            /**
             * Format: int64
             * @description Since when, or when it was changed.
             */
            at?: number | null;
            /** @description What was held before. */
            before?: components["schemas"]["PlacedGrant"][] | null;
            /**
             * Format: uint32
             * @description How long its file is, in bytes.
             */
            bytes?: number | null;
            /** @description Its id. */
            id?: string | null;
            /** @description What it is: a kind of history, a permission, or the type of a file. */
            kind?: string | null;
            /** @description What it is called. */
            name?: string | null;
            /** @description What the kind speaks of. */
            note?: string | null;
            /** @description To whom it was done, if to another person. */
            person?: string | null;
            /** @description In which project. */
            project?: string | null;
            /** @description What the project is called. */
            projectName?: string | null;
            /** @description How far it has come. */
            state?: string | null;
            /** @description In which team. */
            team: string;
            /** @description What the team is called. */
            teamName?: string | null;
            /**
             * Format: int64
             * @description Until when.
             */
            until?: number | null;
        };
        /** @description A project that its owner may hand over: what would move, and what became of the latest offer. */
        Handover: {
            /**
             * Format: uint32
             * @description Its images.
             */
            images: number;
            /**
             * Format: uint32
             * @description Pending invitations to it, up to 101.
             */
            invitations: number;
            /** @description Which limit keeps it from being handed over, as problems name it. */
            limit?: string | null;
            /** @description The latest offer, unless it was taken back. */
            offer?: components["schemas"]["Offer"] | null;
            /**
             * Format: uint32
             * @description Members with access of its own there, up to 101.
             */
            people: number;
            /**
             * Format: uint32
             * @description Its posts, up to 5,001.
             */
            posts: number;
        };
        /** @description What an offer of a project is, to whoever holds its token or has its address. */
        HandoverPreview: {
            /** @description For whom it is: masked, unless it is for whoever asks. */
            address: string;
            /** @description Why it does not open: a stable code. */
            closed?: string | null;
            /**
             * Format: int64
             * @description Until when it can be accepted.
             */
            expiresAt: number;
            /**
             * Format: uint32
             * @description How many images do.
             */
            images: number;
            /**
             * Format: uint32
             * @description How many posts come with it.
             */
            posts: number;
            /** @description The project's name. */
            projectName: string;
            /** @description Who offers. */
            sender: string;
            /** @description The team that offers; its name is empty where the offer opens no more. */
            team: components["schemas"]["TeamName"];
            /** @description Who is signed in here. */
            you?: components["schemas"]["Signed"] | null;
        };
        /** @description The Worker answers. */
        Health: {
            /** @description The digest of the catalogue that this build knows. */
            catalogue: string;
            /** @description Always true. */
            ok: boolean;
        };
        /** @description One message of a room. What is absent has not changed. */
        Heard: {
            /** @description Whether `people` are all who are there: the first message says so, and whoever it leaves out is gone. */
            all?: boolean | null;
            /** @description Those who are gone. */
            gone?: string[] | null;
            /**
             * @description The last message says why the room is closed to the page: `signed_out`, `no_access` (of the team),
             *     `elsewhere` (only this project is closed), `too_much` or `try_later`. The socket's close says the same by its code, which some networks deliver late.
             */
            over?: string | null;
            /** @description Those who came, or do something else than before. */
            people?: components["schemas"]["Present"][] | null;
            /** @description How far down somebody is whom one follows. */
            scrolled?: components["schemas"]["Scrolled"] | null;
            /** @description One's own access in the team, now. */
            snapshot?: components["schemas"]["Snapshot"] | null;
        };
        /** @description A line of history. */
        HistoryLine: {
            /** @description To which address. */
            address?: string | null;
            /** @description What they hold after. */
            after: components["schemas"]["PlacedGrant"][];
            /**
             * Format: int64
             * @description When.
             */
            at: number;
            /** @description What they held before. */
            before: components["schemas"]["PlacedGrant"][];
            /** @description By whom; absent: by time itself. */
            by?: components["schemas"]["Named"] | null;
            /**
             * Format: uint64
             * @description Its number.
             */
            id: number;
            /** @description What: a stable code. */
            kind: string;
            /** @description A name or number that the kind speaks of. */
            note?: string | null;
            /** @description To whom. */
            person?: components["schemas"]["Named"] | null;
            /** @description To which post. */
            post?: string | null;
            /** @description In which project. */
            project?: components["schemas"]["Named"] | null;
            /** @description Whether the asker could take this removal back now. */
            restorable: boolean;
        };
        /** @description A page of history. */
        HistoryPage: {
            /** @description The deleted roles that these lines speak of: an old one may have no name any more. */
            deletedRoles: components["schemas"]["Named"][];
            /** @description The latest first. */
            lines: components["schemas"]["HistoryLine"][];
            /** @description Ask for the next page with this as `after`. */
            next?: string | null;
        };
        /** @description An image of the library. */
        Image: {
            /**
             * Format: int64
             * @description When.
             */
            at: number;
            /** @description Who uploaded it. */
            by: components["schemas"]["Named"];
            /**
             * Format: uint32
             * @description Bytes of its file.
             */
            bytes: number;
            /**
             * Format: uint32
             * @description Pixels down.
             */
            height: number;
            /** @description Its id. */
            id: string;
            /** @description `image/png`, `image/jpeg`, `image/webp` or `image/gif`. */
            mediaType: string;
            /** @description What it shows, in words. */
            name: string;
            /** @description Its project; absent: it is of the whole team. */
            project?: string | null;
            /**
             * Format: uint32
             * @description In how many posts it stands; 20 means that many or more.
             */
            used: number;
            /**
             * Format: uint32
             * @description Pixels across.
             */
            width: number;
        };
        /** @description An image was announced: its file is awaited. */
        ImageMade: {
            /** @description Its id. */
            image: string;
        };
        /** @description A page of the image library. */
        Images: {
            /** @description The latest first. A page can be shorter than others, and even empty, and still not be the last. */
            images: components["schemas"]["Image"][];
            /** @description Ask for the next page with this as `after`. */
            next?: string | null;
        };
        /** @description A pending invitation. It never shows whether the address is registered. */
        Invitation: {
            /** @description What it gives. */
            access: components["schemas"]["PlacedGrant"][];
            /** @description To whom; absent for a colleague who was invited by who they are. */
            address?: string | null;
            /** @description Whether it is over. */
            expired: boolean;
            /**
             * Format: int64
             * @description Until when it can be accepted.
             */
            expiresAt: number;
            /** @description Its id. */
            id: string;
            /**
             * Format: int64
             * @description When its mail goes out, if it waits.
             */
            mailAt?: number | null;
            /** @description That colleague's name. */
            name?: string | null;
            /** @description Whether its sender lost what they give: "Needs a new sender". */
            needsSender: boolean;
            /** @description Whether it reserves a seat. */
            seat: boolean;
            /**
             * Format: int64
             * @description When it was last sent.
             */
            sentAt: number;
            /** @description Who sent it. */
            sentBy: components["schemas"]["Named"];
            /** @description Whether its mail could not be delivered. */
            undelivered: boolean;
        };
        /** @description A page of pending invitations. */
        Invitations: {
            /** @description The latest first; expired ones stay. */
            invitations: components["schemas"]["Invitation"][];
            /** @description Ask for the next page with this as `after`. */
            next?: string | null;
        };
        /** @description Invite an address. */
        Invite: {
            /** @description What it gives, each place once. */
            access: components["schemas"]["PlacedGrant"][];
            /** @description The address. */
            address: string;
            /**
             * Format: uint32
             * @description The owner confirms the price of this cap of paid seats.
             */
            raiseCap?: number | null;
        };
        /** @description Invite many at once, 50 at most. Each row is decided in turn, and refused alone. */
        InviteMany: {
            /**
             * Format: uint32
             * @description The owner confirms the price of this cap of paid seats.
             */
            raiseCap?: number | null;
            /** @description Whom, and to what. */
            rows: components["schemas"]["InviteRow"][];
        };
        /** @description One of many: an address, or a colleague. */
        InviteRow: {
            /** @description What it gives, each place once. */
            access: components["schemas"]["PlacedGrant"][];
            /** @description The address. */
            address?: string | null;
            /** @description A colleague, by their id. */
            person?: string | null;
        };
        /** @description What inviting did. */
        Invited: {
            /** @description Who was included at once. */
            included?: string | null;
            /** @description The pending invitation; absent: the person was in the team and has the projects now. */
            invitation?: string | null;
            /**
             * Format: int64
             * @description When the mail goes out.
             */
            mailAt?: number | null;
        };
        /** @description One place that an invitation gives, with the names of project and role. */
        InvitedAccess: {
            /** @description The grant. */
            grant: components["schemas"]["PlacedGrant"];
            /** @description The project's name, if it is one project. */
            projectName?: string | null;
            /** @description The role's name, if it is one of the team's own. */
            roleName?: string | null;
        };
        /** @description What inviting many did. */
        InvitedMany: {
            /** @description One for each row, in order. */
            rows: components["schemas"]["RowResult"][];
        };
        /** @description What an address is to the team, as far as the asker may know. Nothing tells whether it has an account. */
        Invitee: {
            /** @description As it is compared, and would be invited; absent: it is none, and `code` says why. */
            address?: string | null;
            /** @description Why it is no address. */
            code?: string | null;
            /** @description Somebody in the team has it. */
            member: boolean;
            /** @description An invitation to it waits, and would be changed. */
            pending: boolean;
            /** @description Member or invitation has a seat already, so that none is taken. */
            seat: boolean;
        };
        /** @description What addresses are to the team. */
        Invitees: {
            /** @description One for each address, in order. */
            invitees: components["schemas"]["Invitee"][];
        };
        /** @description What an invitation or link is, to whoever holds its token. Looking changes nothing. */
        JoinPreview: {
            /** @description What one will be able to do. */
            access: components["schemas"]["InvitedAccess"][];
            /** @description For whom it is, masked unless it is oneself; a link is for anyone. */
            address?: string | null;
            /** @description Why it does not open, or not for this browser; absent: it does. */
            closed?: components["schemas"]["Closed"] | null;
            /**
             * Format: int64
             * @description Until when.
             */
            expiresAt?: number | null;
            /** @description Who invites. */
            inviter: string;
            /** @description `invitation` or `link`. */
            kind: string;
            /** @description What becomes of the account: `side_by_side` or `merge`. Accepting carries it, with the ids of `parks`. */
            mode: string;
            /** @description One's own teams that a merge would park; for whom it is alone. */
            parks: components["schemas"]["OwnedTeam"][];
            /** @description Into which team. */
            team: components["schemas"]["TeamName"];
            /** @description The browser's own account. */
            you?: components["schemas"]["Signed"] | null;
        };
        /** @description In the team now, or there before. */
        Joined: {
            /** @description Whether the account is new, and this browser is signed in to it. */
            newcomer: boolean;
            /** @description Whether it gave nothing that one did not hold. */
            nothingNew: boolean;
            /** @description The team. */
            team: string;
        };
        /** @description Somebody who came by a link. */
        Joiner: {
            /**
             * Format: int64
             * @description When they came.
             */
            at: number;
            /** @description The name of the picture that they show of themselves. */
            avatar?: string | null;
            /** @description Who. */
            id: string;
            /** @description Whether they are in the team no more. */
            left: boolean;
            /** @description What they are called. */
            name: string;
        };
        /** @description Who came by a link. */
        Joiners: {
            /** @description The latest first, 50 at most, by whatever address of the link. */
            joiners: components["schemas"]["Joiner"][];
        };
        /** @description An invite link. */
        Link: {
            /** @description Only addresses of this domain. */
            domain?: string | null;
            /**
             * Format: int64
             * @description Until when it opens.
             */
            expiresAt?: number | null;
            /** @description Its id. */
            id: string;
            /**
             * Format: uint32
             * @description How many may come by this address.
             */
            maxUses?: number | null;
            /** @description Whether who made it lost what it gives: it opens no more until it is regenerated. */
            needsSender: boolean;
            /** @description Whether it is turned on. */
            on: boolean;
            /** @description The project; absent: the team. */
            project?: string | null;
            /** @description The role that it gives. */
            role: string;
            /** @description Its address, to share. */
            url: string;
            /**
             * Format: uint32
             * @description How many came by this address.
             */
            uses: number;
        };
        /** @description The invite links that the asker may see. */
        Links: {
            /** @description The links. */
            links: components["schemas"]["Link"][];
        };
        /** @description The mails that one does without. */
        Mails: {
            /** @description Of `asks`, `verdicts`, `seats` those that are off. */
            off: string[];
        };
        /** @description Make a role of the team's own. */
        MakeRole: {
            /** @description What it is called, 1 to 80 characters. */
            name: string;
            /** @description Ids of the catalogue's permissions that it holds. */
            permissions: string[];
        };
        /** @description Oneself. */
        Me: {
            /** @description One's address. */
            address: string;
            /** @description The name of the picture that one shows of oneself. */
            avatar?: string | null;
            /** @description The digest of the catalogue: a page that knows another one reloads. */
            catalogue: string;
            /** @description Whether this session came of an invitation, so that some deeds ask for a mailed code first. */
            codeNeeded: boolean;
            /** @description Open offers of projects to one's address. */
            handovers: components["schemas"]["MyHandover"][];
            /** @description One's id. */
            id: string;
            /** @description Pending invitations to one's address. */
            invitations: components["schemas"]["MyInvitation"][];
            /** @description The language that one is spoken to in. */
            language: string;
            /** @description The mails that one turned off: of `asks`, `verdicts`, `seats`. */
            mailsOff: string[];
            /** @description The team that one's account is merged into; one's own are parked meanwhile. */
            merged?: components["schemas"]["Merged"] | null;
            /** @description One's name. */
            name: string;
            /**
             * Format: int64
             * @description Since when one has the account.
             */
            since: number;
            /** @description The teams that one owns or is in, the latest joined first. */
            teams: components["schemas"]["MyTeam"][];
        };
        /** @description A member, as far as the asker may see them. */
        Member: {
            /** @description What they hold, at the places that the asker may see. */
            access: components["schemas"]["PlacedGrant"][];
            /** @description Their address, for those who may invite or change access, and oneself. */
            address?: string | null;
            /** @description The name of the picture that they show of themselves. */
            avatar?: string | null;
            /** @description Why the asker cannot edit their access; absent: they can. */
            edit?: components["schemas"]["Reason"] | null;
            /** @description Who. */
            id: string;
            /**
             * Format: int64
             * @description When they joined.
             */
            joinedAt: number;
            /** @description Whether anything of it holds now; `false`: listed as Ended, or without access. */
            live: boolean;
            /** @description What they are called. */
            name: string;
            /** @description Whether they own the team. */
            owner: boolean;
            /** @description Why the asker cannot remove them from the team; absent: they can. */
            remove?: components["schemas"]["Reason"] | null;
            /**
             * Format: int64
             * @description When they were last here.
             */
            seenAt?: number | null;
        };
        /** @description A page of members. */
        Members: {
            /** @description The members, by name. */
            members: components["schemas"]["Member"][];
            /** @description Ask for the next page with this as `after`. */
            next?: string | null;
            /**
             * Format: uint32
             * @description All active members of the team, the owner included; for those who see the whole team.
             */
            total?: number | null;
        };
        /** @description A merge of one's account into a team. */
        Merged: {
            /** @description One's own teams that are out of reach until one leaves it. */
            parked: components["schemas"]["OwnedTeam"][];
            /** @description Which team. */
            team: components["schemas"]["TeamName"];
        };
        /** @description A missing permission, and where. */
        Missing: {
            /** @description The permission's id. */
            permission: string;
            /** @description The project; absent: the team. */
            project?: string | null;
        };
        /** @description Move a post to another stage. */
        MovePost: {
            /**
             * Format: uint64
             * @description The version that was read.
             */
            version: number;
        };
        /** @description An ask of one's own. */
        MyAsk: {
            /**
             * Format: int64
             * @description When.
             */
            askedAt: number;
            /** @description Whether the answer was "not now". */
            declined: boolean;
            /** @description What was asked for. */
            missing: components["schemas"]["Missing"];
        };
        /** @description An open offer to one's own address. */
        MyHandover: {
            /**
             * Format: int64
             * @description Until when it can be accepted.
             */
            expiresAt: number;
            /** @description Its id. */
            id: string;
            /** @description The project's name. */
            projectName: string;
            /** @description Who offers. */
            sender: string;
            /** @description The team that offers. */
            team: components["schemas"]["TeamName"];
        };
        /** @description A pending invitation to one's own address. */
        MyInvitation: {
            /** @description What it gives. */
            access: components["schemas"]["InvitedAccess"][];
            /**
             * Format: int64
             * @description Until when it can be accepted.
             */
            expiresAt: number;
            /** @description Its id. */
            id: string;
            /** @description Who sent it. */
            inviter: string;
            /** @description What becomes of one's account: `side_by_side` or `merge`. */
            mode: string;
            /** @description Into which team. */
            team: components["schemas"]["TeamName"];
        };
        /** @description A team that one is in. */
        MyTeam: {
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Whether one owns it. */
            owner: boolean;
        };
        /** @description A person's id and name. */
        Named: {
            /** @description Their id. */
            id: string;
            /** @description What they are called. */
            name: string;
        };
        /** @description Another address for one's account. */
        NewAddress: {
            /** @description The address. */
            address: string;
        };
        /** @description An offer of a project. */
        Offer: {
            /** @description To whom. */
            address: string;
            /**
             * Format: int64
             * @description Until when it can be accepted.
             */
            expiresAt: number;
            /** @description Its id. */
            id: string;
            /**
             * Format: int64
             * @description When its mail goes out, if it has to wait.
             */
            mailAt?: number | null;
            /**
             * Format: int64
             * @description When it was sent.
             */
            sentAt: number;
            /** @description `open`, `expired`, `declined`, or `needs_sender`: who offered it owns the team no more. */
            state: string;
            /** @description Its latest mail could not be delivered. */
            undelivered: boolean;
        };
        /** @description Somebody's ask that one can answer. */
        OpenAsk: {
            /** @description What they hold, at the places that one may see. */
            access: components["schemas"]["PlacedGrant"][];
            /**
             * Format: int64
             * @description When.
             */
            askedAt: number;
            /** @description The name of the picture that they show of themselves. */
            avatar?: string | null;
            /** @description What would stand there once it is given. */
            grant: components["schemas"]["PlacedGrant"];
            /** @description Its id. */
            id: string;
            /** @description What they ask for. */
            missing: components["schemas"]["Missing"];
            /** @description Who asks. */
            person: components["schemas"]["Named"];
        };
        /** @description A session of one's own. */
        OwnSession: {
            /**
             * Format: int64
             * @description When it began.
             */
            createdAt: number;
            /** @description Whether it is the one that asks. */
            current: boolean;
            /** @description Roughly which browser: "Firefox, Linux". */
            device?: string | null;
            /** @description Its id; not its secret. */
            id: string;
            /**
             * Format: int64
             * @description When it was last used.
             */
            seenAt?: number | null;
        };
        /** @description A team that one owns, and what there is in it. */
        OwnedTeam: {
            /** @description Its id. */
            id: string;
            /**
             * Format: uint32
             * @description How many more there are.
             */
            moreProjects: number;
            /** @description Its name. */
            name: string;
            /**
             * Format: uint32
             * @description How many others are in it, and go on working.
             */
            others: number;
            /** @description The names of its first few projects. */
            projects: string[];
        };
        /**
         * @description Access at one place. With `role`, it follows that role; with `permissions`, it is a custom set (empty: "No
         *     access"). An answer has both for a role of the team's own: with what it held. In an edit, neither means that what stands at the place is taken away, so that at a project the
         *     team's access holds again.
         */
        PlacedGrant: {
            /** @description Ids of the catalogue's permissions. */
            permissions?: string[] | null;
            /** @description The project; absent: the team, all its projects. */
            project?: string | null;
            /** @description A role's id. */
            role?: string | null;
            /**
             * Format: int64
             * @description From this instant on it gives nothing.
             */
            until?: number | null;
        };
        /** @description A plan on offer. */
        PlanOffer: {
            /** @description What a month would cost with the seats taken now. */
            bill: components["schemas"]["Bill"];
            /**
             * Format: uint32
             * @description Seats included; absent: unlimited.
             */
            freeSeats?: number | null;
            /** @description Its id. */
            id: string;
            /**
             * Format: uint32
             * @description The cap that what is taken and reserved now would need.
             */
            neededCap: number;
            /**
             * Format: uint32
             * @description Each further seat, in cents.
             */
            seatCents: number;
        };
        /** @description Plan, seats and price, for the owner. */
        PlanPage: {
            /** @description The currency of every price (ISO 4217). */
            currency: string;
            /**
             * Format: uint32
             * @description How many images lie in its library.
             */
            images: number;
            /**
             * Format: uint32
             * @description How many are in the team, the owner included.
             */
            members: number;
            /** @description The plans there are. */
            plans: components["schemas"]["PlanOffer"][];
            /**
             * Format: uint32
             * @description How many projects it has, archived ones included.
             */
            projects: number;
            /** @description Plan and seats now. */
            seats: components["schemas"]["Seats"];
        };
        /** @description A post. */
        Post: {
            /** @description Who wrote it. */
            author: components["schemas"]["Named"];
            /** @description Whether its author left the team: "NAME (left)". */
            authorLeft: boolean;
            /**
             * Format: int64
             * @description When it was last changed.
             */
            changedAt: number;
            /** @description Its id. */
            id: string;
            /**
             * Format: int64
             * @description When it should go out.
             */
            plannedAt?: number | null;
            /** @description Its project. */
            project: string;
            /**
             * Format: int64
             * @description When it was published.
             */
            publishedAt?: number | null;
            /** @description Its stage's id. */
            stage: string;
            /** @description Its text. */
            text: string;
            /** @description Its title. */
            title: string;
            /**
             * Format: uint64
             * @description To be sent with the next change.
             */
            version: number;
        };
        /** @description A post was written. */
        PostMade: {
            /** @description Its id. */
            post: string;
            /**
             * Format: uint64
             * @description Its version.
             */
            version: number;
        };
        /** @description A page of posts. */
        Posts: {
            /** @description Ask for the next page with this as `after`. */
            next?: string | null;
            /** @description The latest changed first. */
            posts: components["schemas"]["Post"][];
        };
        /** @description Somebody who is in the room, by however many pages. */
        Present: {
            /** @description The name of the picture that they show of themselves. */
            avatar?: string | null;
            /**
             * Format: uint32
             * @description Their colour there: its remainder by 12 is the hue, its quotient the kind of ring.
             */
            colour: number;
            /** @description What they do. */
            doing: components["schemas"]["Doing"];
            /** @description Who. */
            id: string;
            /** @description What they are called. */
            name: string;
            /**
             * Format: int64
             * @description Since when they are there.
             */
            since: number;
        };
        /** @description A failure. `code` says which; the other members explain it where they apply. */
        Problem: {
            /** @description For whom it is, masked. */
            address?: string | null;
            /** @description A stable code. */
            code: string;
            /** @description The domain that the link takes. */
            domain?: string | null;
            /** @description The field of the request that is wrong. */
            field?: string | null;
            /** @description Who can grant it: the owner and up to two others. For members only. */
            granters?: components["schemas"]["Named"][] | null;
            /**
             * Format: uint32
             * @description Seats that there would be. For the owner only.
             */
            limit?: number | null;
            /** @description The permission that is missing. */
            missing?: components["schemas"]["Missing"] | null;
            /**
             * Format: uint32
             * @description The cap of paid seats that would make room. For the owner only.
             */
            neededCap?: number | null;
            /**
             * Format: uint32
             * @description Seats reserved. For the owner only.
             */
            reserved?: number | null;
            /**
             * Format: int64
             * @description Again from this instant on.
             */
            retryAt?: number | null;
            /**
             * Format: uint16
             * @description The status of HTTP.
             */
            status: number;
            /**
             * Format: uint32
             * @description Seats taken. For the owner only.
             */
            taken?: number | null;
            /** @description The team that the account is merged into. */
            team?: string | null;
            /** @description What happened, in short; for developers. Pages write their own sentence from `code`. */
            title: string;
            /**
             * Format: uint64
             * @description What a month would cost with that cap in use, in cents. For the owner only.
             */
            totalCents?: number | null;
            /** @description A relative URI that names the kind of problem. */
            type: string;
        };
        /** @description A project. */
        Project: {
            /**
             * Format: int64
             * @description When it was put away.
             */
            archivedAt?: number | null;
            /**
             * Format: int64
             * @description When it was made.
             */
            createdAt: number;
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
        };
        /** @description A project was made. */
        ProjectMade: {
            /** @description Its id. */
            project: string;
        };
        /** @description The projects of a team that the asker sees. */
        Projects: {
            /** @description The projects, by name. */
            projects: components["schemas"]["Project"][];
        };
        /** @description "May I?" */
        Question: {
            /** @description The permission's id. */
            permission: string;
            /** @description The project; absent: the team. */
            project?: string | null;
        };
        /** @description Why something is refused: a code, and what explains it. */
        Reason: {
            /** @description A stable code, as in problems. */
            code: string;
            /** @description The permission that is missing. */
            missing?: components["schemas"]["Missing"] | null;
        };
        /** @description Accept or decline: with the token, or from the list of invitations to one's own address. */
        Redeem: {
            /** @description The listed invitation. */
            invitation?: string | null;
            /** @description The language of the page: of the account, if one is made. Absent: English. */
            language?: string | null;
            /** @description What the page said of the account: `side_by_side` (also when absent) or `merge`. */
            mode?: string | null;
            /** @description The ids of one's own teams that the page said would be parked. */
            parks?: string[] | null;
            /** @description The team of the listed invitation. */
            team?: string | null;
            /** @description The token from the fragment. */
            token?: string | null;
        };
        /** @description A new name of a team or a project. */
        Rename: {
            /** @description The name, 1 to 80 characters. */
            name: string;
        };
        /** @description A role of the team's own. */
        Role: {
            /** @description Its id. */
            id: string;
            /** @description What it is called. */
            name: string;
            /** @description Ids of the catalogue's permissions that it holds. */
            permissions: string[];
        };
        /** @description A role was made. */
        RoleMade: {
            /** @description Its id. */
            role: string;
        };
        /** @description A role of the team's own, and what hangs on it: for those who may change it. */
        RoleUse: {
            /** @description Who holds it: 100 at most. */
            holders: components["schemas"]["Named"][];
            /**
             * Format: uint32
             * @description Pending invitations, in the same way.
             */
            invitationSeats: number;
            /**
             * Format: uint32
             * @description Pending invitations that give it.
             */
            invitations: number;
            /** @description Whether an invite link gives it and is on. */
            linked: boolean;
            /** @description Whether more hang on it than a change that moves seats may move. */
            many: boolean;
            /**
             * Format: uint32
             * @description Members who take a seat by it alone, or would if it took one.
             */
            memberSeats: number;
            /** @description The role. */
            role: components["schemas"]["Role"];
        };
        /** @description The roles of the team's own. */
        Roles: {
            /** @description The roles, by name. */
            roles: components["schemas"]["Role"][];
        };
        /** @description Why a row was refused. */
        RowProblem: {
            /** @description A stable code, as in problems. */
            code: string;
            /** @description The permission that is missing. */
            missing?: components["schemas"]["Missing"] | null;
            /**
             * Format: int64
             * @description Again from this instant on.
             */
            retryAt?: number | null;
        };
        /** @description What became of one row: `done`, or `refused`. */
        RowResult: {
            /** @description It was done, as inviting one answers. */
            done?: components["schemas"]["Invited"] | null;
            /** @description It was refused, and left no trace. */
            refused?: components["schemas"]["RowProblem"] | null;
        };
        /** @description Somebody scrolled. */
        Scrolled: {
            /** @description Who. */
            id: string;
            /**
             * Format: uint32
             * @description How far down, of 1,000.
             */
            scroll: number;
        };
        /** @description The team's plan and seats, for its owner. */
        Seats: {
            /** @description What a month costs with the seats taken now. */
            bill: components["schemas"]["Bill"];
            /**
             * Format: uint32
             * @description Paid seats allowed.
             */
            cap: number;
            /**
             * Format: uint32
             * @description Seats included; absent: unlimited.
             */
            free?: number | null;
            /** @description The plan's id. */
            plan: string;
            /**
             * Format: uint32
             * @description Seats reserved by pending invitations.
             */
            reserved: number;
            /**
             * Format: uint32
             * @description Seats taken by members.
             */
            taken: number;
        };
        /** @description One's own sessions that are open. */
        Sessions: {
            /** @description The latest first. */
            sessions: components["schemas"]["OwnSession"][];
        };
        /** @description Change the number of paid seats allowed. */
        SetCap: {
            /**
             * Format: uint32
             * @description The number.
             */
            cap: number;
        };
        /** @description Say what becomes of the accounts of those who accept from now on. */
        SetJoinMode: {
            /** @description `side_by_side` or `merge`. */
            mode: string;
        };
        /** @description Make an invite link for a place and role, or change its settings. */
        SetLink: {
            /** @description Only addresses of this domain. */
            domain?: string | null;
            /**
             * Format: int64
             * @description Until when it opens.
             */
            expiresAt?: number | null;
            /**
             * Format: uint32
             * @description How many may come by one address of it.
             */
            maxUses?: number | null;
            /** @description Whether it opens. */
            on: boolean;
            /** @description The project; absent: the team. */
            project?: string | null;
            /** @description The role that it gives. */
            role: string;
        };
        /** @description Say when a post should go out. */
        SetTime: {
            /**
             * Format: int64
             * @description When; absent: no time.
             */
            at?: number | null;
            /**
             * Format: uint64
             * @description The version that was read.
             */
            version: number;
        };
        /** @description Sign in with the mailed code. */
        SignInByCode: {
            /** @description The challenge that asking for the code answered. */
            challenge: string;
            /** @description The 8 digits. */
            code: string;
        };
        /** @description Sign in with the mailed link. */
        SignInByLink: {
            /** @description In another browser than the one that asked: the person confirmed the address that was shown. */
            confirmed?: boolean | null;
            /** @description The token from the link's fragment. */
            token: string;
        };
        /** @description The account that a browser is signed in to. */
        Signed: {
            /** @description Its address. */
            address: string;
            /** @description Its name. */
            name: string;
        };
        /**
         * @description Signed in; the session's cookie is set. With `confirm`: not yet, the link was opened in a browser that did
         *     not ask for it, and the person must confirm that masked address first.
         */
        SignedIn: {
            /** @description The masked address to confirm. */
            confirm?: string | null;
            /** @description Whether the account is new. */
            newcomer: boolean;
            /** @description Who. */
            person?: string | null;
        };
        /** @description All that a page needs to know about one's own access in a team, for the wasm core. */
        Snapshot: {
            /** @description The digest of the catalogue. */
            catalogue: string;
            /**
             * Format: uint64
             * @description The version of the last change to anybody's access.
             */
            epoch: number;
            /** @description Who can grant what they lack: the owner first, then members who may change access for the whole team. */
            granters: components["schemas"]["SnapshotGranter"][];
            /** @description What they hold, if they do not. */
            grants: components["schemas"]["SnapshotGrant"][];
            /** @description What becomes of the accounts of those who accept: `side_by_side` or `merge`. */
            joinMode: string;
            /**
             * Format: int64
             * @description The edge's time.
             */
            now: number;
            /** @description The team's owner. */
            ownedBy: components["schemas"]["Named"];
            /** @description Whether they own the team. */
            owner: boolean;
            /** @description The roles of the team's own, by name; for those who hold anything in it. */
            roles: components["schemas"]["Role"][];
            /** @description Plan and seats; for the owner alone. */
            seats?: components["schemas"]["Seats"] | null;
            /** @description The team. */
            team: components["schemas"]["TeamName"];
            /**
             * Format: uint64
             * @description The team's version.
             */
            version: number;
            /** @description Who asks. */
            you: components["schemas"]["Named"];
        };
        /** @description One grant of one's own, as bits. */
        SnapshotGrant: {
            /**
             * Format: uint64
             * @description The bits of the set.
             */
            bits: number;
            /** @description The project; absent: the team. */
            project?: string | null;
            /** @description The role's id, if it is one. */
            role?: string | null;
            /**
             * Format: int64
             * @description From this instant on it gives nothing.
             */
            until?: number | null;
        };
        /** @description Somebody who can grant. */
        SnapshotGranter: {
            /**
             * Format: uint64
             * @description Which checkmarks they can grant for the whole team, as bits; the owner: all.
             */
            bits: number;
            /** @description Their id. */
            id: string;
            /** @description What they are called. */
            name: string;
        };
        /** @description Ask for a code by mail. */
        StartSignIn: {
            /** @description The address. */
            address: string;
            /** @description The language of the page: of the mail, and of the account if one is made. Absent: English. */
            language?: string | null;
        };
        /** @description Look at the offer of a project, take it or refuse it: by the token of its mail, or from one's list. */
        TakeHandover: {
            /** @description The listed offer. */
            handover?: string | null;
            /** @description To take it: into which team of one's own. */
            into?: string | null;
            /** @description The team of the listed offer. */
            team?: string | null;
            /** @description The token from the fragment. */
            token?: string | null;
        };
        /** @description A team was made. */
        TeamMade: {
            /** @description Its id. */
            team: string;
        };
        /** @description A team's id and name. */
        TeamName: {
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
        };
        /** @description A token from the fragment of a mailed or shared address. */
        Token: {
            /** @description The token. */
            token: string;
        };
        /** @description Hand the team over. */
        Transfer: {
            /** @description The member who receives it. */
            to: string;
        };
        /** @description A command that may take a seat, with nothing else to say. */
        WithCap: {
            /**
             * Format: uint32
             * @description The owner confirms the price of this cap of paid seats.
             */
            raiseCap?: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AcceptHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeHandover"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeclineHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeHandover"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PreviewHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeHandover"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverPreview"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Join: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Redeem"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AskAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Token"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decline: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Redeem"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PreviewJoin: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Redeem"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinPreview"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EndAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAddress"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMe"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StartAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAddress"];
            };
        };
        responses: {
            /** @description It went well. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinishAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressCode"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": components["schemas"]["Binary"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetOwnAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                avatar: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Binary"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ExportMe: {
        parameters: {
            query?: {
                part?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPage"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetMails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Mails"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EndSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StartSignIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSignIn"];
            };
        };
        responses: {
            /** @description It went well. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SignInByCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInByCode"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SignInByLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInByLink"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SignOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SignOutEverywhere: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CreateTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rename"];
            };
        };
        responses: {
            /** @description It went well. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeleteTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rename"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RenameTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rename"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListAsks: {
        parameters: {
            query?: {
                permission?: string;
                project?: string;
            };
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asks"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AskAccess: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Question"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asked"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeclineAsk: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                ask: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GrantAsk: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                ask: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithCap"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetCap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCap"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListCards: {
        parameters: {
            query?: {
                after?: string;
                search?: string;
                archived?: string;
            };
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cards"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Check: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Check"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListColleagues: {
        parameters: {
            query?: {
                project?: string;
                search?: string;
            };
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Colleagues"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WithdrawHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                handover: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResendHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                handover: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListHistory: {
        parameters: {
            query?: {
                after?: string;
                person?: string;
                kind?: string;
            };
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListImages: {
        parameters: {
            query?: {
                after?: string;
                project?: string;
            };
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Images"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddImage"];
            };
        };
        responses: {
            /** @description It went well. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeleteImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                image: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RenameImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                image: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rename"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetImageFile: {
        parameters: {
            query?: {
                size?: string;
            };
            header?: never;
            path: {
                team: string;
                image: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Binary"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PutImageFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                image: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": components["schemas"]["Binary"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RestoreImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                image: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListInvitations: {
        parameters: {
            query?: {
                after?: string;
                seats?: string;
            };
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitations"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invite: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invite"];
            };
        };
        responses: {
            /** @description It went well. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CheckInvitees: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInvitees"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitees"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InviteMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteMany"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedMany"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WithdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                invitation: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EditInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                invitation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAccess"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                invitation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithCap"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetJoinMode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetJoinMode"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Leave: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Links"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLink"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListJoiners: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joiners"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegenerateLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                link: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Live: {
        parameters: {
            query?: {
                project?: string;
            };
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heard"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListMembers: {
        parameters: {
            query?: {
                after?: string;
                search?: string;
                project?: string;
                seats?: string;
            };
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Members"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAccess"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                person: string;
                avatar: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Binary"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveFromProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                person: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RestoreMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithCap"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPage"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePlan"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EditPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPost"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApprovePost: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovePost"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PublishPost: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovePost"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReturnPost: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovePost"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SendPostForReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovePost"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetPostTime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTime"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListProjects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Projects"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CreateProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rename"];
            };
        };
        responses: {
            /** @description It went well. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RenameProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rename"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ArchiveProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OfferProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAddress"];
            };
        };
        responses: {
            /** @description It went well. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LeaveProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListPosts: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                team: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posts"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CreatePost: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePost"];
            };
        };
        responses: {
            /** @description It went well. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReopenProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roles"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MakeRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeRole"];
            };
        };
        responses: {
            /** @description It went well. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleMade"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleUse"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeleteRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteRole"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRole"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetSnapshot: {
        parameters: {
            query?: {
                project?: string;
            };
            header?: never;
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A retry with the same key and body gets the same answer, and does nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description It went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem, with its code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
