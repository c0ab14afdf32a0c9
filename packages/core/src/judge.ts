import { type Cell, cellWith, type Elsewhere } from "./cell.ts";
import type { Checked, CheckResult } from "./check.ts";
import type { Decimal } from "./decimal.ts";
import type { Finding, Severity, Suspect } from "./finding.ts";
import type { Culprits, Edit } from "./locate.ts";
import { isMendedInWords, mendOf } from "./mend.ts";
import { keptWhenCut, mayBeRounded } from "./outcome.ts";
import type { Relation } from "./relation.ts";
import { about, sentenceOf, spoken } from "./sentence.ts";

/** From this certainty that the author meant a relation, breaking it is an error. */
const CERTAIN = 0.99;
/** From this certainty on a report is warned that it disagrees with another document; an error it is never, for that one may be wrong, or revised since. */
const SURE = 0.8;
/** So many figures that can only have been rounded make rounding the habit of the document. */
const HABIT = 5;

/**
 * Findings, with all severities decided here.
 *
 * - `error`: a promise that was surely meant is broken by figures that stand for themselves, and one figure explains it.
 * - `warning`: figures are hedged, bases differ, or one figure works only if cut where its neighbours are rounded.
 * - `review`: something is wrong but not which figure, or the promise itself is in doubt; also whenever a round count is involved.
 * - `info`: habits of rounding.
 *
 * What rests on another document is a `warning` at most, and for `review` where it is another file of the same dossier: which of the
 * two is wrong, or whether one was revised, cannot be told.
 *
 * Source: CHECK 1.4, 1.8, 1.9–1.11.
 */
export function judge(result: Pick<CheckResult, "checked">, culprits: readonly Culprits[]): Finding[] {
  const findings = culprits.map((found) => (found.consensus ? ofBases(found) : ofRegion(found)));
  return inOrder([...findings, ...ofRounding(result.checked)]);
}

/** Findings in the order of what they are about. */
export const inOrder = (findings: readonly Finding[]): Finding[] => [...findings].sort(byPlace);

function byPlace(a: Finding, b: Finding): number {
  return startOf(a) - startOf(b);
}

function startOf({ suspects, cells }: Finding): number {
  const first = suspects[0]?.cell ?? cells[0];
  return first?.anchor?.in === "document" ? first.anchor.start : 0;
}

// ---- broken promises -----------------------------------------------------------------------------------------------------------

function ofRegion(found: Culprits): Finding {
  const foreign = elsewhereOf(found.relations);
  const accuses = foreign === undefined || (foreign === "earlier" && !found.relations.every(isReprint));
  const suspects = accuses ? suspectsOf(found) : [];
  const single = found.repairs[0]?.cells.length === 1;
  const alone = accuses && found.unique && single;
  const primary = primaryOf(found.relations, alone ? suspects[0]?.cell : undefined);
  const severity = foreign === undefined ? severityOf(found, alone) : severityBeside(found, foreign);
  return {
    code: `${kebab(primary.kind.kind)}-mismatch`,
    severity,
    message: { vi: message(primary, found, suspects, alone, "vi"), en: message(primary, found, suspects, alone, "en") },
    cells: cellsOf(found.relations),
    relations: found.relations,
    suspects: alone ? suspects.slice(0, 1) : suspects,
    ambiguous: !found.unique || !accuses,
  };
}

/** The kind of other document that every one of the relations rests on; undefined where one stands by itself. */
function elsewhereOf(relations: readonly Relation[]): Elsewhere["as"] | undefined {
  const kinds = relations.map(({ cells }) => cells.find(({ elsewhere }) => elsewhere !== undefined)?.elsewhere?.as);
  return kinds.every((kind) => kind !== undefined) ? kinds[0] : undefined;
}

/** A figure printed twice, in two documents: neither is likelier to be the wrong one. */
const isReprint = ({ cells }: Relation): boolean => cells.length === 2;

function severityBeside({ relations }: Culprits, as: Elsewhere["as"]): Severity {
  if (as === "beside") return "review";
  // What was estimated before may be known by now.
  if (relations.some(({ cells }) => cells.some(({ elsewhere, quantity }) => elsewhere !== undefined && quantity?.hedge === "estimate")))
    return "info";
  const doubtful = cellsOf(relations).some(({ quantity }) => quantity?.isRound === true || quantity?.hedge !== undefined);
  return !doubtful && relations.some(({ intended }) => intended >= SURE) ? "warning" : "review";
}

