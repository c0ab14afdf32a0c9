import { identity, type Matrix, moved, type Turn, times, upright } from "./geometry.ts";
import { edgesOf, subpaths, thinOf } from "./outline.ts";
import type { Stroke } from "./page.ts";
import { RunMaker, type TurnedRun } from "./run-maker.ts";

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
      const [x00, y00] = upright(moved(whole, 0, rise), turn);
      const [stepX, stepY] = upright([whole[0], whole[1]], turn);
      for (const one of shown) {
        if (typeof one === "number") {
          x -= (one * size * scale) / 1000;
          continue;
        }
        const width = one.width * size * font.scale * scale;
        const x0 = x00 + stepX * x;
        const x1 = x0 + stepX * width;
        run.add(one.unicode, Math.min(x0, x1), Math.max(x0, x1), y00 + stepY * x);
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
    for (const outline of outlines) this.strokes.push(...(/stroke/i.test(name) ? edgesOf(outline, /close/i.test(name)) : thinOf(outline)));
  }
}

const isArtifact = (tag: unknown): boolean => tag === "Artifact" || (tag as { name?: unknown } | undefined)?.name === "Artifact";

/** Which way text runs; undefined for slanted text, such as a watermark. */
function turnOf([a, b]: Matrix, backwards: boolean): Turn | undefined {
  const [x, y] = backwards ? [-a, -b] : [a, b];
  if (Math.abs(y) <= Math.abs(x) * 0.05) return x > 0 ? 0 : x < 0 ? 2 : undefined;
  if (Math.abs(x) <= Math.abs(y) * 0.05) return y > 0 ? 1 : 3;
  return undefined;
}
