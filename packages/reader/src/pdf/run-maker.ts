import type { Turn } from "./geometry.ts";
import type { Glyph, Run } from "./page.ts";

/** A run in the space of its own turn. */
export interface TurnedRun extends Run {
  readonly turn: Turn;
}

/** Collects the glyphs of one string; a jump begins a new run. */
export class RunMaker {
  readonly #runs: TurnedRun[];
  readonly #look: Pick<TurnedRun, "turn" | "size" | "bold" | "artifact">;
  #glyphs: Glyph[] = [];
  #y = 0;

  constructor(runs: TurnedRun[], look: Pick<TurnedRun, "turn" | "size" | "bold" | "artifact">) {
    this.#runs = runs;
    this.#look = look;
  }

  add(text: string, x0: number, x1: number, y: number): void {
    const last = this.#glyphs.at(-1);
    const jump = last === undefined ? 0 : x0 - last.x1;
    const { size } = this.#look;
    if (last !== undefined && (jump > size || jump < -size * 0.6 || Math.abs(y - this.#y) > size * 0.05)) this.end();
    this.#y = y;
    this.#glyphs.push({ text, x0, x1 });
  }

  end(): void {
    const glyphs = this.#glyphs;
    const [first] = glyphs;
    if (first === undefined) return;
    const x1 = glyphs.reduce((far, glyph) => Math.max(far, glyph.x1), first.x1);
    this.#runs.push({ ...this.#look, glyphs, x0: first.x0, x1, y: this.#y, drawn: this.#y, raised: false });
    this.#glyphs = [];
  }
}
