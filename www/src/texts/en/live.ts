/** Of the live project: who is there and what they do. */
const PARTS: Readonly<Record<string, string>> = { title: "the title", text: "the text" };

export const live = {
  present: "Here now",
  one: (name: string, doing: string) => `${name}: ${doing}`,
  more: (number: number) => `${number} more here`,
  away: "away",
  reading: (post: string | undefined) => (post ? `reading "${post}"` : "looking at the project"),
  editing: (part: string | undefined, post: string) => (part ? `editing ${PARTS[part] ?? part} of "${post}"` : `editing "${post}"`),
  somePost: "a post",
  following: (name: string) => ` (following ${name})`,
  follows: (name: string, doing: string) => `You follow ${name}: ${doing}.`,
  stop: "Stop following",
  followsYou: (name: string) => `${name} follows you.`,
  inside: (name: string) => `${name}, inside now`,
  lost: (labels: string) => `Your access was changed. No longer: ${labels}.`,
  gained: (labels: string) => `Your access was changed. New: ${labels}.`,
  andMore: (number: number) => `${number} more`,
};
