import {
  type AnyKind,
  type Cell,
  type Choice,
  cellOf,
  type Elsewhere,
  fit,
  type Place,
  type Relation,
  relateTrusted,
  type Verdict,
} from "@khop/core";
import type { Figure } from "../document.ts";
import type { Pairing } from "./pair.ts";

/** The other document, as messages name it. */
export interface Other {
  readonly file: string;
  /** Tells several others apart: what ids of their cells begin with. */
  readonly id?: string;
  /** The place of an offset in its text, as people name it. */
  readonly placeOf: (offset: number) => { readonly vi: string; readonly en: string };
}

/** A relation over figures of both documents while it is sought. */
export interface Tie {
  readonly readings: readonly { readonly kind: AnyKind; readonly places: Readonly<Record<string, unknown>> }[];
  /** How sure it is that the author meant it, 0–1. */
  readonly intended: number;
  readonly cue: string;
}

/** Below this a promise that is not kept is likelier none. */
const SAY = 0.6;
/** So many that do not hold, and fewer that do: this is perhaps not the report of the period before. */
const MANY = 3;

/** Ties that were found in two paired documents, and the cells of the other one. */
export class Tying {
  readonly pairing: Pairing;
  readonly #other: Other;
  readonly #as: Elsewhere["as"];
  readonly #prefix: string;
  readonly #cells = new Map<Figure, Cell>();
  readonly #ties = new Map<string, { tie: Tie; verdict: Verdict }>();

  constructor(pairing: Pairing, other: Other, as: Elsewhere["as"]) {
    this.pairing = pairing;
    this.#other = other;
    this.#as = as;
    this.#prefix = `${as}${other.id ?? ""}`;
  }

  /** The cell of a figure of the other document: what it printed stays as it is. */
  cellOf(figure: Figure): Cell {
    let cell = this.#cells.get(figure);
    if (cell === undefined) {
      const { id, start, end, quantity } = figure;
      cell = cellOf({
        id: `${this.#prefix}:${id}`,
        label: () => figure.label,
        quantity,
        domain: { ...figure.cell?.domain, fixed: true },
        elsewhere: { as: this.#as, file: this.#other.file, figure: id, start, end, place: this.#other.placeOf(start) },
      });
      this.#cells.set(figure, cell);
    }
    return cell;
  }

  /** A cell that marks a number which is no quantity: a month, a date. */
  markOf({ id, label, start, end }: Figure): Cell {
    return cellOf({ id: `mark:${id}`, label, anchor: { in: "document", start, end } });
  }

  /** A place of the other document: "thang-9.md, dòng 12". */
  placeOf(offset: number): Place {
    const { vi, en } = this.#other.placeOf(offset);
    return { vi: `${this.#other.file}, ${vi}`, en: `${this.#other.file}, ${en}` };
  }

  /** How a tie stands by itself: by its best reading. */
  verdictOf({ readings }: Pick<Tie, "readings">): Verdict {
    const verdicts = readings.map(({ kind, places }) => fit(kind, places));
    return (["holds", "truncated", "unknown"] as const).find((one) => verdicts.includes(one)) ?? "violated";
  }

  /** Takes a tie; one over the same figures that holds comes before one that does not. */
  add(tie: Tie): void {
    const [reading] = tie.readings;
    if (reading === undefined) return;
    const [focus] = [reading.places[reading.kind.focus]].flat() as [Cell];
    const key = `${focus.id}|${reading.kind.kind === "restatement" ? "restatement" : "law"}`;
    const verdict = this.verdictOf(tie);
    const known = this.#ties.get(key);
    if (known !== undefined && (known.verdict !== "violated" || verdict === "violated")) return;
    this.#ties.set(key, { tie, verdict });
  }

  /** Whether fewer ties hold than do not: the wrong file, most likely. */
  get isDoubtful(): boolean {
    const verdicts = [...this.#ties.values()].map(({ verdict }) => verdict);
    const broken = verdicts.filter((one) => one === "violated").length;
    return broken >= MANY && broken > verdicts.length - broken;
  }

  made(): { readonly relations: Relation[]; readonly choices: Choice[] } {
    const relations: Relation[] = [];
    const choices: Choice[] = [];
    const doubt = this.isDoubtful ? 0.75 : 1;
    let count = 0;
    for (const { tie, verdict } of this.#ties.values()) {
      const intended = Math.round((verdict === "holds" ? Math.max(tie.intended, 0.97) : tie.intended * doubt) * 1000) / 1000;
      if (verdict === "violated" && intended < SAY) continue;
      const tied = tie.readings.map(({ kind, places }) => {
        count += 1;
        return relateTrusted(kind, places, { id: `${this.#prefix}-r${count}`, intended, cue: tie.cue });
      });
      const [only, ...others] = tied;
      if (others.length === 0) relations.push(only as Relation);
      else choices.push({ id: `${this.#prefix}-c${choices.length + 1}`, alternatives: tied });
    }
    return { relations, choices };
  }
}
