//! Generated from `data/*.toml` by `cargo xtask gen`. Do not edit: change the data and generate again.

use crate::permission::{Group, PermissionSet, Scope};
use crate::plan::Terms;

/// One checkmark of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// `posts.view`: See posts.
    PostsView,
    /// `posts.create`: Create posts.
    PostsCreate,
    /// `posts.edit`: Edit everyone's posts.
    PostsEdit,
    /// `posts.schedule`: Set publication times.
    PostsSchedule,
    /// `posts.approve`: Approve.
    PostsApprove,
    /// `posts.publish`: Publish.
    PostsPublish,
    /// `images.manage`: Manage images.
    ImagesManage,
    /// `ai.use`: Work with AI.
    AiUse,
    /// `connections.manage`: Connect and disconnect accounts.
    ConnectionsManage,
    /// `comments.write`: Read and write comments.
    CommentsWrite,
    /// `messages.read`: Read messages.
    MessagesRead,
    /// `messages.reply`: Answer messages.
    MessagesReply,
    /// `analytics.view`: See analytics.
    AnalyticsView,
    /// `history.view`: See history.
    HistoryView,
    /// `team.invite`: Invite.
    TeamInvite,
    /// `team.access`: Change access.
    TeamAccess,
    /// `team.remove`: Remove people.
    TeamRemove,
    /// `projects.manage`: Create, rename, archive projects.
    ProjectsManage,
}

impl Permission {
    /// Every permission, in the catalogue's order.
    pub const ALL: &'static [Self] = &[
        Self::PostsView,
        Self::PostsCreate,
        Self::PostsEdit,
        Self::PostsSchedule,
        Self::PostsApprove,
        Self::PostsPublish,
        Self::ImagesManage,
        Self::AiUse,
        Self::ConnectionsManage,
        Self::CommentsWrite,
        Self::MessagesRead,
        Self::MessagesReply,
        Self::AnalyticsView,
        Self::HistoryView,
        Self::TeamInvite,
        Self::TeamAccess,
        Self::TeamRemove,
        Self::ProjectsManage,
    ];

    /// The name that the API and the package use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::PostsView => "posts.view",
            Self::PostsCreate => "posts.create",
            Self::PostsEdit => "posts.edit",
            Self::PostsSchedule => "posts.schedule",
            Self::PostsApprove => "posts.approve",
            Self::PostsPublish => "posts.publish",
            Self::ImagesManage => "images.manage",
            Self::AiUse => "ai.use",
            Self::ConnectionsManage => "connections.manage",
            Self::CommentsWrite => "comments.write",
            Self::MessagesRead => "messages.read",
            Self::MessagesReply => "messages.reply",
            Self::AnalyticsView => "analytics.view",
            Self::HistoryView => "history.view",
            Self::TeamInvite => "team.invite",
            Self::TeamAccess => "team.access",
            Self::TeamRemove => "team.remove",
            Self::ProjectsManage => "projects.manage",
        }
    }

    /// The number of its bit, given once and never reused.
    #[must_use]
    pub const fn bit(self) -> u8 {
        match self {
            Self::PostsView => 0,
            Self::PostsCreate => 1,
            Self::PostsEdit => 2,
            Self::PostsSchedule => 3,
            Self::PostsApprove => 4,
            Self::PostsPublish => 5,
            Self::ImagesManage => 6,
            Self::AiUse => 7,
            Self::ConnectionsManage => 8,
            Self::CommentsWrite => 9,
            Self::MessagesRead => 10,
            Self::MessagesReply => 11,
            Self::AnalyticsView => 12,
            Self::HistoryView => 13,
            Self::TeamInvite => 14,
            Self::TeamAccess => 15,
            Self::TeamRemove => 16,
            Self::ProjectsManage => 17,
        }
    }

    /// The heading that it stands under.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::PostsView => Group::Content,
            Self::PostsCreate => Group::Content,
            Self::PostsEdit => Group::Content,
            Self::PostsSchedule => Group::Content,
            Self::PostsApprove => Group::Content,
            Self::PostsPublish => Group::Content,
            Self::ImagesManage => Group::Content,
            Self::AiUse => Group::Content,
            Self::ConnectionsManage => Group::Content,
            Self::CommentsWrite => Group::Conversations,
            Self::MessagesRead => Group::Conversations,
            Self::MessagesReply => Group::Conversations,
            Self::AnalyticsView => Group::Insight,
            Self::HistoryView => Group::Insight,
            Self::TeamInvite => Group::Team,
            Self::TeamAccess => Group::Team,
            Self::TeamRemove => Group::Team,
            Self::ProjectsManage => Group::Team,
        }
    }

    /// Whether holding it takes an editor seat.
    #[must_use]
    pub const fn takes_seat(self) -> bool {
        match self {
            Self::PostsView => false,
            Self::PostsCreate => true,
            Self::PostsEdit => true,
            Self::PostsSchedule => true,
            Self::PostsApprove => false,
            Self::PostsPublish => true,
            Self::ImagesManage => true,
            Self::AiUse => true,
            Self::ConnectionsManage => true,
            Self::CommentsWrite => false,
            Self::MessagesRead => false,
            Self::MessagesReply => true,
            Self::AnalyticsView => false,
            Self::HistoryView => false,
            Self::TeamInvite => true,
            Self::TeamAccess => true,
            Self::TeamRemove => true,
            Self::ProjectsManage => true,
        }
    }

    /// The permission that it cannot be held without.
    #[must_use]
    pub const fn needs(self) -> Option<Self> {
        match self {
            Self::PostsView => None,
            Self::PostsCreate => Some(Self::PostsView),
            Self::PostsEdit => Some(Self::PostsView),
            Self::PostsSchedule => Some(Self::PostsView),
            Self::PostsApprove => Some(Self::PostsView),
            Self::PostsPublish => Some(Self::PostsView),
            Self::ImagesManage => None,
            Self::AiUse => Some(Self::PostsView),
            Self::ConnectionsManage => None,
            Self::CommentsWrite => None,
            Self::MessagesRead => None,
            Self::MessagesReply => Some(Self::MessagesRead),
            Self::AnalyticsView => None,
            Self::HistoryView => None,
            Self::TeamInvite => None,
            Self::TeamAccess => None,
            Self::TeamRemove => None,
            Self::ProjectsManage => None,
        }
    }

    /// Where it can be held.
    #[must_use]
    pub const fn scope(self) -> Scope {
        match self {
            Self::PostsView => Scope::Project,
            Self::PostsCreate => Scope::Project,
            Self::PostsEdit => Scope::Project,
            Self::PostsSchedule => Scope::Project,
            Self::PostsApprove => Scope::Project,
            Self::PostsPublish => Scope::Project,
            Self::ImagesManage => Scope::Project,
            Self::AiUse => Scope::Project,
            Self::ConnectionsManage => Scope::Project,
            Self::CommentsWrite => Scope::Project,
            Self::MessagesRead => Scope::Project,
            Self::MessagesReply => Scope::Project,
            Self::AnalyticsView => Scope::Project,
            Self::HistoryView => Scope::Project,
            Self::TeamInvite => Scope::Project,
            Self::TeamAccess => Scope::Project,
            Self::TeamRemove => Scope::Project,
            Self::ProjectsManage => Scope::Team,
        }
    }

    /// Whether a route works behind it.
    #[must_use]
    pub const fn shipped(self) -> bool {
        match self {
            Self::PostsView => true,
            Self::PostsCreate => true,
            Self::PostsEdit => true,
            Self::PostsSchedule => true,
            Self::PostsApprove => true,
            Self::PostsPublish => true,
            Self::ImagesManage => true,
            Self::AiUse => false,
            Self::ConnectionsManage => false,
            Self::CommentsWrite => false,
            Self::MessagesRead => false,
            Self::MessagesReply => false,
            Self::AnalyticsView => false,
            Self::HistoryView => true,
            Self::TeamInvite => true,
            Self::TeamAccess => true,
            Self::TeamRemove => true,
            Self::ProjectsManage => true,
        }
    }
}

