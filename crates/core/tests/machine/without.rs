//! The rows without something, for whoever may not know of it.

use roster_core::access::Place;
use roster_core::id::{PersonId, ProjectId, TeamId};

use super::world::World;

impl World {
    /// This world as if the team had never been.
    pub fn without_team(&self, team: TeamId) -> Self {
        let mut world = self.clone();
        let rows = &mut world.rows;
        rows.teams.remove(&team);
        rows.members.retain(|(of, _), _| *of != team);
        rows.projects.retain(|_, project| project.team != team);
        rows.roles.retain(|_, role| role.team != team);
        rows.invitations.retain(|_, invitation| invitation.team != team);
        rows.links.retain(|_, link| link.team != team);
        rows.posts.retain(|_, post| post.team != team);
        rows.asks.retain(|_, ask| ask.team != team);
        rows.handovers.retain(|_, offer| offer.team != team);
        rows.images.retain(|_, image| image.team != team);
        world
    }

    /// This world as if the project had never been.
    pub fn without_project(&self, project: ProjectId) -> Self {
        let mut world = self.clone();
        let rows = &mut world.rows;
        rows.projects.remove(&project);
        rows.posts.retain(|_, post| post.project != project);
        rows.images.retain(|_, image| image.place != Place::Project(project));
        for member in rows.members.values_mut() {
            member.access.projects.remove(&project);
        }
        rows.links.retain(|_, link| link.place != Place::Project(project));
        rows.asks.retain(|_, ask| ask.place != Place::Project(project));
        rows.handovers.retain(|_, offer| offer.project != project);
        world
    }

    /// This world as if the person had never had an account.
    pub fn without_person(&self, person: PersonId) -> Self {
        let mut world = self.clone();
        let rows = &mut world.rows;
        rows.people.remove(&person);
        rows.members.retain(|(_, who), _| *who != person);
        rows.sessions.retain(|_, session| session.person != person);
        rows.asks.retain(|_, ask| ask.person != person);
        world
    }
}