function severityOf({ relations, unique }: Culprits, alone: boolean): Severity {
  const intended = Math.max(...relations.map((relation) => relation.intended));
  const figures = cellsOf(relations)
    .map((cell) => cell.quantity)
    .filter((one) => one !== null);
  if (!unique || !alone || intended < CERTAIN || relations.every(({ kind }) => kind.soft)) return "review";
  if (relations.some((relation) => mayBeRounded(relation))) return "review";
  if (figures.some(({ hedge }) => hedge !== undefined && hedge !== "estimate" && hedge !== "range")) return "warning";
  return "error";
}

/** The relation to speak of: the one that makes the suspect, else one that has all its figures, the surest first. */
function primaryOf(relations: readonly Relation[], suspect: Cell | undefined): Relation {
  const own = relations.find(
    (relation) => suspect !== undefined && relation.places[relation.kind.focus] !== undefined && relation.focus === suspect,
  );
  const touching = relations.find((relation) => suspect !== undefined && relation.cells.includes(suspect));
  const lacks = ({ cells }: Relation): number => Number(cells.some(({ quantity, hidden }) => quantity === null && !hidden));
  const isUnprinted = ({ cells }: Relation): number => Number(cells.every(({ hidden }) => hidden));
  const order = (a: Relation, b: Relation): number => isUnprinted(a) - isUnprinted(b) || lacks(a) - lacks(b) || b.intended - a.intended;
  return own ?? touching ?? ([...relations].sort(order)[0] as Relation);
}

/** Further values for one figure help nobody: where so many would do, any near them may be meant. */
const MOST_VALUES = 3;

function suspectsOf({ relations, repairs }: Culprits): Suspect[] {
  const suspects: Suspect[] = [];
  for (const { cells, posterior } of repairs) {
    for (const { cell, expected, edit } of cells) {
      const own = suspects.filter((one) => one.cell === cell);
      if (own.length >= MOST_VALUES || own.some((one) => one.expected?.eq(expected))) continue;
      suspects.push({ cell, expected, score: Math.round(posterior * 1000) / 1000, ...wordsOf(relations, cell, expected, edit) });
    }
  }
  return suspects;
}

/** What the words beside a figure should have been, where its digits are right. */
function wordsOf(relations: readonly Relation[], cell: Cell, expected: Decimal, edit: Edit): Pick<Suspect, "went" | "multiplier"> {
  const printed = cell.quantity;
  if (edit !== "multiplier" || printed === null) return wentOf(relations, cell, expected);
  const by = expected.div(printed.value).abs().log(10).round().toNumber();
  return { multiplier: printed.exponent + by };
}

/** The way of a change that went the other way than its words tell; where no word tells it, its sign is part of the figure. */
function wentOf(relations: readonly Relation[], cell: Cell, expected: Decimal): Pick<Suspect, "went"> {
  const stated = cell.quantity?.value;
  if (stated === undefined || stated.isNegative() || !expected.isNegative() || expected.isZero()) return {};
  for (const { kind, places } of relations) {
    const way = kind.way?.(places, cell);
    if (way !== undefined && way !== "sign") return { went: way === "fall" ? "up" : "down" };
  }
  return {};
}

const cellsOf = (relations: readonly Relation[]): Cell[] =>
  [...new Set(relations.flatMap(({ cells }) => cells))].filter((cell) => !cell.hidden);

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function message(primary: Relation, found: Culprits, suspects: readonly Suspect[], alone: boolean, language: "vi" | "en"): string {
  const vi = language === "vi";
  const said = sentenceOf(primary, language);
  const others = found.relations.length - 1;
  const also =
    others > 0
      ? vi
        ? ` Các con số này còn trái với ${others} liên hệ khác.`
        : ` It also breaks ${others} other relation${others > 1 ? "s" : ""} of the same figures.`
      : "";
  if (elsewhereOf(found.relations) !== undefined) return `${said}${also}`;
  if (alone && suspects[0]) return `${said}${also} ${likely(suspects[0], vi)}`;
  if (suspects.length === 0) return `${said}${also} ${vi ? "Chưa xác định được con số nào sai." : "Which figure is wrong cannot be told."}`;
  if (found.unique && found.repairs[0]) {
    const set = suspectsOf({ ...found, repairs: found.repairs.slice(0, 1) })
      .map((one) => becomes(one, vi))
      .join(vi ? " và " : " and ");
    return `${said}${also} ${vi ? `Sẽ khớp nếu sửa ${set}.` : `It would fit with ${set}.`}`;
  }
  const list = suspects
    .slice(0, 3)
    .map((one) => becomes(one, vi))
    .join(vi ? ", hoặc " : ", or ");
  return `${said}${also} ${vi ? `Có thể sửa ${list}; chưa đủ căn cứ để kết luận.` : `It may be ${list}; there is not enough to tell.`}`;
}

