import { identity, type Matrix, moved, type Turn, times, upright } from "./geometry.ts";
import type { Glyph, Run, Stroke } from "./page.ts";

/** A font as its glyphs are measured. */
export interface Font {
  readonly bold: boolean;
  /** From units of the font to units of text: 0.001, but for fonts that draw their own shapes. */
  readonly scale: number;
}

/** What pdf.js says of a glyph that is shown; a number moves the next one. */
type Shown = number | { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

/** Numbers of the operators, by name, as the library gives them. */
export type Operators = Readonly<Record<string, number>>;

/** What a page draws: its operators with what they are given. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface State {
  matrix: Matrix;
  font: Font;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
}

export interface TurnedRun extends Run {
  readonly turn: Turn;
}

export interface Drawn {
  /** Each in the space of its own turn. */
  readonly runs: TurnedRun[];
  /** In the space of the page. */
  readonly strokes: Stroke[];
}

/** Saved states and forms in forms beyond this are a fault or an attack. */
const deepest = 500;

/** Follows the operators of a page and says which signs and lines they draw, and where. */
export class Pen {
  readonly runs: TurnedRun[] = [];
  readonly strokes: Stroke[] = [];
  readonly #names = new Map<number, string>();
  readonly #fontOf: (name: string) => Font;
  readonly #saved: State[] = [];
  readonly #marked: boolean[] = [];
  #artifacts = 0;
  #state: State = {
    matrix: identity,
    font: { bold: false, scale: 0.001 },
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
  };
  #text: Matrix = identity;
  #line: Matrix = identity;

  constructor(operators: Operators, fontOf: (name: string) => Font) {
    for (const [name, number] of Object.entries(operators)) this.#names.set(number, name);
    this.#fontOf = fontOf;
  }

  draw({ fnArray, argsArray }: Drawing): Drawn {
    fnArray.forEach((operator, i) => {
      this.#do(this.#names.get(operator), (argsArray[i] ?? []) as never);
    });
    return { runs: this.runs, strokes: this.strokes };
  }

  #do(operator: string | undefined, args: readonly never[]): void {
    const state = this.#state;
    const [first, second] = args as readonly (number | undefined)[];
    switch (operator) {
      case "save":
        this.#save();
        break;
      case "restore":
      case "paintFormXObjectEnd":
        this.#restore();
        break;
      case "transform":
        state.matrix = times(state.matrix, args as unknown as Matrix);
        break;
      case "paintFormXObjectBegin":
        this.#save();
        if (args[0]) this.#state.matrix = times(this.#state.matrix, Array.from(args[0] as Iterable<number>) as unknown as Matrix);
        break;
      case "beginText":
        this.#text = identity;
        this.#line = identity;
        break;
      case "setFont":
        this.#setFont(args[0], args[1]);
        break;
      case "setGState":
        for (const [key, value] of (args[0] ?? []) as [string, [string, number]][]) if (key === "Font") this.#setFont(value[0], value[1]);
        break;
      case "setCharSpacing":
        state.charSpacing = first ?? 0;
        break;
      case "setWordSpacing":
        state.wordSpacing = first ?? 0;
        break;
      case "setHScale":
        state.scale = (first ?? 100) / 100;
        break;
      case "setTextRise":
        state.rise = first ?? 0;
        break;
      case "setLeading":
        state.leading = -(first ?? 0);
        break;
      case "setTextMatrix":
        this.#line = Array.from((args[0] ?? identity) as Iterable<number>) as unknown as Matrix;
        this.#text = this.#line;
        break;
      case "setLeadingMoveText":
        state.leading = second ?? 0;
        this.#next(first ?? 0, second ?? 0);
        break;
      case "moveText":
        this.#next(first ?? 0, second ?? 0);
        break;
      case "nextLine":
        this.#next(0, state.leading);
        break;
      case "showText":
      case "showSpacedText":
        this.#show((args[0] ?? []) as readonly Shown[]);
        break;
      case "beginMarkedContent":
      case "beginMarkedContentProps":
        this.#mark(isArtifact(args[0]));
        break;
      case "endMarkedContent":
        if (this.#marked.pop()) this.#artifacts -= 1;
        break;
      case "constructPath":
        this.#path(args[0] as unknown as number, (args[1] as unknown as [Float32Array | null])?.[0], args[2]);
        break;
    }
  }

  #save(): void {
    if (this.#saved.length < deepest) this.#saved.push({ ...this.#state });
  }

  #restore(): void {
    const saved = this.#saved.pop();
    if (saved !== undefined) this.#state = saved;
  }

  #mark(artifact: boolean): void {
    this.#marked.push(artifact);
    if (artifact) this.#artifacts += 1;
  }

  #setFont(name: string | undefined, size: number | undefined): void {
    if (name !== undefined) this.#state.font = this.#fontOf(name);
    this.#state.size = size ?? 0;
  }

  #next(x: number, y: number): void {
    this.#line = times(this.#line, [1, 0, 0, 1, x, y]);
    this.#text = this.#line;
  }

  #show(shown: readonly Shown[]): void {
    const { matrix, size, font, charSpacing, wordSpacing, scale, rise } = this.#state;
    const whole = times(matrix, this.#text);
    const turn = turnOf(whole, size < 0);
    const height = Math.abs(size) * Math.hypot(whole[2], whole[3]);
    let x = 0;
    if (turn !== undefined && height > 0) {
      const run = new RunMaker(this.runs, { turn, size: height, bold: font.bold, artifact: this.#artifacts > 0 });
      for (const one of shown) {
        if (typeof one === "number") {
          x -= (one * size * scale) / 1000;
          continue;
        }
        const width = one.width * size * font.scale * scale;
        const [x0, y] = upright(moved(whole, x, rise), turn);
        const [x1] = upright(moved(whole, x + width, rise), turn);
        run.add(one.unicode, Math.min(x0, x1), Math.max(x0, x1), y);
        x += width + (charSpacing + (one.isSpace ? wordSpacing : 0)) * scale;
      }
      run.end();
    }
    this.#text = times(this.#text, [1, 0, 0, 1, x, 0]);
  }

  #path(paint: number, data: Float32Array | null | undefined, box: unknown): void {
    const name = this.#names.get(paint);
    if (!data || !box || name === undefined || name === "endPath") return;
    const outlines = subpaths(data).map((path) => path.map(([x, y]) => moved(this.#state.matrix, x, y)));
    for (const outline of outlines) {
      if (/stroke/i.test(name)) {
        const closed = /close/i.test(name) && outline.length > 2 ? [...outline, outline[0] as readonly [number, number]] : outline;
        for (let i = 1; i < closed.length; i += 1) this.#stroke(closed[i - 1] as never, closed[i] as never);
      } else this.#filled(outline);
    }
  }

  #stroke([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): void {
    if (Math.abs(x0 - x1) > 1 && Math.abs(y0 - y1) > 1) return;
    this.strokes.push({ x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) });
  }

  /** A shape as thin as a line is one. */
  #filled(outline: readonly (readonly [number, number])[]): void {
    const xs = outline.map(([x]) => x);
    const ys = outline.map(([, y]) => y);
    const [x0, x1, y0, y1] = [least(xs), most(xs), least(ys), most(ys)];
    const [width, height] = [x1 - x0, y1 - y0];
    if (height <= thickest && width > height) this.#stroke([x0, (y0 + y1) / 2], [x1, (y0 + y1) / 2]);
    else if (width <= thickest && height > width) this.#stroke([(x0 + x1) / 2, y0], [(x0 + x1) / 2, y1]);
  }
}

