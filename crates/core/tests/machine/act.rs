//! What may happen next, as small numbers that shrink well: they are turned into commands over what is there.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use roster_core::command::Step;
use roster_core::model::JoinMode;
use roster_core::{BuiltInRole, Plan};

use super::handover;
use super::images::{self, Does};

/// One of the people: below [`ANYBODY`] the n-th of those whom it makes sense for (members of the team, mostly; the
/// owner is the first of them), from there on by place in the cast.
pub type Who = u8;
/// Where the cast begins.
pub const ANYBODY: Who = 10;
/// The n-th of what there is, counted round; [`NONE`]: one that is not there.
pub type Pick = u8;
/// Names nothing.
pub const NONE: Pick = 255;

/// How time moves.
#[derive(Clone, Copy, Debug)]
pub enum Span {
    /// To the next end date or expiry, exactly.
    ToNextEnd,
    Minute,
    Hour,
    Day,
    Week,
    Month,
}

/// A role: one that every team has, or the n-th of the team's own.
#[derive(Clone, Copy, Debug)]
pub enum Chosen {
    BuiltIn(BuiltInRole),
    Own(Pick),
}

/// What is given.
#[derive(Clone, Copy, Debug)]
pub enum Gives {
    Role(BuiltInRole),
    /// The n-th role of the team's own.
    Own(Pick),
    /// Any bits at all, closed under what they need.
    Closed(u32),
    /// Any bits at all.
    Raw(u32),
    Nothing,
}

/// What is given, and for how many hours.
#[derive(Clone, Copy, Debug)]
pub struct Gift {
    pub gives: Gives,
    pub hours: Option<u16>,
}

/// A place: the team, or its n-th project.
pub type Spot = Option<Pick>;

/// Which secret of an invitation or link is used.
#[derive(Clone, Copy, Debug)]
pub enum Secret {
    /// The latest one.
    Valid,
    /// The one before.
    Older,
    /// None: from the list after sign-in.
    Listed,
}

/// Who uses an invitation.
#[derive(Clone, Copy, Debug)]
pub enum By {
    /// The person whose address it is, signed in or not.
    Invitee,
    /// Somebody.
    Who(Who),
}

/// Something that happens.
#[derive(Clone, Debug)]
pub enum Act {
    Wait(Span),
    SignIn(Who),
    SignOut(Who),
    SignOutEverywhere(Who),
    ChangeSelf(Who),
    CreateTeam(Who),
    Use { by: By, team: Pick, invitation: Pick, secret: Secret, way: Way },
    Team { who: Who, team: Pick, what: What },
    Sweep(Pick),
}

/// What is done with an invitation by the one who got it.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    Accept,
    Decline,
    AskAgain,
}

/// Whom, whether by who they are, and what they are given.
pub type Invitee = (Who, bool, Vec<(Spot, Gift)>);

/// Something done to a team.
#[derive(Clone, Debug)]
pub enum What {
    Rename,
    CreateProject,
    RenameProject(Pick),
    Archive(Pick),
    Reopen(Pick),
    Invite {
        to: Who,
        places: Vec<(Spot, Gift)>,
        raise: Option<u8>,
    },
    /// Each row: whom, whether by who they are, and what it gives.
    InviteMany {
        rows: Vec<Invitee>,
        raise: Option<u8>,
    },
    EditInvitation {
        which: Pick,
        edits: Vec<(Spot, Option<Gift>)>,
        raise: Option<u8>,
    },
    Resend(Pick, Option<u8>),
    Withdraw(Pick),
    SetLink {
        spot: Spot,
        role: Chosen,
        on: bool,
        hours: Option<u16>,
        uses: Option<u8>,
        domain: bool,
    },
    Regenerate(Pick),
    Join(Pick, Secret),
    ChangeAccess {
        whom: Who,
        edits: Vec<(Spot, Option<Gift>)>,
        raise: Option<u8>,
    },
    /// For the n-th checkmark of the catalogue.
    AskFor(Pick, Spot),
    Answer(Pick, bool, Option<u8>),
    MakeRole {
        name: u8,
        bits: u32,
    },
    ChangeRole {
        role: Pick,
        name: Option<u8>,
        bits: Option<u32>,
        raise: Option<u8>,
    },
    DeleteRole {
        role: Pick,
        to: Chosen,
        raise: Option<u8>,
    },
    Remove(Who),
    RemoveFromProject(Who, Pick),
    Restore(Who, Option<u8>),
    Leave,
    LeaveProject(Pick),
    ChangePlan(Plan, u8),
    SetCap(u8),
    SetJoinMode(JoinMode),
    Transfer(Who),
    CreatePost(Pick),
    EditPost(Pick, bool),
    SetTime(Pick, Option<u16>),
    MovePost(Pick, Step, bool),
    Image(Does),
    /// And whether the one whom it makes sense for does it.
    Handover(handover::Does, bool),
}

