//! The mails in English.

use roster_core::Permission;
use roster_core::change::Template;

use super::{Key, Language, Words};

pub const LANGUAGE: Language = Language {
    tag: "en",
    someone: "Someone",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    words,
    label,
};

const fn label(permission: Permission) -> &'static str {
    match permission {
        Permission::PostsView => "See posts",
        Permission::PostsCreate => "Create posts",
        Permission::PostsEdit => "Edit everyone's posts",
        Permission::PostsSchedule => "Set publication times",
        Permission::PostsApprove => "Approve",
        Permission::PostsPublish => "Publish",
        Permission::ImagesManage => "Manage images",
        Permission::AiUse => "Work with AI",
        Permission::ConnectionsManage => "Connect and disconnect accounts",
        Permission::CommentsWrite => "Read and write comments",
        Permission::MessagesRead => "Read messages",
        Permission::MessagesReply => "Answer messages",
        Permission::AnalyticsView => "See analytics",
        Permission::HistoryView => "See history",
        Permission::TeamInvite => "Invite",
        Permission::TeamAccess => "Change access",
        Permission::TeamRemove => "Remove people",
        Permission::ProjectsManage => "Create, rename, archive projects",
    }
}

const IGNORE: &str = "If you did not expect this mail, ignore it: nothing happens without you.";

const fn words(key: Key) -> Words {
    match key {
        Key::InvitationWithAccount => Words {
            subject: INVITED,
            before: &[
                "{who} invites you to the team {team} on Roster.",
                "You have an account for {address}. Sign in with it to accept.",
            ],
            button: Some("See the invitation"),
            after: &["The invitation is open until {until}.", IGNORE],
        },
        Key::Of(template) => of(template),
    }
}

const INVITED: &str = "{who} invites you to {team}";

const fn of(template: Template) -> Words {
    match template {
        Template::SignIn => Words {
            subject: "Your sign-in code for Roster",
            before: &[
                "Your code is:",
                "{code}",
                "Or sign in with one click, in the browser where you asked:",
            ],
            button: Some("Sign in"),
            after: &[
                "Code and link are good for 10 minutes, and once.",
                "If you did not ask to sign in, ignore this mail, and give the code to nobody.",
            ],
        },
        Template::Invitation => Words {
            subject: INVITED,
            before: &[
                "{who} invites you to the team {team} on Roster.",
                "No account is needed: accepting makes one for {address}.",
            ],
            button: Some("See the invitation"),
            after: &["The invitation is open until {until}.", IGNORE],
        },
        Template::Included => Words {
            subject: "You are in {place}",
            before: &["{who} included you in {place}."],
            button: Some("Open"),
            after: &[],
        },
        Template::Joined => Words {
            subject: "{who} joined {team}",
            before: &["{who} accepted your invitation and is in {team} now."],
            button: Some("See the team"),
            after: &[],
        },
        Template::Declined => Words {
            subject: "Your invitation to {team} was declined",
            before: &["{address} declined your invitation to {team}."],
            button: Some("See the team"),
            after: &[],
        },
        Template::NothingNew => Words {
            subject: "Your invitation to {team} changed nothing",
            before: &[
                "{who} holds at least as much in {team} as your invitation would give.",
                "The invitation is closed, and their access is as it was.",
            ],
            button: Some("See the team"),
            after: &[],
        },
        Template::AskedAgain => Words {
            subject: "{address} asks for a new invitation to {team}",
            before: &["The invitation of {address} to {team} opens no more, and they ask for a new one."],
            button: Some("Send it again"),
            after: &["If you do not want to, do nothing."],
        },
        Template::AccessChanged => Words {
            subject: "Your access in {team} was changed",
            before: &["{who} changed what you may do in {place}. It holds from now on."],
            button: Some("See what you may do"),
            after: &[],
        },
        Template::AccessAsked => Words {
            subject: "{who} asks for access in {team}",
            before: &[
                "{who} asks for “{what}” in {place}.",
                "On the page you see what it changes and what it costs, and give just that with one click.",
            ],
            button: Some("Answer"),
            after: &["If you do nothing, nothing changes."],
        },
        Template::Removed => Words {
            subject: "You are no longer in {place}",
            before: &["{who} removed you from {place}.", "What you wrote there stays, under your name."],
            button: None,
            after: &[],
        },
        Template::Ended => Words {
            subject: "Your access in {team} has ended",
            before: &["Your access in {place} had an end date, and it has come."],
            button: Some("See who can help"),
            after: &[],
        },
        Template::OwnershipReceived => Words {
            subject: "You own {team} now",
            before: &[
                "{who} handed the team {team} over to you: its plan, its projects and its people.",
                "{who} has no access to it any more, until you give them a role.",
            ],
            button: Some("Open the team"),
            after: &[],
        },
        Template::OwnershipHandedOver => Words {
            subject: "You handed {team} over",
            before: &[
                "{who} owns the team {team} now.",
                "You have no access to it any more, until {who} gives you a role.",
            ],
            button: None,
            after: &["If this was not you, answer to the new owner at once."],
        },
        Template::SeatRefused => Words {
            subject: "No free seat in {team}",
            before: &[
                "{who} wanted to join {team}, and there was no free editor seat.",
                "Raise the cap of paid seats, or free a seat, and they can try again.",
            ],
            button: Some("See plan and seats"),
            after: &["This mail comes once a day at most."],
        },
        Template::Approved => Words {
            subject: "Approved: {post}",
            before: &["{who} approved your post “{post}” in {place}."],
            button: Some("Open the post"),
            after: &[],
        },
        Template::Returned => Words {
            subject: "Returned: {post}",
            before: &["{who} returned your post “{post}” in {place} to you."],
            button: Some("Open the post"),
            after: &[],
        },
    }
}
