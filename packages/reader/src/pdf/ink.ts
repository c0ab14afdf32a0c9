import { asDrawn, type Turn } from "./geometry.ts";
import type { Sign } from "./lines.ts";
import type { PdfBox, PdfSpan } from "./source.ts";

/** How far letters reach above and below their baseline, in sizes of the font. */
const above = 0.88;
const below = 0.22;

interface Drop {
  readonly page: number;
  readonly line: number;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** Where each character of the text is drawn; characters are numbered as they are written. */
export class Ink {
  readonly #drops: (Drop | null)[] = [];
  readonly #turns: ReadonlyMap<number, Turn>;

  constructor(turns: ReadonlyMap<number, Turn>) {
    this.#turns = turns;
  }

  /** Takes the characters of a sign. Says the number of the first. */
  add({ text, glyph, run }: Sign, page: number, line: number): number {
    const from = this.#drops.length;
    const drop = glyph === null ? null : { page, line, x0: glyph.x0, x1: glyph.x1, y: run.drawn, size: run.size };
    for (let i = 0; i < text.length; i += 1) this.#drops.push(drop);
    return from;
  }

  get length(): number {
    return this.#drops.length;
  }

  /** The page and the line of the first character of these that is drawn. */
  lineOf(spans: readonly PdfSpan[]): { readonly page: number; readonly line: number } | undefined {
    for (const { from, to } of spans)
      for (let i = from; i < to; i += 1) {
        const drop = this.#drops[i];
        if (drop) return drop;
      }
    return undefined;
  }

  boxes(spans: readonly PdfSpan[]): PdfBox[] {
    const areas: { page: number; x0: number; x1: number; y0: number; y1: number; y: number }[] = [];
    for (const { from, to } of spans) {
      for (let i = from; i < to; i += 1) {
        const drop = this.#drops[i];
        if (!drop) continue;
        const { page, x0, x1, y, size } = drop;
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