fn who() -> impl Strategy<Value = Who> {
    prop_oneof![5 => Just(0), 9 => 1..6_u8, 2 => ANYBODY..ANYBODY + 6]
}

fn whom() -> impl Strategy<Value = Who> {
    prop_oneof![1 => Just(0), 10 => 1..6_u8, 1 => ANYBODY..ANYBODY + 6]
}

fn guest() -> impl Strategy<Value = Who> {
    prop_oneof![4 => 0..6_u8, 1 => ANYBODY..ANYBODY + 6]
}

fn pick() -> impl Strategy<Value = Pick> {
    prop_oneof![20 => 0..6_u8, 1 => Just(NONE)]
}

fn team() -> impl Strategy<Value = Pick> {
    prop_oneof![16 => Just(0), 3 => Just(1), 1 => Just(NONE)]
}

fn role() -> impl Strategy<Value = BuiltInRole> {
    proptest::sample::select(BuiltInRole::ALL)
}

fn chosen() -> impl Strategy<Value = Chosen> {
    prop_oneof![2 => role().prop_map(Chosen::BuiltIn), 1 => pick().prop_map(Chosen::Own)]
}

/// Sets that nest, so that roles grow and shrink, and any others.
fn bits() -> impl Strategy<Value = u32> {
    prop_oneof![
        2 => proptest::sample::select(BuiltInRole::ALL).prop_map(|role| role.set().bits() as u32),
        1 => 0..1_u32 << 18,
    ]
}

fn of_roles() -> impl Strategy<Value = What> {
    let change = (pick(), option::weighted(0.2, 0..6_u8), option::weighted(0.9, bits()), raise());
    prop_oneof![
        3 => (0..6_u8, bits()).prop_map(|(name, bits)| What::MakeRole { name, bits }),
        4 => change
            .prop_map(|(role, name, bits, raise)| What::ChangeRole { role, name, bits, raise }),
        1 => (pick(), chosen(), raise()).prop_map(|(role, to, raise)| What::DeleteRole { role, to, raise }),
    ]
}

fn gives() -> impl Strategy<Value = Gives> {
    prop_oneof![
        7 => role().prop_map(Gives::Role),
        5 => pick().prop_map(Gives::Own),
        6 => (0..1_u32 << 18).prop_map(Gives::Closed),
        1 => (0..1_u32 << 19).prop_map(Gives::Raw),
        1 => Just(Gives::Nothing),
    ]
}

fn gift() -> impl Strategy<Value = Gift> {
    (gives(), option::weighted(0.3, 0..400_u16)).prop_map(|(gives, hours)| Gift { gives, hours })
}

fn spot() -> impl Strategy<Value = Spot> {
    prop_oneof![1 => Just(None), 2 => pick().prop_map(Some)]
}

fn raise() -> impl Strategy<Value = Option<u8>> {
    option::weighted(0.3, 0..6_u8)
}

fn secret() -> impl Strategy<Value = Secret> {
    prop_oneof![8 => Just(Secret::Valid), 1 => Just(Secret::Older), 2 => Just(Secret::Listed)]
}

fn step() -> impl Strategy<Value = Step> {
    proptest::sample::select(vec![Step::SendForReview, Step::Approve, Step::Return, Step::Publish])
}

fn of_people() -> impl Strategy<Value = What> {
    prop_oneof![
        6 => (guest(), vec((spot(), gift()), 1..3), raise())
            .prop_map(|(to, places, raise)| What::Invite { to, places, raise }),
        2 => (vec((guest(), any::<bool>(), vec((spot(), gift()), 1..3)), 1..4), raise())
            .prop_map(|(rows, raise)| What::InviteMany { rows, raise }),
        2 => (pick(), vec((spot(), option::weighted(0.8, gift())), 1..3), raise())
            .prop_map(|(which, edits, raise)| What::EditInvitation { which, edits, raise }),
        2 => (pick(), raise()).prop_map(|(i, raise)| What::Resend(i, raise)),
        1 => pick().prop_map(What::Withdraw),
        5 => (whom(), vec((spot(), option::weighted(0.85, gift())), 1..3), raise())
            .prop_map(|(whom, edits, raise)| What::ChangeAccess { whom, edits, raise }),
        3 => (0..18_u8, spot()).prop_map(|(permission, spot)| What::AskFor(permission, spot)),
        3 => (pick(), proptest::bool::weighted(0.8), raise())
            .prop_map(|(ask, yes, raise)| What::Answer(ask, yes, raise)),
        2 => whom().prop_map(What::Remove),
        1 => (whom(), pick()).prop_map(|(whom, project)| What::RemoveFromProject(whom, project)),
        2 => (0..4_u8, raise()).prop_map(|(whom, raise)| What::Restore(whom, raise)),
        1 => Just(What::Leave),
        1 => pick().prop_map(What::LeaveProject),
        1 => whom().prop_map(What::Transfer),
    ]
}

