import { KhopError } from "@khop/core";
import "../errors.ts";

/** Libre fonts with the widths of those that the law names: what is printed with the one falls on the same lines with the other. */
const libre: ReadonlyMap<string, string> = new Map([["Times New Roman", "Tinos"]]);

/** Heights of Tinos in shares of the type size, and what programs leave between two single lines. Source: its tables hhea and OS/2. */
export const line = { above: 0.891, below: 0.216, between: 0.042 } as const;

/** @throws KhopError `writer/no-print-font` when no libre font stands for it. */
export function libreFont(font: string): string {
  const found = libre.get(font) ?? [...libre.values()].find((name) => name === font);
  if (found !== undefined) return found;
  throw new KhopError(
    "writer/no-print-font",
    `No font is embedded for "${font}". Name one of: ${[...libre.keys(), ...libre.values()].join(", ")}.`,
    { font },
  );
}
