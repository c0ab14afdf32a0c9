/** No name is longer, and how far two words are from each other takes time that grows with both. */
const LONGEST = 80;

/** The known word that is fewest keystrokes away from what was typed; undefined when none is near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const limit = Math.max(1, Math.floor(typed.length / 3) + 1);
  let best: string | undefined;
  let least = limit + 1;
  for (const word of known) {
    const keys =
      word.startsWith(typed) && typed.length > 1 ? Math.min(1, word.length - typed.length) + word.length / 1000 : keystrokes(typed, word);
    if (keys < least) {
      least = keys;
      best = word;
    }
  }
  return best;
}

/** Insertions, omissions, substitutions and swaps of neighbours between two words. */
function keystrokes(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const at = (r: number, c: number): number => rows[r]?.[c] ?? Number.POSITIVE_INFINITY;
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped));
    }
  }
  return rows[a.length]?.[b.length] ?? 0;
}
