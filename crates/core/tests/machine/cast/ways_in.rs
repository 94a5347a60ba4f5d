//! Commands about invite links, and what the page says before somebody comes in.

use roster_core::command::LinkSettings;
use roster_core::id::{LinkId, TeamId};
use roster_core::model::{JoinMode, LinkState, Shown};
use roster_core::time::HOUR;
use roster_core::{Asker, Command};

use super::super::act::{Secret, What};
use super::super::world::World;
use super::Cast;

impl Cast {
    /// What the page says of merging; now and then it was read long ago.
    pub(super) fn shown(&self, world: &World, team: TeamId, asker: Asker) -> Shown {
        let mode = world.rows.teams.get(&team).map(|team| team.join_mode).unwrap_or_default();
        if mode == JoinMode::SideBySide || self.last_id.is_multiple_of(11) {
            return Shown::default();
        }
        let Asker::Session(digest) = asker else { return Shown { mode, parks: Vec::new() } };
        let person = world.rows.sessions.get(&digest).map(|session| session.person);
        let owned = world.rows.teams.values().filter(|team| Some(team.owner) == person);
        let old = usize::from(self.last_id.is_multiple_of(13));
        Shown { mode, parks: owned.map(|team| team.id).skip(old).collect() }
    }

    pub(super) fn of_links(
        &mut self,
        world: &World,
        team: TeamId,
        asker: Asker,
        what: &What,
    ) -> Option<Command> {
        Some(match what {
            What::SetLink { spot, role, on, hours, uses, domain } => Command::SetLink {
                team,
                link: LinkId(self.fresh()),
                place: self.place(world, team, *spot),
                role: self.chosen(world, team, *role),
                settings: LinkSettings {
                    state: if *on { LinkState::On } else { LinkState::Off },
                    expires_at: hours.map(|hours| self.now.plus(i64::from(hours) * HOUR)),
                    max_uses: uses.map(u32::from),
                    domain: domain.then(|| "example.org".to_owned()),
                },
            },
            What::Regenerate(link) => Command::RegenerateLink { team, link: self.link(world, team, *link) },
            What::Join(link, secret) => {
                let link = self.link(world, team, *link);
                let valid = world.rows.links.get(&link).map_or(0, |link| link.generation);
                let generation = match secret {
                    Secret::Valid | Secret::Listed => valid,
                    Secret::Older => valid.saturating_sub(1),
                };
                Command::Join { team, link, generation, shown: self.shown(world, team, asker) }
            }
            _ => return None,
        })
    }
}
