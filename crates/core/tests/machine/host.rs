//! What runs commands and shows what it stored. The first host is the pure core over a world in memory; others
//! keep the rows in a database.

use roster_core::{Answer, Asker, Command, Denial, Facts, Timestamp, decide, needs};

use super::world::World;

/// Something that keeps teams.
pub trait Host {
    /// Carries a command out, or says why not.
    fn run(&mut self, command: &Command, asker: Asker, now: Timestamp) -> Result<Answer, Denial>;
    /// All that is stored.
    fn dump(&self) -> World;
    /// What the host itself found wrong since it was last asked.
    fn faults(&mut self) -> Vec<String> {
        Vec::new()
    }
}

/// The core over rows in memory.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// The rows.
    pub world: World,
    faults: Vec<String>,
}

impl Memory {
    /// A host of a world that is there already.
    pub fn of(world: World) -> Self {
        Self { world, faults: Vec::new() }
    }
}

impl Host for Memory {
    fn run(&mut self, command: &Command, asker: Asker, now: Timestamp) -> Result<Answer, Denial> {
        let facts = self.world.pick(&needs(command, asker, now));
        let decision = decide(command, &facts, asker, now);
        // Numbers are counted when they are read, and stand nowhere.
        let all = Facts { loads: facts.loads.clone(), ..self.world.rows.clone() };
        let over_all = decide(command, &all, asker, now);
        if decision != over_all {
            self.faults.push(format!(
                "a need is missing. Over what was read:\n{decision:#?}\nover all rows:\n{over_all:#?}"
            ));
        }
        let decision = decision?;
        self.world.apply(&decision.changes);
        Ok(decision.answer)
    }

    fn dump(&self) -> World {
        self.world.clone()
    }

    fn faults(&mut self) -> Vec<String> {
        std::mem::take(&mut self.faults)
    }
}
