/** The inputs of the page, in reading order. */
export const inputsIn = (root: ParentNode): HTMLInputElement[] => Array.from(root.querySelectorAll<HTMLInputElement>("input[data-key]"));

/** The next input of the same column, else the first of the next table; above, the other way round. */
export function along(from: HTMLInputElement, down: boolean): HTMLInputElement | undefined {
  const all = inputsIn(document);
  const at = all.indexOf(from);
  const beyond = down ? all.slice(at + 1) : all.slice(0, at).reverse();
  const { column = "" } = from.dataset;
  const [table] = column.split(":");
  return beyond.find((one) => one.dataset.column === column) ?? beyond.find((one) => one.dataset.column?.split(":")[0] !== table);
}

/** A block of cells as Excel hands it over: lines go down, tabs across; undefined for what is one cell. */
export function blockIn(text: string): string[][] | undefined {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const block = lines.map((line) => line.split("\t").map((one) => one.trim()));
  return block.length > 1 || (block[0]?.length ?? 0) > 1 ? block : undefined;
}

/** What each cell of a block is written into, beginning at an input. */
export function placed(from: HTMLInputElement, block: readonly (readonly string[])[]): Record<string, string> {
  const changes: Record<string, string> = {};
  let start: HTMLInputElement | undefined = from;
  for (const line of block) {
    const row: HTMLInputElement[] = start === undefined ? [] : inputsIn(start.closest("tr") ?? document);
    const first = start === undefined ? 0 : row.indexOf(start);
    line.forEach((text, i) => {
      const key = row[first + i]?.dataset.key;
      if (key !== undefined) changes[key] = text;
    });
    start = start && along(start, true);
  }
  return changes;
}
