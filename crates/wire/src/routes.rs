//! The table of routes: the Worker's router, the OpenAPI document and the tests of access all read this one.

/// A method of HTTP that the API uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads; changes nothing.
    Get,
    /// Does something. Takes an `Idempotency-Key`.
    Post,
    /// Sets something.
    Put,
    /// Changes a part.
    Patch,
    /// Takes something away.
    Delete,
}

impl Method {
    /// As HTTP spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// Query parameters of the lists.
pub const PAGE_QUERY: &[&str] = &["after"];

macro_rules! routes {
    ($($name:ident = $method:ident $path:literal ($request:ident) -> $status:literal $answer:ident $query:tt $summary:literal;)*) => {
        /// A route of the API.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Route { $(#[doc = $summary] $name,)* }

        impl Route {
            /// Every route.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name: the operation's id in OpenAPI.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }

            /// Its method.
            #[must_use]
            pub const fn method(self) -> Method {
                match self { $(Self::$name => Method::$method,)* }
            }

            /// Its path, with parameters in braces.
            #[must_use]
            pub const fn path(self) -> &'static str {
                match self { $(Self::$name => $path,)* }
            }

            /// The query parameters that it takes.
            #[must_use]
            pub const fn query(self) -> &'static [&'static str] {
                match self { $(Self::$name => &$query,)* }
            }

            /// The status of HTTP when it goes well.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* }
            }

            /// What it does, in one line.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self { $(Self::$name => $summary,)* }
            }

            /// The names of the shapes of its body (`Empty`: none) and of its answer.
            #[must_use]
            pub const fn shapes(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => (stringify!($request), stringify!($answer)),)* }
            }

            /// Adds the schemas of its body and its answer, and gives references to them.
            #[cfg(feature = "openapi")]
            pub fn schemas(self, generator: &mut schemars::SchemaGenerator) -> (schemars::Schema, schemars::Schema) {
                match self { $(Self::$name => (
                    generator.subschema_for::<crate::requests::$request>(),
                    generator.subschema_for::<crate::answers::$answer>(),
                ),)* }
            }
        }
    };
}

