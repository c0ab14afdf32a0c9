/** Figures on the page, in the order of the text. */
const figuresIn = (root: ParentNode): HTMLElement[] => Array.from(root.querySelectorAll<HTMLElement>(".paper a.figure"));

/** The figure that an arrow key leads to from another; undefined for other keys, and at the ends. */
export function neighbour(from: HTMLElement, key: string): HTMLElement | undefined {
  const all = figuresIn(document);
  const at = all.indexOf(from);
  switch (key) {
    case "ArrowRight":
      return all[at + 1];
    case "ArrowLeft":
      return all[at - 1];
    case "Home":
      return all[0];
    case "End":
      return all.at(-1);
    case "ArrowDown":
      return nearestLine(from, all, true);
    case "ArrowUp":
      return nearestLine(from, all, false);
    default:
      return undefined;
  }
}

/** The nearest figure in the next line that has one. */
function nearestLine(from: HTMLElement, all: readonly HTMLElement[], down: boolean): HTMLElement | undefined {
  const here = from.getBoundingClientRect();
  let best: HTMLElement | undefined;
  let cost = Number.POSITIVE_INFINITY;
  for (const one of all) {
    const { left, top, bottom, height } = one.getBoundingClientRect();
    const away = down ? top - here.bottom : here.top - bottom;
    if (one === from || away < -height / 2 || Math.abs(top - here.top) < height / 2) continue;
    const next = away * 20 + Math.abs(left - here.left);
    if (next < cost) [best, cost] = [one, next];
  }
  return best;
}