const thickest = 3;

const least = (of: readonly number[]): number => of.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (of: readonly number[]): number => of.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

const isArtifact = (tag: unknown): boolean => tag === "Artifact" || (tag as { name?: unknown } | undefined)?.name === "Artifact";

/** Which way text runs; undefined for slanted text, such as a watermark. */
function turnOf([a, b]: Matrix, backwards: boolean): Turn | undefined {
  const [x, y] = backwards ? [-a, -b] : [a, b];
  if (Math.abs(y) <= Math.abs(x) * 0.05) return x > 0 ? 0 : x < 0 ? 2 : undefined;
  if (Math.abs(x) <= Math.abs(y) * 0.05) return y > 0 ? 1 : 3;
  return undefined;
}

/** How many numbers follow each of pdf.js's path operators: move, line, curve, quadratic curve, close. */
const taken = [2, 2, 6, 4, 0];

/** The corners of each outline of a path; of a curve, where it ends. */
function subpaths(data: Float32Array): [number, number][][] {
  const found: [number, number][][] = [];
  for (let i = 0; i < data.length; ) {
    const operator = data[i] as number;
    const count = taken[operator];
    if (count === undefined) break;
    const end = i + 1 + count;
    if (operator === 0) found.push([]);
    const current = found.at(-1);
    if (count > 0) current?.push([data[end - 2] as number, data[end - 1] as number]);
    else if (current?.[0] !== undefined) current.push(current[0]);
    i = end;
  }
  return found;
}

/** Collects the glyphs of one string; a jump begins a new run. */
class RunMaker {
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