routes! {
    Health = Get "/api/v1/health" (Empty) -> 200 Health [] "Say that the Worker answers.";
    StartSignIn = Post "/api/v1/sign-in" (StartSignIn) -> 202 Challenge [] "Mail a code and a link to an address.";
    SignInByCode = Post "/api/v1/sign-in/code" (SignInByCode) -> 200 SignedIn [] "Sign in with the mailed code.";
    SignInByLink = Post "/api/v1/sign-in/link" (SignInByLink) -> 200 SignedIn [] "Sign in with the mailed link.";
    SignOut = Post "/api/v1/sign-out" (Empty) -> 200 Done [] "End this session.";
    SignOutEverywhere = Post "/api/v1/sign-out/everywhere" (Empty) -> 200 Done [] "End all sessions of one's own.";
    GetMe = Get "/api/v1/me" (Empty) -> 200 Me [] "Oneself, one's teams, and pending invitations to one's address.";
    ChangeMe = Patch "/api/v1/me" (ChangeMe) -> 200 Done [] "Change one's own name or language.";
    EndAccount = Delete "/api/v1/me" (NewAddress) -> 200 Done [] "Delete one's account, with one's own address to confirm.";
    ExportMe = Get "/api/v1/me/export" (Empty) -> 200 ExportPage ["part", "after"] "What is kept about oneself, part by part: memberships, invitationsReceived, invitationsSent, offersReceived, offersMade, requests, posts, images, history, deeds.";
    ListSessions = Get "/api/v1/me/sessions" (Empty) -> 200 Sessions [] "One's own sessions that are open.";
    EndSession = Delete "/api/v1/me/sessions/{session}" (Empty) -> 200 Done [] "End one session of one's own.";
    StartAddress = Post "/api/v1/me/address" (NewAddress) -> 202 Challenge [] "Mail a code to an address that shall become one's own.";
    FinishAddress = Post "/api/v1/me/address/code" (AddressCode) -> 200 Done [] "Take the new address, with the mailed code.";
    SetMails = Put "/api/v1/me/mails" (Mails) -> 200 Done [] "Choose which mails one does without.";
    SetAvatar = Put "/api/v1/me/avatar" (Binary) -> 200 Done [] "Show a picture of oneself: a JPEG of 128 by 128 pixels, of 20 kB at most.";
    RemoveAvatar = Delete "/api/v1/me/avatar" (Empty) -> 200 Done [] "Show no picture of oneself any more.";
    GetOwnAvatar = Get "/api/v1/me/avatar/{avatar}" (Empty) -> 200 Binary [] "The picture that one shows of oneself.";
    CreateTeam = Post "/api/v1/teams" (Rename) -> 201 TeamMade [] "Make a team.";
    RenameTeam = Patch "/api/v1/teams/{team}" (Rename) -> 200 Done [] "Change the team's name.";
    DeleteTeam = Delete "/api/v1/teams/{team}" (Rename) -> 200 Done [] "Delete the team and all that is in it, with its name to confirm.";
    GetSnapshot = Get "/api/v1/teams/{team}/snapshot" (Empty) -> 200 Snapshot ["project"] "One's own access in the team, for the package.";
    Live = Get "/api/v1/teams/{team}/live" (Doing) -> 101 Heard ["project"] "A WebSocket into the room of a project, or of the team: one's own access as it changes, who is there, and what they do. A page says what its person is `Doing`, and hears what is new.";
    Check = Post "/api/v1/teams/{team}/check" (Check) -> 200 Checked [] "Answer many questions of access in one call.";
    GetPlan = Get "/api/v1/teams/{team}/plan" (Empty) -> 200 PlanPage [] "Plan, seats and price.";
    ChangePlan = Put "/api/v1/teams/{team}/plan" (ChangePlan) -> 200 Done [] "Change the plan and its cap.";
    SetCap = Put "/api/v1/teams/{team}/cap" (SetCap) -> 200 Done [] "Change the number of paid seats allowed.";
    SetJoinMode = Put "/api/v1/teams/{team}/join-mode" (SetJoinMode) -> 200 Done [] "Say what becomes of the accounts of those who accept from now on.";
    Transfer = Post "/api/v1/teams/{team}/transfer" (Transfer) -> 200 Done [] "Hand the team over to a member.";
    Leave = Post "/api/v1/teams/{team}/leave" (Empty) -> 200 Done [] "Leave the team.";
    ListMembers = Get "/api/v1/teams/{team}/members" (Empty) -> 200 Members ["after", "search", "project", "seats"] "The members, by name.";
    GetMember = Get "/api/v1/teams/{team}/members/{person}" (Empty) -> 200 Member [] "One member.";
    GetAvatar = Get "/api/v1/teams/{team}/members/{person}/avatar/{avatar}" (Empty) -> 200 Binary [] "The picture that a member shows of themselves.";
    ChangeAccess = Put "/api/v1/teams/{team}/members/{person}/access" (ChangeAccess) -> 200 Done [] "Change what a member holds.";
    ListAsks = Get "/api/v1/teams/{team}/asks" (Empty) -> 200 Asks ["permission", "project"] "Asks for access: one's own, and those that one can answer.";
    AskAccess = Post "/api/v1/teams/{team}/asks" (Question) -> 200 Asked [] "Ask those who can give it for a permission that is missing.";
    GrantAsk = Post "/api/v1/teams/{team}/asks/{ask}/grant" (WithCap) -> 200 Done [] "Give just what was asked for.";
    DeclineAsk = Post "/api/v1/teams/{team}/asks/{ask}/decline" (Empty) -> 200 Done [] "Answer \"not now\".";
    ListRoles = Get "/api/v1/teams/{team}/roles" (Empty) -> 200 Roles [] "The roles of the team's own.";
    MakeRole = Post "/api/v1/teams/{team}/roles" (MakeRole) -> 201 RoleMade [] "Make a role of the team's own.";
    GetRole = Get "/api/v1/teams/{team}/roles/{role}" (Empty) -> 200 RoleUse [] "One role, and what hangs on it.";
    ChangeRole = Patch "/api/v1/teams/{team}/roles/{role}" (ChangeRole) -> 200 Done [] "Change a role's name or checkmarks: whoever holds it follows.";
    DeleteRole = Delete "/api/v1/teams/{team}/roles/{role}" (DeleteRole) -> 200 Done [] "Delete a role, and give another to all who have it.";
    RemoveMember = Delete "/api/v1/teams/{team}/members/{person}" (Empty) -> 200 Done [] "Remove a member from the team.";
    RestoreMember = Post "/api/v1/teams/{team}/members/{person}/restore" (WithCap) -> 200 Done [] "Take a removal back.";
    RemoveFromProject = Delete "/api/v1/teams/{team}/members/{person}/projects/{project}" (Empty) -> 200 Done [] "Remove a member from one project.";
    ListInvitations = Get "/api/v1/teams/{team}/invitations" (Empty) -> 200 Invitations ["after", "seats"] "The pending invitations, expired ones included.";
    Invite = Post "/api/v1/teams/{team}/invitations" (Invite) -> 201 Invited [] "Invite an address, or change its pending invitation.";
    InviteMany = Post "/api/v1/teams/{team}/invitations/many" (InviteMany) -> 200 InvitedMany [] "Invite up to 50 at once, each with a result of its own.";
    CheckInvitees = Post "/api/v1/teams/{team}/invitations/check" (CheckInvitees) -> 200 Invitees [] "Say what addresses are to the team. Changes nothing.";
    EditInvitation = Put "/api/v1/teams/{team}/invitations/{invitation}/access" (ChangeAccess) -> 200 Done [] "Change what a pending invitation gives, with no new mail.";
    ResendInvitation = Post "/api/v1/teams/{team}/invitations/{invitation}/resend" (WithCap) -> 200 Invited [] "Send a pending invitation again.";
    WithdrawInvitation = Delete "/api/v1/teams/{team}/invitations/{invitation}" (Empty) -> 200 Done [] "Take a pending invitation back.";
    ListLinks = Get "/api/v1/teams/{team}/links" (Empty) -> 200 Links [] "The invite links.";
    SetLink = Put "/api/v1/teams/{team}/links" (SetLink) -> 200 Link [] "Make the invite link of a place and role, or change its settings.";
    RegenerateLink = Post "/api/v1/teams/{team}/links/{link}/regenerate" (Empty) -> 200 Link [] "Give the link a new address; the old one is dead from that moment.";
    ListJoiners = Get "/api/v1/teams/{team}/links/{link}/joiners" (Empty) -> 200 Joiners [] "Who came by a link.";
    ListColleagues = Get "/api/v1/teams/{team}/colleagues" (Empty) -> 200 Colleagues ["project", "search"] "People with whom one has shared a project, to be invited by who they are.";
    PreviewJoin = Post "/api/v1/join/preview" (Redeem) -> 200 JoinPreview [] "Look at an invitation or link. Changes nothing.";
    Join = Post "/api/v1/join" (Redeem) -> 200 Joined [] "Accept an invitation, or join by link.";
    Decline = Post "/api/v1/join/decline" (Redeem) -> 200 Done [] "Decline an invitation.";
    AskAgain = Post "/api/v1/join/ask" (Token) -> 200 Done [] "Ask for a new mail in place of one that opens no more.";
    PreviewHandover = Post "/api/v1/handover/preview" (TakeHandover) -> 200 HandoverPreview [] "Look at the offer of a project. Changes nothing.";
    AcceptHandover = Post "/api/v1/handover" (TakeHandover) -> 200 ProjectMade [] "Take an offered project into a team of one's own.";
    DeclineHandover = Post "/api/v1/handover/decline" (TakeHandover) -> 200 Done [] "Refuse the offer of a project.";
    ListProjects = Get "/api/v1/teams/{team}/projects" (Empty) -> 200 Projects [] "The projects that one sees.";
    ListCards = Get "/api/v1/teams/{team}/cards" (Empty) -> 200 Cards ["after", "search", "archived"] "The projects that one sees, page by page, with those who write in them.";
    CreateProject = Post "/api/v1/teams/{team}/projects" (Rename) -> 201 ProjectMade [] "Make a project.";
    GetProject = Get "/api/v1/teams/{team}/projects/{project}" (Empty) -> 200 Project [] "One project.";
    RenameProject = Patch "/api/v1/teams/{team}/projects/{project}" (Rename) -> 200 Done [] "Change a project's name.";
    ArchiveProject = Post "/api/v1/teams/{team}/projects/{project}/archive" (Empty) -> 200 Done [] "Put a project away.";
    ReopenProject = Post "/api/v1/teams/{team}/projects/{project}/reopen" (Empty) -> 200 Done [] "Take a project out again.";
    LeaveProject = Post "/api/v1/teams/{team}/projects/{project}/leave" (Empty) -> 200 Done [] "Leave one project.";
    GetHandover = Get "/api/v1/teams/{team}/projects/{project}/handover" (Empty) -> 200 Handover [] "What handing a project over would move, and its latest offer. For the owner.";
    OfferProject = Post "/api/v1/teams/{team}/projects/{project}/handover" (NewAddress) -> 201 Done [] "Offer a project to an address.";
    ResendHandover = Post "/api/v1/teams/{team}/handovers/{handover}/resend" (Empty) -> 200 Done [] "Mail the offer of a project again.";
    WithdrawHandover = Delete "/api/v1/teams/{team}/handovers/{handover}" (Empty) -> 200 Done [] "Take the offer of a project back.";
    ListPosts = Get "/api/v1/teams/{team}/projects/{project}/posts" (Empty) -> 200 Posts ["after"] "A project's posts, the latest changed first.";
    CreatePost = Post "/api/v1/teams/{team}/projects/{project}/posts" (CreatePost) -> 201 PostMade [] "Write a post.";
    GetPost = Get "/api/v1/teams/{team}/posts/{post}" (Empty) -> 200 Post [] "One post.";
    EditPost = Put "/api/v1/teams/{team}/posts/{post}" (EditPost) -> 200 PostMade [] "Change a post's title and text.";
    SetPostTime = Put "/api/v1/teams/{team}/posts/{post}/time" (SetTime) -> 200 PostMade [] "Say when a post should go out; publishes nothing.";
    SendPostForReview = Post "/api/v1/teams/{team}/posts/{post}/review" (MovePost) -> 200 PostMade [] "Send a draft for review.";
    ApprovePost = Post "/api/v1/teams/{team}/posts/{post}/approve" (MovePost) -> 200 PostMade [] "Approve a post in review.";
    ReturnPost = Post "/api/v1/teams/{team}/posts/{post}/return" (MovePost) -> 200 PostMade [] "Return a post to its author.";
    PublishPost = Post "/api/v1/teams/{team}/posts/{post}/publish" (MovePost) -> 200 PostMade [] "Publish a post.";
    ListImages = Get "/api/v1/teams/{team}/images" (Empty) -> 200 Images ["after", "project"] "The image library, the latest first; `project` can be an id, or `team` for what is of the whole team.";
    AddImage = Post "/api/v1/teams/{team}/images" (AddImage) -> 201 ImageMade [] "Announce an image: its file is sent next.";
    RenameImage = Patch "/api/v1/teams/{team}/images/{image}" (Rename) -> 200 Done [] "Say in other words what an image shows, in up to 200 characters.";
    DeleteImage = Delete "/api/v1/teams/{team}/images/{image}" (Empty) -> 200 Done [] "Delete an image; for a day it can be restored.";
    RestoreImage = Post "/api/v1/teams/{team}/images/{image}/restore" (Empty) -> 200 Done [] "Bring a deleted image back.";
    PutImageFile = Put "/api/v1/teams/{team}/images/{image}/file" (Binary) -> 200 Done [] "Send the file of an announced image: the bytes of its thumbnail, and right after them its own.";
    GetImageFile = Get "/api/v1/teams/{team}/images/{image}/file" (Empty) -> 200 Binary ["size"] "The file itself, or with `size=thumbnail` its thumbnail.";
    ListHistory = Get "/api/v1/teams/{team}/history" (Empty) -> 200 HistoryPage ["after", "person", "kind"] "Who changed whose access, and what else happened.";
    OpenApi = Get "/api/v1/openapi.json" (Empty) -> 200 Done [] "This description.";
}

