/** The races on one isolate: every command of a team goes through one object. */
import { races } from "../support/races";
import { test } from "../support/track";

test.use({ isolates: 1 });
races();
