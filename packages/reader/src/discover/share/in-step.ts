import { fit, relations } from "@khop/core";
import { type Fig, isLevelFigure, isPercent } from "../../figures.ts";
import { areInRow, isInTurn } from "../in-turn.ts";
import { alike, amountsBefore, isUnseen, type Sight } from "../sight.ts";

const LEAST = 3;
const MOST = 10;

/**
 * `lần lượt là 47.216; 31.874; 18.403 lượt, chiếm 31,4%; 21,2%; 12,2% tổng số khách`: as many shares in a row as amounts in the row before, each of the one in
 * its place, and all of one figure. What else some of them fit was not meant; one that does not hold is wrong where the others do.
 */
export function sharesInStep(sight: Sight): void {
  for (const [first, ...others] of rowsOf(sight, isTold)) {
    const shares = [first as Fig, ...others];
    const parts = rowBefore(sight, first as Fig, shares.length);
    const one = parts && wholeOf(sight, shares, parts);
    const wholes = one ? shares.map(() => one) : parts && wholesInStep(sight, shares, parts);
    if (!parts || !wholes) continue;
    sight.takeBack(({ options: [option] }) => option?.kind === relations.share && shares.includes(option.seats.share as Fig));
    shares.forEach((share, i) => {
      const [part, whole] = [parts[i] as Fig, wholes[i] as Fig];
      const kept = holds(share, part, whole);
      share.subject = part;
      sight.add({
        options: [{ kind: relations.share, seats: { share, parts: [part], whole }, ...(kept ? { verdict: "holds" as const } : {}) }],
        prior: kept ? 0.95 : 0.8,
        pattern: "share:in-step",
        cue: "lần lượt",
        confirm: kept,
        passage: share.blockIndex,
      });
    });
  }
}

const isTold = (fig: Fig): boolean => isPercent(fig) && fig.change === undefined && !fig.threshold;

const holds = (share: Fig, part: Fig, whole: Fig): boolean =>
  fit(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }) === "holds";

/** Figures of a kind one behind the other, with nothing but signs, units and "và" between. */
function rowsOf({ quantities }: Sight, isOfKind: (fig: Fig) => boolean): Fig[][] {
  const rows: Fig[][] = [];
  let row: Fig[] = [];
  for (const fig of quantities) {
    const last = row.at(-1);
    if (isOfKind(fig) && last !== undefined && areInRow(last, fig)) row.push(fig);
    else {
      if (row.length >= LEAST) rows.push(row);
      row = isOfKind(fig) ? [fig] : [];
    }
  }
  if (row.length >= LEAST) rows.push(row);
  return rows.filter(({ length }) => length <= MOST);
}

/** The row of amounts right before a row of shares, as many as those. */
function rowBefore(sight: Sight, share: Fig, many: number): readonly Fig[] | undefined {
  const row = sight.between(share.order - many, share.order - 1);
  const [first] = row;
  const isRow =
    first !== undefined &&
    row.length === many &&
    row.every((fig) => isLevelFigure(fig) && alike(fig, first) && fig.tokens === share.tokens) &&
    (row.every(({ sentence }) => sentence === share.sentence) || isListBefore(sight, share, row)) &&
    (isInTurn(share) || row.every((fig, i) => i === 0 || areInRow(row[i - 1], fig))) &&
    row.every(({ depth }) => depth === first.depth);
  return isRow ? row : undefined;
}

/** `87,2 nghìn tỷ đồng: A 58,2; B 21,7; … Thị phần tương ứng là 66,7%; 24,9%; …`: the parts of one total, in the sentence before. */
const isListBefore = (sight: Sight, share: Fig, row: readonly Fig[]): boolean =>
  isInTurn(share) &&
  row.every(
    (fig) => share.sentence - fig.sentence === 1 && sight.parents.has(fig) && sight.parents.get(fig) === sight.parents.get(row[0] as Fig),
  );

/** The one figure before, or the total of the row, that all shares but one at most are of. */
function wholeOf(sight: Sight, shares: readonly Fig[], parts: readonly Fig[]): Fig | undefined {
  const first = parts[0] as Fig;
  const totals = sight.totals.flatMap(({ total, parts: own }) =>
    !isUnseen(total) && parts.every((part) => own.includes(part)) ? total : [],
  );
  const before = [...amountsBefore(sight, first, 2)].filter((fig) => alike(fig, first)).slice(0, MOST);
  const told = shares.flatMap((share) => sight.shares.get(share)?.whole ?? []).filter((fig) => alike(fig, first));
  return [...totals, ...told, ...before].find((whole) => {
    const kept = shares.filter((share, i) => holds(share, parts[i] as Fig, whole)).length;
    return kept >= 2 && kept >= shares.length - 1;
  });
}

/**
 * `thụ lý 2.384, 1.576, 1.842 và 2.660 vụ; giải quyết tương ứng 2.201, 1.489, 1.733 và 2.471 vụ, đạt 92,3%, 94,5%, 94,1% và 92,9%`: as many amounts one
 * behind the other, farther before, that all shares but one at most are of.
 */
function wholesInStep(sight: Sight, shares: readonly Fig[], parts: readonly Fig[]): readonly Fig[] | undefined {
  const first = parts[0] as Fig;
  const many = shares.length;
  if (shares.some(({ quantity }) => (quantity?.decimals ?? 0) < 1)) return undefined;
  const before = [...amountsBefore(sight, first, 2)]
    .filter((fig) => alike(fig, first) && isLevelFigure(fig))
    .slice(0, FARTHEST)
    .reverse();
  for (let from = before.length - many; from >= 0; from--) {
    const wholes = before.slice(from, from + many);
    const kept = shares.filter((share, i) => holds(share, parts[i] as Fig, wholes[i] as Fig)).length;
    if (kept >= 2 && kept >= many - 1) return wholes;
  }
  return undefined;
}

const FARTHEST = 24;
