import { type DocumentBlock, type DocumentInline, type Examination, examine } from "@khop/core";
import { worked } from "@khop/ooxml/testing";
import { type ReadDocument, readText, type TextFormat } from "@khop/reader";

/** What must hold of any text, and did not; and how long it took. */
export interface Outcome {
  readonly faults: readonly string[];
  readonly milliseconds: number;
  readonly figures: number;
  readonly relations: number;
  readonly findings: number;
}

/** For 100.000 characters; shorter texts may take as long. */
const LIMIT = 4000;

export function outcomeOf(text: string, format: TextFormat): Outcome {
  const started = worked();
  try {
    const read = readText(text, format);
    const examination = examine(read.network);
    const said = told(examination);
    const milliseconds = worked() - started;
    const faults = faultsIn(read);
    if (milliseconds > LIMIT * Math.max(1, text.length / 100_000))
      faults.push(`took ${Math.round(milliseconds)} ms for ${text.length} characters`);
    if (said !== told(examine(read.network))) faults.push("examined twice, the same network gives two answers");
    if (text.length < 20_000 && said !== told(examine(readText(text, format).network)))
      faults.push("read twice, the same text gives two answers");
    const { checked, findings } = examination;
    return { faults, milliseconds, figures: read.figures.length, relations: checked.length, findings: findings.length };
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 3).join(" ") : String(error);
    return { faults: [`threw ${why}`], milliseconds: worked() - started, figures: 0, relations: 0, findings: 0 };
  }
}

/** What must hold of any document that was read, and does not. */
export const faultsIn = (read: ReadDocument): string[] => [...offsets(read), ...strangers(read), ...unseen(read)];

/** Figures stand one after another, each where it says that it stands. */
function offsets({ text, figures }: ReadDocument): string[] {
  let before = 0;
  return figures.flatMap(({ id, text: printed, start, end, cell }) => {
    const faults: string[] = [];
    if (text.slice(start, end) !== printed) faults.push(`${id}: ${start}–${end} is "${text.slice(start, end)}" and not "${printed}"`);
    if (start < before || end <= start) faults.push(`${id}: ${start}–${end} comes after ${before}`);
    if (cell?.anchor?.in === "document" && (cell.anchor.start !== start || cell.anchor.end !== end))
      faults.push(`${id}: its cell stands elsewhere`);
    before = end;
    return faults;
  });
}

/** What stands on paper is in the order of the text, nothing twice, and holds both ends of every quantity. */
function unseen({ text, blocks, figures }: ReadDocument): string[] {
  const inlines = (block: DocumentBlock): readonly DocumentInline[] =>
    block.kind === "table" ? [...block.head, ...block.body].flat(2) : block.content;
  const stretches = blocks.flatMap((block) => inlines(block).filter((one) => one.kind === "text"));
  const seen = new Uint8Array(text.length);
  const faults: string[] = [];
  for (const { start, end } of stretches) {
    if (end <= start || end > text.length) faults.push(`a stretch of the blocks is ${start}–${end}`);
    for (let at = start; at < end; at += 1) {
      if (seen[at] === 1) faults.push(`the blocks show ${at} twice`);
      seen[at] = 1;
    }
  }
  const lost = figures.filter(({ role, start, end }) => role === "quantity" && (seen[start] !== 1 || seen[end - 1] !== 1));
  return [...faults.slice(0, 3), ...lost.map(({ id, text: printed }) => `${id}, "${printed}", is a quantity that no block shows`)];
}

function strangers({ network, figures }: ReadDocument): string[] {
  const known = new Set(network.cells);
  const all = [...network.relations, ...network.choices.flatMap(({ alternatives }) => alternatives)];
  const unknown = all.flatMap(({ id, cells }) =>
    cells.every((cell) => known.has(cell)) ? [] : [`relation ${id} ties a cell that is not of the network`],
  );
  const ids = new Set(network.cells.map(({ id }) => id));
  const lost = figures.filter(({ role, cell }) => role === "quantity" && (cell === null || !known.has(cell)));
  return [
    ...unknown,
    ...(ids.size === known.size ? [] : ["two cells share an id"]),
    ...lost.map(({ id }) => `${id} is a quantity without a cell in the network`),
  ];
}

/** All that a sink would show, as one text. */
const told = ({ checked, findings }: Examination): string =>
  JSON.stringify([
    checked.map((one) => [
      one.relation.kind.kind,
      one.relation.cells.map(({ id }) => id),
      one.verdict,
      one.reason,
      one.stated,
      one.computed,
    ]),
    findings.map(({ code, severity, message, cells, suspects }) => [
      code,
      severity,
      message,
      cells.map(({ id }) => id),
      suspects.map(({ cell, expected, score }) => [cell.id, expected, score]),
    ]),
  ]);
