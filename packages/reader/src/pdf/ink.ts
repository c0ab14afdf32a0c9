import { lastAtMost } from "../writing/source.ts";
import { asDrawn, type Turn } from "./geometry.ts";
import type { Sign } from "./lines.ts";
import type { PdfBox, PdfSpan } from "./source.ts";

/** How far letters reach above and below their baseline, in sizes of the font. */
const above = 0.88;
const below = 0.22;

/** Characters from a number on stand in this line of this page. */
interface Stretch {
  readonly from: number;
  readonly page: number;
  readonly line: number;
}

/** Where each character of the text is drawn; characters are numbered as they are written. */
export class Ink {
  /** The sign that each character belongs to. */
  readonly #signs: Sign[] = [];
  readonly #stretches: Stretch[] = [];
  readonly #turns: ReadonlyMap<number, Turn>;

  constructor(turns: ReadonlyMap<number, Turn>) {
    this.#turns = turns;
  }

  /** Takes the characters of a sign. */
  add(sign: Sign, page: number, line: number): void {
    const last = this.#stretches.at(-1);
    if (last === undefined || last.page !== page || last.line !== line) this.#stretches.push({ from: this.#signs.length, page, line });
    for (let i = 0; i < sign.text.length; i += 1) this.#signs.push(sign);
  }

  get length(): number {
    return this.#signs.length;
  }

  /** The page and the line of the first character of these that is drawn. */
  lineOf(spans: readonly PdfSpan[]): { readonly page: number; readonly line: number } | undefined {
    for (const { from, to } of spans) for (let i = from; i < to; i += 1) if (this.#signs[i]?.glyph) return this.#stretchAt(i);
    return undefined;
  }

  #stretchAt(character: number): Stretch {
    const at = lastAtMost(this.#stretches.length, (i) => (this.#stretches[i] as Stretch).from, character);
    return this.#stretches[at] as Stretch;
  }

  boxes(spans: readonly PdfSpan[]): PdfBox[] {
    const areas: { page: number; x0: number; x1: number; y0: number; y1: number; y: number }[] = [];
    for (const { from, to } of spans) {
      for (let i = from; i < to; i += 1) {
        const { glyph, run } = this.#signs[i] ?? {};
        if (!glyph || run === undefined) continue;
        const { page } = this.#stretchAt(i);
        const { x0, x1 } = glyph;
        const { drawn: y, size } = run;
        const own = { page, x0, x1, y0: y - size * below, y1: y + size * above, y };
        const last = areas.at(-1);
        if (last !== undefined && last.page === page && Math.abs(last.y - y) < size && x0 >= last.x0 - size && x0 - last.x1 < size * 3) {
          last.x1 = Math.max(last.x1, x1);
          last.y0 = Math.min(last.y0, own.y0);
          last.y1 = Math.max(last.y1, own.y1);
        } else areas.push(own);
      }
    }
    return areas.map(({ page, x0, x1, y0, y1 }) => {
      const turn = this.#turns.get(page) ?? 0;
      const [ax, ay] = asDrawn([x0, y0], turn);
      const [bx, by] = asDrawn([x1, y1], turn);
      return { page, x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by) };
    });
  }
}
