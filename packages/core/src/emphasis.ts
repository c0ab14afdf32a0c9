/** A stretch of a passage written by hand: its text, and how it is set. */
export interface Stretch {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
}

type Look = Omit<Stretch, "text">;

// Each sign is read in one way only and no stretch goes on for ever, so that no text takes long.
const [edge, sign] = [String.raw`(?:\\[\\*]|[^\\\s*])`, String.raw`(?:\\[\\*]|[^\\]|\\(?![\\*]))`];
const inner = `(${edge}(?:${sign}{0,9998}?${edge})??)`;
const sorts: readonly (readonly [RegExp, Look])[] = [
  [new RegExp(String.raw`^\*\*\*${inner}\*\*\*`, "u"), { bold: true, italic: true }],
  [new RegExp(String.raw`^\*\*${inner}\*\*`, "u"), { bold: true }],
  [new RegExp(String.raw`^\*${inner}\*`, "u"), { italic: true }],
];

/**
 * A line of a passage in stretches: `**bold**`, `*italic*`, `***both***`. A star with a backslash before it is a star, and so is one that
 * opens or closes nothing.
 */
export function stretchesIn(line: string, look: Look = {}): readonly Stretch[] {
  const found: Stretch[] = [];
  let plain = "";
  const close = (): void => {
    if (plain !== "") found.push({ text: plain, ...look });
    plain = "";
  };
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const [whole, within, more] = rest.startsWith("*") ? opened(rest) : [];
    if (whole !== undefined && within !== undefined) {
      close();
      found.push(...stretchesIn(within, { ...look, ...more }));
      at += whole.length;
      continue;
    }
    const isEscape = /^\\[\\*]/.test(rest);
    plain += isEscape ? rest[1] : rest[0];
    at += isEscape ? 2 : 1;
  }
  close();
  return merged(found);
}

function opened(rest: string): readonly [string, string, Look] | readonly [] {
  for (const [pattern, look] of sorts) {
    const [whole, within] = pattern.exec(rest) ?? [];
    if (whole !== undefined && within !== undefined) return [whole, within, look];
  }
  return [];
}

/** The line that `stretchesIn` reads so. Spaces at the ends of a stretch stand outside of its stars. */
export const lineOfStretches = (stretches: readonly Stretch[]): string =>
  merged(stretches)
    .map(({ text, bold, italic }) => {
      const stars = "*".repeat((bold ? 2 : 0) + (italic ? 1 : 0));
      const [, before = "", word = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
      return word === "" ? text : `${before}${stars}${word.replace(/[\\*]/g, "\\$&")}${stars}${after}`;
    })
    .join("");

/** Neighbours of one look are one stretch. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const one of stretches) {
    const last = all.at(-1);
    if (one.text === "") continue;
    if (last !== undefined && last.bold === one.bold && last.italic === one.italic)
      all[all.length - 1] = { ...last, text: last.text + one.text };
    else all.push(one);
  }
  return all;
}
