/** Where a cell to type into stands. */
export interface Spot {
  readonly key: string;
  readonly table: string;
  readonly row: number;
  readonly column: number;
}

/** The keys of a table's cells to type into, row by row; null where nothing is entered. */
export interface Layout {
  readonly id: string;
  readonly rows: readonly (readonly (string | null)[])[];
}

export type Step = "down" | "up" | "left" | "right" | "rowStart" | "rowEnd" | "first" | "last" | "pageDown" | "pageUp";

const page = 10;

/** The cells to type into, as they stand on the page, whether or not they are drawn. */
export class Spots {
  /** In reading order. */
  readonly all: readonly Spot[];
  readonly #at: ReadonlyMap<string, number>;

  constructor(tables: readonly Layout[]) {
    this.all = tables.flatMap(({ id, rows }) =>
      rows.flatMap((keys, row) => keys.flatMap((key, column) => (key === null ? [] : [{ key, table: id, row, column }]))),
    );
    this.#at = new Map(this.all.map(({ key }, i) => [key, i]));
  }

  find(key: string): Spot | undefined {
    return this.all[this.#at.get(key) ?? -1];
  }

  /** The cell that a step leads to; undefined where there is none. */
  step(key: string, step: Step): Spot | undefined {
    const at = this.#at.get(key);
    const from = at === undefined ? undefined : this.all[at];
    if (at === undefined || from === undefined) return undefined;
    const row = this.all.filter((one) => one.table === from.table && one.row === from.row);
    switch (step) {
      case "left":
        return this.all[at - 1];
      case "right":
        return this.all[at + 1];
      case "rowStart":
        return row[0];
      case "rowEnd":
        return row.at(-1);
      case "first":
        return this.all[0];
      case "last":
        return this.all.at(-1);
      case "pageDown":
      case "pageUp": {
        const down = step === "pageDown";
        const column = this.all.filter((one) => one.table === from.table && one.column === from.column);
        const here = column.indexOf(from);
        const there = column[Math.min(Math.max(here + (down ? page : -page), 0), column.length - 1)];
        return there === from ? this.#along(at, down) : there;
      }
      default:
        return this.#along(at, step === "down");
    }
  }

  /** The next of the same column, else the first of the next table; above, the other way round. */
  #along(at: number, down: boolean): Spot | undefined {
    const from = this.all[at] as Spot;
    const beyond = down ? this.all.slice(at + 1) : this.all.slice(0, at).reverse();
    return (
      beyond.find(({ table, column }) => table === from.table && column === from.column) ?? beyond.find(({ table }) => table !== from.table)
    );
  }

  /** What each cell of a block is written into, beginning at a cell. */
  placed(key: string, block: readonly (readonly string[])[]): Record<string, string> {
    const changes: Record<string, string> = {};
    let start = this.find(key);
    for (const line of block) {
      const first = start;
      if (first === undefined) break;
      const row = this.all.filter((one) => one.table === first.table && one.row === first.row && one.column >= first.column);
      line.forEach((text, i) => {
        const spot = row[i];
        if (spot !== undefined) changes[spot.key] = text;
      });
      start = this.step(first.key, "down");
    }
    return changes;
  }
}

/** A block of cells as Excel hands it over: lines go down, tabs across; undefined for what is one cell. */
export function blockIn(text: string): string[][] | undefined {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const block = lines.map((line) => line.split("\t").map((one) => one.trim()));
  return block.length > 1 || (block[0]?.length ?? 0) > 1 ? block : undefined;
}

/** The step that a key asks for in a cell; undefined where the key is the text's own. */
export function stepOf(
  { key, ctrlKey, metaKey, shiftKey, altKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">,
  caret: { readonly start: number; readonly end: number; readonly length: number },
): Step | undefined {
  const control = ctrlKey || metaKey;
  if (altKey) return undefined;
  if (key === "Enter") return shiftKey ? "up" : "down";
  if (shiftKey) return undefined;
  // A text that is chosen whole is the cell; one with the caret in it is being written.
  const isWhole = caret.start === 0 && caret.end === caret.length;
  const [atStart, atEnd] = [isWhole || caret.end === 0, isWhole || caret.start === caret.length];
  switch (key) {
    case "ArrowDown":
      return "down";
    case "ArrowUp":
      return "up";
    case "ArrowLeft":
      return atStart ? "left" : undefined;
    case "ArrowRight":
      return atEnd ? "right" : undefined;
    case "Home":
      return control ? "first" : isWhole ? "rowStart" : undefined;
    case "End":
      return control ? "last" : isWhole ? "rowEnd" : undefined;
    case "PageDown":
      return "pageDown";
    case "PageUp":
      return "pageUp";
    default:
      return undefined;
  }
}