/// What a path's braces stood for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Params<'a> {
    values: [(&'static str, &'a str); 3],
    count: usize,
}

impl<'a> Params<'a> {
    /// The value of a parameter.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.values.iter().take(self.count).find(|(known, _)| *known == name).map(|(_, value)| *value)
    }

    fn push(&mut self, name: &'static str, value: &'a str) -> Option<()> {
        *self.values.get_mut(self.count)? = (name, value);
        self.count = self.count.saturating_add(1);
        Some(())
    }
}

/// What a method and path lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// A route, with its parameters.
    Route(Route, Params<'a>),
    /// There is such a path, with other methods.
    OtherMethod,
    /// There is no such path.
    Nothing,
}

fn matches<'a>(pattern: &'static str, path: &'a str) -> Option<Params<'a>> {
    let mut params = Params::default();
    let mut parts = path.split('/');
    for expected in pattern.split('/') {
        let part = parts.next()?;
        match expected.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) if !part.is_empty() => params.push(name, part)?,
            Some(_) => return None,
            None if part == expected => {}
            None => return None,
        }
    }
    parts.next().is_none().then_some(params)
}

/// How many parts of a pattern are no parameters: of two patterns that match a path, the more literal is meant.
fn literals(pattern: &str) -> usize {
    pattern.split('/').filter(|part| !part.starts_with('{')).count()
}

