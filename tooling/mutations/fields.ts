import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "@khop/core";
import { readText } from "@khop/reader";
import { passagesOf } from "../evaluate/corpus.ts";
import { isExactly, read } from "../evaluate/reading.ts";
import type { Field } from "./annotated.ts";

const given = join(import.meta.dirname, "../../../shared");

/** The figures of every annotated relation that holds, found or not, passage by passage. */
export function annotatedFields(folder: string): Field[] {
  return passagesOf(folder).map((passage) => {
    const { aimed } = read(passage);
    const spans = new Map<number, Field["spans"][number]>();
    for (const { row, candidates } of aimed) {
      if (!row.holds || row.trap || row.outside) continue;
      for (const each of candidates) {
        const [figure] = each;
        if (figure !== undefined && each.size === 1) spans.set(figure.start, figure);
      }
    }
    return { text: passage.text, format: "text", spans: [...spans.values()] };
  });
}

/** Those of the relations that were found, with exactly the annotated figures. */
export function foundFields(folder: string): Field[] {
  return passagesOf(folder).map((passage) => {
    const { aimed, tied } = read(passage);
    const found = aimed.filter(
      ({ row, candidates }) =>
        row.holds &&
        !row.trap &&
        !row.outside &&
        tied.some(({ figures, verdict }) => verdict === "holds" && isExactly(figures, candidates)),
    );
    const spans = new Map(
      found.flatMap(({ candidates }) =>
        candidates.flatMap((each) => (each.size === 1 ? [...each].map((figure) => [figure.start, figure] as const) : [])),
      ),
    );
    return { text: passage.text, format: "text", spans: [...spans.values()] };
  });
}

/** Every figure of the given report that stands in a relation which holds; none where the report is absent. */
export function reportFields(): Field[] {
  const file = join(given, "seed/bao-cao-2024-10.md");
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  const { figures, network } = readText(text);
  const held = new Set(examine(network).checked.flatMap(({ relation, verdict }) => (verdict === "holds" ? relation.cells : [])));
  return [{ text, format: "markdown", spans: figures.filter(({ cell }) => cell !== null && held.has(cell)) }];
}

export const corpusFolder = join(given, "corpus");
