/** Rows of measurements, set in columns. */
export class Table {
  readonly #rows: string[][] = [["", "ms", "ratio", "aim"]];

  row(title: string, value: number, ratio = "", aim = ""): void {
    this.#rows.push([title, value.toFixed(value < 10 ? 3 : 1), ratio, aim]);
  }

  get text(): string {
    const widths = [0, 1, 2, 3].map((column) => Math.max(...this.#rows.map((cells) => cells[column]?.length ?? 0)));
    const set = (cell: string, column: number): string => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0));
    return this.#rows.map((cells) => cells.map(set).join("  ").trimEnd()).join("\n");
  }
}

/** How many times as long. */
export const times = (a: number, b: number): string => `${(a / b).toFixed(a / b < 10 ? 2 : 1)} ×`;
