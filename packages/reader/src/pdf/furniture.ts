import type { Sheet } from "./flow.ts";
import type { Line } from "./lines.ts";

/** Running heads and page numbers stand among so many lines at the top or bottom of a page. */
const outermost = 3;
const pageNumber = /^(?:trang|page|tr\.)?\s*[-–—|[(]?\s*(\d{1,4})\s*(?:[/|]\s*\d{1,4}|(?:of|trên)\s+\d{1,4})?\s*[-–—|\])]?$/iu;
/** Heights that differ by less are the same on every page, in points. */
const level = 4;

/** A line at the edge of its page. */
interface Edge {
  readonly line: Line;
  readonly page: number;
  readonly numbers: readonly number[];
}

/**
 * The lines of each page without what is furniture: page numbers, heads and feet that repeat, and what the file itself marks as such.
 *
 * A line repeats when half of the pages, and two at least, have it at the same height. Its numbers stay, or count as the pages do: a
 * line whose figures differ otherwise is content.
 */
export function withoutFurniture(sheets: readonly Sheet[]): (readonly Line[])[] {
  const trusted = trustsArtifacts(sheets);
  const plain = sheets.map(({ lines }) => (trusted ? lines.filter((line) => !isArtifact(line)) : lines));
  const edges = new Map<string, Edge[]>();
  const pages = plain.map((lines, at) =>
    outerLines(lines).map((side) => side.map((line) => edgeOf(line, (sheets[at] as Sheet).page.number))),
  );
  for (const edge of pages.flat(2)) {
    const same = edges.get(shape(edge.line));
    if (same === undefined) edges.set(shape(edge.line), [edge]);
    else same.push(edge);
  }
  const isFurniture = (edge: Edge, at: number): boolean => {
    const alike = new Set((edges.get(shape(edge.line)) ?? []).flatMap((other) => (goTogether(edge, other) ? [other.page] : []))).size;
    if (alike >= 2 && alike >= sheets.length / 2 - 0.5) return true;
    return at === 0 && Number(pageNumber.exec(edge.line.text)?.[1]) === edge.page;
  };
  const kept = plain.map((lines, at) => {
    const taken = new Set<Line>();
    for (const side of pages[at] ?? [])
      for (const [i, edge] of side.entries())
        if (isFurniture(edge, i)) taken.add(edge.line);
        else break;
    return lines.filter((line) => !taken.has(line));
  });
  // Pages that have nothing else are copies of one page, not empty ones.
  return kept.every((lines, at) => lines.length === 0 && sheets[at]?.tables.length === 0) ? plain : kept;
}

const isArtifact = ({ signs }: Line): boolean => signs.every(({ run }) => run.artifact);

/** A file that marks much of its text as no content marks it wrongly. */
function trustsArtifacts(sheets: readonly Sheet[]): boolean {
  const lines = sheets.flatMap((sheet) => sheet.lines);
  const count = (of: readonly Line[]): number => of.reduce((sum, { text }) => sum + text.length, 0);
  return count(lines.filter(isArtifact)) <= count(lines) * 0.25;
}

/** The first lines from the top and from the bottom, outermost first. */
function outerLines(lines: readonly Line[]): [top: Line[], bottom: Line[]] {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  return [sorted.slice(0, outermost), sorted.slice(-outermost).reverse()];
}

const edgeOf = (line: Line, page: number): Edge => ({ line, page, numbers: (line.text.match(/\d+/g) ?? []).map(Number) });

const shape = ({ text }: Line): string => text.replace(/\d+/g, "#").toLowerCase();

const goTogether = (a: Edge, b: Edge): boolean =>
  Math.abs(a.line.y - b.line.y) <= level &&
  a.numbers.every((number, i) => number === b.numbers[i] || (b.numbers[i] as number) - number === b.page - a.page);