/** A figure and what should stand in its place, as sentences name them. */
function mend(suspect: Suspect, language: "vi" | "en"): { readonly printed: string; readonly right: string } {
  const { cell, expected } = suspect;
  if (isMendedInWords(suspect)) {
    const told = mendOf(suspect, language);
    return { printed: `“${told?.printed}”`, right: `“${told?.right}”` };
  }
  const right = expected === null || cell.quantity === null ? "?" : spoken(cellWith(cell, cell.quantity.corrected(expected))).toString();
  return { printed: spoken(cell).toString(), right };
}

function likely(suspect: Suspect, vi: boolean): string {
  const { printed, right } = mend(suspect, vi ? "vi" : "en");
  if (isMendedInWords(suspect)) return vi ? `${printed} nhiều khả năng là ${right}.` : `${printed} is most likely ${right}.`;
  return vi ? `Con số ${printed} nhiều khả năng là ${right}.` : `The figure ${printed} is most likely ${right}.`;
}

function becomes(suspect: Suspect, vi: boolean): string {
  const { printed, right } = mend(suspect, vi ? "vi" : "en");
  return `${printed} ${vi ? "thành" : "→"} ${right}`;
}

// ---- bases ---------------------------------------------------------------------------------------------------------------------

function ofBases(found: Culprits): Finding {
  const suspects = suspectsOf(found);
  const odd = found.consensus === "odd";
  const alone = odd && found.unique && suspects.length > 0;
  const own = found.relations.find(({ kind }) => !kind.consensus) ?? (found.relations[0] as Relation);
  const bases = found.relations.find(({ kind }) => kind.consensus) ?? own;
  const subject = own.focus.label;
  const wrong = spoken(own.focus).toString();
  const mend = (vi: boolean, otherwise: string): string => (alone && suspects[0] ? likely(suspects[0], vi) : otherwise);
  const vi = odd
    ? about(
        subject,
        `${wrong} ứng với một mẫu số khác hẳn mẫu số của các tỷ lệ khác trong báo cáo. ${mend(true, "Xem lại tỷ lệ và các con số tính ra tỷ lệ đó.")}`,
      )
    : sentenceOf(bases, "vi");
  const en = odd
    ? about(
        subject,
        `${wrong} needs a base far from that of the report's other ratios. ${mend(false, "Look again at the ratio and its figures.")}`,
      )
    : sentenceOf(bases, "en");
  return {
    code: odd ? "base-odd" : "bases-differ",
    severity: odd ? (alone ? "error" : "review") : "warning",
    message: { vi, en },
    cells: cellsOf(found.relations),
    relations: found.relations,
    suspects: alone ? suspects.slice(0, 1) : suspects,
    ambiguous: odd && !alone,
  };
}

// ---- rounding habits -------------------------------------------------------------------------------------------------------------

/** CHECK 1.4: a figure that works only if cut stands out among rounded ones; where all are cut it is a habit, said once. */
function ofRounding(checked: readonly Checked[]): Finding[] {
  const cut = checked.filter(({ verdict }) => verdict === "truncated");
  if (cut.length === 0) return [];
  const rounded = checked.filter(({ verdict, relation }) => verdict === "holds" && !keptWhenCut(relation)).length;
  if (cut.length === 1 && rounded >= HABIT) return cut.map((one) => roundingFinding([one], "warning"));
  return [roundingFinding(cut, "info")];
}

function roundingFinding(cut: readonly Checked[], severity: Severity): Finding {
  const relations = cut.map(({ relation }) => relation);
  const figures = relations.map((relation) => spoken(relation.focus).toString());
  const named = figures.slice(0, 3).join("; ") + (figures.length > 3 ? "…" : "");
  return {
    code: "truncated-rounding",
    severity,
    message: {
      vi: `${named}: chỉ khớp nếu cắt bớt chữ số thay vì làm tròn${severity === "warning" ? ", khác với các con số bên cạnh" : ""}. Làm tròn lại nếu báo cáo theo quy tắc làm tròn.`,
      en: `${named}: fits only if cut instead of rounded${severity === "warning" ? ", unlike its neighbours" : ""}. Round again if that is the report's rule.`,
    },
    cells: cellsOf(relations),
    relations,
    suspects: [],
    ambiguous: false,
  };
}
