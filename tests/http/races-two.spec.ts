/** The races on two isolates: two copies of a team's object write to one database, and only the guards hold. */
import { races } from "../support/races";
import { test } from "../support/track";

test.use({ isolates: 2 });
races();
