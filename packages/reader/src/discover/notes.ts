import { fit, isOneSlipOff, relations } from "@khop/core";
import { type Fig, isLevelFigure, type Passage } from "../figures.ts";
import { alike, type Sight } from "./sight.ts";

const FEWEST = 3;

/** `… 1.386 ngày công[2].` and below `[2] Pa Vạt 548 ngày công, Huổi Lếch 462 ngày công, Nà Sản 376 ngày công.`: a note, without words that open a list, divides a figure of the block that bears its mark. */
export function discoverNotes(sight: Sight): void {
  for (const passage of sight.passages) {
    if (passage.block.kind !== "footnote") continue;
    const bearer = bearerOf(sight, passage);
    if (bearer !== undefined) for (const parts of divided(sight, passage)) divide(sight, bearer, parts);
  }
}

/** Notes are read right behind the block that bears their marks. */
const bearerOf = (sight: Sight, { index }: Passage): Passage | undefined =>
  sight.passages.slice(Math.max(0, index - NOTES), index).findLast(({ block }) => block.kind !== "footnote");

const NOTES = 6;

/** What the first sentence of a note tells outside brackets, by what it counts; nothing that is a part or a whole of something already. */
function divided(sight: Sight, { figures }: Passage): readonly (readonly Fig[])[] {
  const first = figures.find(isLevelFigure);
  const own = figures.filter((fig) => isLevelFigure(fig) && fig.depth === 0 && fig.sentence === first?.sentence && fig.hedge === undefined);
  return [...Map.groupBy(own, ({ quantity }) => quantity?.unit.id).values()].filter(
    (parts) => parts.length >= FEWEST && parts.every((part) => !sight.parents.has(part) && !sight.totalled.has(part)),
  );
}

function divide(sight: Sight, { figures }: Passage, parts: readonly Fig[]): void {
  const heads = figures.filter((fig) => isLevelFigure(fig) && alike(fig, parts[0] as Fig)).reverse();
  const places = (total: Fig) => ({ total: total.cell, parts: parts.map(({ cell }) => cell) });
  const made = heads.find((head) => fit(relations.total, places(head)) === "holds");
  const [off, other] = made ? [] : heads.filter((head) => isOneSlipOff([{ kind: relations.total, places: places(head) }]));
  const total = made ?? (other === undefined ? off : undefined);
  // "[1] Trong 35 vụ đuối nước có 23 vụ liên quan trẻ em, 12 vụ người lớn": one of them is divided into the others.
  const isOwnList = parts.some((part) => {
    const others = parts.filter((one) => one !== part).map(({ cell }) => cell);
    return fit(relations.total, { total: part.cell, parts: others }) === "holds";
  });
  if (total === undefined || isOwnList) return;
  for (const part of parts) sight.parents.set(part, total);
  sight.add({
    options: [{ kind: relations.total, seats: { total, parts } }],
    prior: made ? 0.9 : 0.7,
    pattern: "note",
    cue: "",
    confirm: made !== undefined,
    passage: (parts[0] as Fig).blockIndex,
  });
}