/// A role that every team has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BuiltInRole {
    /// Viewer: Sees the projects and changes nothing.
    Viewer,
    /// Editor: Edits the project and manages images.
    Editor,
    /// Writer: Only creates posts.
    Writer,
    /// Community manager: Comments and messages only.
    CommunityManager,
    /// SMM specialist: Everything but publishing.
    SmmSpecialist,
    /// Approver: Sees and approves posts.
    Approver,
    /// Manager: Everything but what is the owner's alone.
    Manager,
    /// Client: Everything, for the customer who approves the work.
    Client,
}

impl BuiltInRole {
    /// Every built-in role, in the order they are shown.
    pub const ALL: &'static [Self] = &[
        Self::Viewer,
        Self::Editor,
        Self::Writer,
        Self::CommunityManager,
        Self::SmmSpecialist,
        Self::Approver,
        Self::Manager,
        Self::Client,
    ];

    /// The name that the API and the database use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Editor => "editor",
            Self::Writer => "writer",
            Self::CommunityManager => "community_manager",
            Self::SmmSpecialist => "smm_specialist",
            Self::Approver => "approver",
            Self::Manager => "manager",
            Self::Client => "client",
        }
    }

    /// What pages call it in English.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Viewer => "Viewer",
            Self::Editor => "Editor",
            Self::Writer => "Writer",
            Self::CommunityManager => "Community manager",
            Self::SmmSpecialist => "SMM specialist",
            Self::Approver => "Approver",
            Self::Manager => "Manager",
            Self::Client => "Client",
        }
    }

    /// What it holds.
    #[must_use]
    pub const fn set(self) -> PermissionSet {
        match self {
            Self::Viewer => PermissionSet::from_bits(0x1),
            Self::Editor => PermissionSet::from_bits(0x247),
            Self::Writer => PermissionSet::from_bits(0x3),
            Self::CommunityManager => PermissionSet::from_bits(0xe00),
            Self::SmmSpecialist => PermissionSet::from_bits(0x3ffdf),
            Self::Approver => PermissionSet::from_bits(0x211),
            Self::Manager => PermissionSet::from_bits(0x3ffff),
            Self::Client => PermissionSet::from_bits(0x3ffff),
        }
    }
}

/// A plan of the owner's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plan {
    /// Start: Open collaboration without limits.
    Start,
    /// Plus: One editor included.
    Plus,
    /// Pro: Three editors included.
    Pro,
}

impl Plan {
    /// Every plan, the smallest first.
    pub const ALL: &'static [Self] = &[Self::Start, Self::Plus, Self::Pro];

    /// The name that the API and the database use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Plus => "plus",
            Self::Pro => "pro",
        }
    }

    /// What it costs and includes.
    #[must_use]
    pub const fn terms(self) -> Terms {
        match self {
            Self::Start => Terms { base_cents: 0, free_seats: None, seat_cents: 0 },
            Self::Plus => Terms { base_cents: 0, free_seats: Some(1), seat_cents: 800 },
            Self::Pro => Terms { base_cents: 0, free_seats: Some(3), seat_cents: 800 },
        }
    }
}

/// The currency of every price, by its ISO 4217 code.
pub const CURRENCY: &str = "USD";

/// The first 16 hexadecimal digits of the SHA-256 over the data files: a page whose digest differs reloads.
pub const DIGEST: &str = "8fd83b55a3cf9b79";
