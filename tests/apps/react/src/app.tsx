/**
 * Three elements in React 19, known to its JSX: a checkmark with a typo, or an event with another shape, does not compile.
 */
import type {} from "@roster/elements/react";
import { useState } from "react";

export function App() {
  const [said, setSaid] = useState("");
  return (
    <>
      <h1>React</h1>
      <roster-gate can="posts.publish" reason onroster-gate={(event) => (document.title = event.detail ? "open" : "closed")}>
        <button type="button">Publish</button>
      </roster-gate>
      <roster-invite-button label="Get people in" onroster-invited={(event) => setSaid(`invited ${event.detail.addresses.join()}`)} />
      <roster-link-box onroster-copied={(event) => setSaid(`copied ${event.detail.url}`)} />
      <output>{said}</output>
    </>
  );
}

/** What must not compile. */
export function Wrong() {
  // @ts-expect-error -- no such checkmark
  return <roster-gate can="posts.publsh" />;
}
