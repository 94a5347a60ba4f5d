//! Handing a project over.

use roster_core::Command;
use roster_core::Facts;
use roster_core::command::{HandoverCommand, Way};
use roster_core::email::Address;
use roster_core::id::{HandoverId, ProjectId};
use roster_core::limits::HANDOVER_MILLIS;
use roster_core::model::{Handover, HandoverState, Load, Member};
use roster_core::time::HOUR;

use crate::fixture::{self, Actor, NOW, OTHER_TEAM, TEAM, address};

use super::{Section, always, column, given, section};

/// An open offer of `autumn` to whoever asks: their own number is added.
const OWN: u64 = 20_000;
const TO_FRED: HandoverId = HandoverId(1);
const ANSWERED: HandoverId = HandoverId(2);

fn offer(id: HandoverId, to: &Address, state: HandoverState) -> Handover {
    Handover {
        id,
        team: TEAM,
        project: fixture::AUTUMN,
        address: to.clone(),
        state,
        sent_by: fixture::OLGA,
        sent_at: NOW.plus(-HOUR),
        expires_at: NOW.plus(HANDOVER_MILLIS - HOUR),
    }
}

/// Puts the offers into the fixture: of `autumn`, to everybody at once, as no database would have them.
pub fn hang(facts: &mut Facts) {
    let people = facts.people.values();
    let own = people.map(|who| offer(HandoverId(OWN + who.id.0), &who.address, HandoverState::Open));
    let fred = address("fred");
    let all = own.chain([
        offer(TO_FRED, &fred, HandoverState::Open),
        offer(ANSWERED, &fred, HandoverState::Declined { at: NOW.plus(-HOUR) }),
    ]);
    for offer in all.collect::<Vec<_>>() {
        facts.handovers.insert(offer.id, offer);
    }
    // The other team's owner is one of its members too.
    if let Some(olga) = facts.members.get(&(TEAM, fixture::OLGA)).cloned() {
        let fred = Member { team: OTHER_TEAM, person: fixture::FRED, ..olga };
        facts.members.insert((OTHER_TEAM, fixture::FRED), fred);
    }
    for project in [fixture::SPRING, fixture::AUTUMN, fixture::OLD] {
        let load = Load { project, people: 2, invitations: 2, posts: 3, images: 1, image_bytes: 1_000 };
        facts.loads.insert(project, load);
    }
}

fn crowd(facts: &mut Facts) {
    if let Some(load) = facts.loads.get_mut(&fixture::SPRING) {
        load.people = 101;
    }
}

fn late(facts: &mut Facts) {
    facts.handovers.values_mut().for_each(|offer| offer.expires_at = NOW);
}

pub(super) fn handover() -> Vec<Section> {
    let offer = |project: ProjectId, to: &str| {
        let handover = HandoverId(99_999);
        Command::Handover(TEAM, HandoverCommand::Offer { handover, project, address: address(to) })
    };
    let withdraw = |handover| Command::Handover(TEAM, HandoverCommand::Withdraw { handover });
    let resend = |handover| Command::Handover(TEAM, HandoverCommand::Resend { handover });
    let own = |actor: &Actor| HandoverId(OWN + actor.person.0);
    let take = |handover, way, into| Command::Handover(TEAM, HandoverCommand::Accept { handover, way, into });
    let refuse = |handover, way| Command::Handover(TEAM, HandoverCommand::Decline { handover, way });
    vec![
        section(
            "Hand over a project",
            vec![
                always("offer spring", offer(fixture::SPRING, "fred")),
                always("offer old", offer(fixture::OLD, "fred")),
                always("offer another team's", offer(fixture::FOREIGN, "fred")),
                always("offer autumn again", offer(fixture::AUTUMN, "fred")),
                given("of too many people", crowd, offer(fixture::SPRING, "fred")),
                always("to the owner", offer(fixture::SPRING, "olga")),
                always("send it again", resend(TO_FRED)),
                given("again, too late", late, resend(TO_FRED)),
                always("again, answered", resend(ANSWERED)),
                always("take it back", withdraw(TO_FRED)),
                always("take an answered one back", withdraw(ANSWERED)),
            ],
        ),
        section(
            "Take a project over",
            vec![
                column("one's own offer", move |actor| take(own(actor), Way::Mail, OTHER_TEAM)),
                always("fred's, by its mail", take(TO_FRED, Way::Mail, OTHER_TEAM)),
                always("fred's, from the list", take(TO_FRED, Way::List, OTHER_TEAM)),
                always("into its own team", take(TO_FRED, Way::Mail, TEAM)),
                given("too late", late, take(TO_FRED, Way::Mail, OTHER_TEAM)),
                always("an answered one", take(ANSWERED, Way::Mail, OTHER_TEAM)),
                column("decline one's own", move |actor| refuse(own(actor), Way::List)),
                always("decline fred's, by its mail", refuse(TO_FRED, Way::Mail)),
            ],
        ),
    ]
}