/// Finds the route of a request, among those of the most literal pattern that matches: what it does not answer to, a
/// looser one does not either.
#[must_use]
pub fn find<'a>(method: &str, path: &'a str) -> Found<'a> {
    let matching = || Route::ALL.iter().filter(|route| matches(route.path(), path).is_some());
    let Some(most) = matching().map(|route| literals(route.path())).max() else { return Found::Nothing };
    matching()
        .filter(|route| literals(route.path()) == most && route.method().as_str() == method)
        .find_map(|route| Some(Found::Route(*route, matches(route.path(), path)?)))
        .unwrap_or(Found::OtherMethod)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_found_by_its_own_path() {
        for route in Route::ALL {
            let path = route.path().replace(['{', '}'], "");
            let found = find(route.method().as_str(), &path);
            assert!(matches!(found, Found::Route(found, _) if found == *route), "{path}: {found:?}");
        }
    }

    #[test]
    fn parameters_are_read_and_odd_paths_are_not() {
        let found = find("GET", "/api/v1/teams/t1/members/p1");
        let Found::Route(Route::GetMember, params) = found else { unreachable!("{found:?}") };
        assert_eq!(
            (params.get("team"), params.get("person"), params.get("x")),
            (Some("t1"), Some("p1"), None)
        );
        for path in ["/api/v1/teams//members", "/api/v1/teams/t1/members/p1/", "/api/v1", ""] {
            assert_eq!(find("GET", path), Found::Nothing, "{path}");
        }
        assert_eq!(find("PUT", "/api/v1/me"), Found::OtherMethod);
    }

    #[test]
    fn the_most_literal_pattern_is_meant() {
        let many = "/api/v1/teams/t1/invitations/many";
        assert!(matches!(find("POST", many), Found::Route(Route::InviteMany, _)));
        assert_eq!(find("DELETE", many), Found::OtherMethod);
        let found = find("DELETE", "/api/v1/teams/t1/invitations/i1");
        assert!(matches!(found, Found::Route(Route::WithdrawInvitation, _)), "{found:?}");
    }
}
