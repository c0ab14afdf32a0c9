import { examine, examineAgainst } from "@khop/core";
import { otherOf, pairable, together } from "@khop/reader/against";
import { type Examined, joined, type Read } from "./examined.ts";

/** Files of one dossier, each checked by itself; what two of them say differently is found in the first. */
export function examineTogether(files: readonly Read[]): Examined[] {
  return files.map(({ source, document }, at) => {
    const ties = files.slice(at + 1).map((other, i) =>
      together(pairable(document), pairable(other.document), {
        ...otherOf({ file: other.source.file, document: other.document }),
        id: String(at + i + 2),
      }),
    );
    const own = examine(document.network);
    const all = { relations: ties.flatMap((one) => one.relations), choices: ties.flatMap((one) => one.choices), signs: [] };
    return joined(source, document, all.relations.length === 0 ? own : examineAgainst(own, all));
  });
}