fn of_links() -> impl Strategy<Value = What> {
    let settings = (proptest::bool::weighted(0.8), option::weighted(0.2, 1..200_u16));
    let more = (option::weighted(0.4, 0..3_u8), proptest::bool::weighted(0.1));
    prop_oneof![
        2 => (spot(), chosen(), settings, more).prop_map(|(spot, role, (on, hours), (uses, domain))| {
            What::SetLink { spot, role, on, hours, uses, domain }
        }),
        1 => pick().prop_map(What::Regenerate),
        4 => (pick(), secret()).prop_map(|(link, secret)| What::Join(link, secret)),
    ]
}

fn of_the_team() -> impl Strategy<Value = What> {
    prop_oneof![
        1 => Just(What::Rename),
        2 => Just(What::CreateProject),
        1 => pick().prop_map(What::RenameProject),
        1 => pick().prop_map(What::Archive),
        1 => pick().prop_map(What::Reopen),
        4 => (proptest::sample::select(Plan::ALL), 0..5_u8).prop_map(|(plan, cap)| What::ChangePlan(plan, cap)),
        2 => (0..5_u8).prop_map(What::SetCap),
        3 => proptest::sample::select(vec![JoinMode::Merge, JoinMode::Merge, JoinMode::SideBySide])
            .prop_map(What::SetJoinMode),
    ]
}

fn of_posts() -> impl Strategy<Value = What> {
    prop_oneof![
        2 => pick().prop_map(What::CreatePost),
        3 => (pick(), proptest::bool::weighted(0.1)).prop_map(|(post, stale)| What::EditPost(post, stale)),
        1 => (pick(), option::of(0..100_u16)).prop_map(|(post, hours)| What::SetTime(post, hours)),
        4 => (pick(), step(), proptest::bool::weighted(0.05))
            .prop_map(|(post, step, stale)| What::MovePost(post, step, stale)),
    ]
}

fn of_images() -> impl Strategy<Value = What> {
    images::does(|| pick().boxed(), spot().boxed()).prop_map(What::Image)
}

fn of_handing_over() -> impl Strategy<Value = What> {
    let whom = prop_oneof![ANYBODY..ANYBODY + 6].boxed();
    handover::does(|| pick().boxed(), whom).prop_map(|(does, fitting)| What::Handover(does, fitting))
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        4 => Just(Span::ToNextEnd),
        2 => Just(Span::Minute),
        2 => Just(Span::Hour),
        2 => Just(Span::Day),
        1 => Just(Span::Week),
        1 => Just(Span::Month),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let what = prop_oneof![12 => of_people(), 4 => of_links(), 4 => of_roles(), 3 => of_the_team(), 5 => of_posts(), 3 => of_images(), 3 => of_handing_over()];
    let by = prop_oneof![5 => Just(By::Invitee), 1 => who().prop_map(By::Who)];
    let way = prop_oneof![6 => Just(Way::Accept), 1 => Just(Way::Decline), 1 => Just(Way::AskAgain)];
    prop_oneof![
        3 => span().prop_map(Act::Wait),
        1 => who().prop_map(Act::SignIn),
        1 => prop_oneof![
            2 => who().prop_map(Act::SignOut),
            1 => who().prop_map(Act::SignOutEverywhere),
            1 => who().prop_map(Act::ChangeSelf),
            1 => who().prop_map(Act::CreateTeam),
        ],
        6 => (by, team(), pick(), secret(), way)
            .prop_map(|(by, team, invitation, secret, way)| Act::Use { by, team, invitation, secret, way }),
        24 => (who(), team(), what).prop_map(|(who, team, what)| Act::Team { who, team, what }),
        1 => team().prop_map(Act::Sweep),
    ]
}

/// A story: on some plan and in some join mode, what people do.
pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    let plan = (proptest::sample::select(Plan::ALL), 0..4_u8);
    let mode = || proptest::sample::select(vec![JoinMode::SideBySide, JoinMode::Merge]);
    (plan, [mode(), mode()], vec(act(), 1..100)).prop_map(|((plan, cap), modes, acts)| {
        let begin = |team, what| Act::Team { who: 0, team, what };
        let modes = modes.into_iter().zip(0..).map(|(mode, team)| begin(team, What::SetJoinMode(mode)));
        let plan = begin(0, What::ChangePlan(plan, cap));
        std::iter::once(plan).chain(modes).chain(acts).collect()
    })
}
