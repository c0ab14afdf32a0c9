import { atLeast, type Severity, type Verdict } from "@khop/core";
import type { Row } from "./corpus.ts";
import { type Aimed, isExactly, isWithin, type Reading, type Tied, type Told } from "./reading.ts";

/** The kinds that DESIGN gives to each annotated kind; any other does for `other`. */
const sameKind: Readonly<Record<string, readonly string[]>> = {
  sum: ["total", "part", "count", "linear"],
  share: ["share", "completion"],
  delta_pct: ["growth", "difference"],
  delta_abs: ["difference"],
  stock_flow: ["balance", "cumulative"],
  ratio: ["ratio"],
  weighted_mean: ["mean"],
};

/** Verdicts that agree with an annotation. A failure that is no material one may be told in several ways. */
function agrees(row: Row, verdict: Verdict | undefined): boolean {
  if (row.holds) return verdict === "holds" || verdict === "unknown";
  switch (row.err_class) {
    case "truncation":
      return verdict === "truncated";
    case "material":
      return verdict === "violated";
    case "forced_100":
    case "last_digit":
    case "borderline":
    case "approx_mismatch":
    case "ambiguous":
    case "base_unstated":
      return true;
    default:
      return verdict === "violated" || verdict === "truncated";
  }
}

export interface Part {
  of: number;
  hit: number;
}

export interface Score {
  passages: number;
  figures: number;
  relations: number;
  recall: Part;
  byKind: Record<string, Part>;
  /** Rows that only a reading which was not adopted ties. */
  otherReading: number;
  kindAgrees: Part;
  verdicts: Part;
  false: Record<Severity, number>;
  unannotated: Record<Severity, number>;
  material: Part & { at: Record<Severity, number> };
}

export type MissKind = "relation" | "verdict" | "material" | "false" | "unannotated";

/** One thing that is not right, for `--misses`. */
export interface Miss {
  readonly what: MissKind;
  readonly passage: string;
  readonly row?: Row;
  readonly told?: Told;
  readonly tied?: Tied | undefined;
  readonly why?: string;
}

const none = (): Record<Severity, number> => ({ error: 0, warning: 0, review: 0, info: 0 });

export const emptyScore = (): Score => ({
  passages: 0,
  figures: 0,
  relations: 0,
  recall: { of: 0, hit: 0 },
  byKind: {},
  otherReading: 0,
  kindAgrees: { of: 0, hit: 0 },
  verdicts: { of: 0, hit: 0 },
  false: none(),
  unannotated: none(),
  material: { of: 0, hit: 0, at: none() },
});

/** Adds one passage to a score; what is not right goes to `miss`. */
export function tally(score: Score, reading: Reading, miss: (miss: Miss) => void): void {
  const passage = reading.passage.name;
  score.passages += 1;
  score.figures += reading.figures.filter(({ role }) => role === "quantity").length;
  score.relations += reading.tied.length;

  for (const aimed of reading.aimed) {
    if (aimed.row.trap || aimed.row.outside) continue;
    tallyRelation(score, reading, aimed, miss);
    if (!aimed.row.holds && aimed.row.err_class === "material") tallyMaterial(score, reading, aimed, miss);
  }
  for (const told of reading.told) {
    const standing = standingOf(told, reading.aimed);
    if (standing === "right") continue;
    if (standing === "unannotated") score.unannotated[told.severity] += 1;
    else score.false[told.severity] += 1;
    miss({ what: standing === "unannotated" ? "unannotated" : "false", passage, told, why: standing });
  }
}

function tallyRelation(score: Score, { tied, others, passage }: Reading, { row, candidates }: Aimed, miss: (miss: Miss) => void): void {
  const kinds = sameKind[row.kind];
  const kindFits = ({ relation }: Tied): boolean => kinds === undefined || kinds.includes(relation.kind.kind);
  score.byKind[row.kind] ??= { of: 0, hit: 0 };
  const part = score.byKind[row.kind] as Part;
  score.recall.of += 1;
  part.of += 1;

  const found = tied.filter(({ figures }) => isExactly(figures, candidates));
  const best = found.find(kindFits) ?? found[0];
  if (best === undefined) {
    const other = others.find(({ figures }) => isExactly(figures, candidates));
    if (other) score.otherReading += 1;
    const unread = row.figures.filter((_, index) => candidates[index]?.size === 0).map(({ text }) => text);
    const why = unread.length > 0 ? `figures not read: ${unread.join(", ")}` : other ? "another reading was adopted" : undefined;
    miss({ what: "relation", passage: passage.name, row, tied: other, ...(why === undefined ? {} : { why }) });
    return;
  }
  score.recall.hit += 1;
  part.hit += 1;
  score.kindAgrees.of += 1;
  if (kindFits(best)) score.kindAgrees.hit += 1;
  score.verdicts.of += 1;
  if (agrees(row, best.verdict)) score.verdicts.hit += 1;
  else miss({ what: "verdict", passage: passage.name, row, tied: best });
}

function tallyMaterial(score: Score, { told, passage }: Reading, { row, candidates }: Aimed, miss: (miss: Miss) => void): void {
  score.material.of += 1;
  const caught = (severity: Severity): boolean =>
    told.some(
      (one) =>
        one.severity === severity &&
        (one.relations.some(({ verdict, figures }) => verdict === "violated" && isExactly(figures, candidates)) ||
          [...one.suspects].some((figure) => candidates.some((each) => each.has(figure)))),
    );
  const at = (["error", "warning", "review", "info"] as const).find(caught);
  if (at !== undefined) score.material.at[at] += 1;
  if (at !== undefined && atLeast(at, "review")) score.material.hit += 1;
  else miss({ what: "material", passage: passage.name, row });
}

/** Failures that may be told as a warning or less, never as an error. */
const slight = new Set(["truncation", "forced_100"]);

type Standing = "right" | "unannotated" | "trap" | "no annotated failure" | "only slight failures";

/** Whether a finding is right by the annotations, and if not, why. */
function standingOf(told: Told, aimed: readonly Aimed[]): Standing {
  const touches = ({ candidates }: Aimed): boolean => candidates.some((each) => [...each].some((figure) => told.figures.has(figure)));
  const touched = aimed.filter(touches);
  if (touched.length === 0) return "unannotated";
  const real = aimed.filter(({ row }) => !row.trap);
  const isTrap = ({ figures, verdict }: Tied): boolean =>
    verdict === "violated" &&
    figures.size > 1 &&
    aimed.some(({ row, candidates }) => row.trap === true && isWithin(figures, candidates)) &&
    !real.some(({ candidates }) => isExactly(figures, candidates));
  if (told.relations.some(isTrap)) return "trap";
  const failing = touched.filter(({ row }) => !row.holds && !row.trap);
  if (failing.length === 0) return "no annotated failure";
  if (told.severity === "error" && failing.every(({ row }) => slight.has(row.err_class ?? ""))) return "only slight failures";
  return "right";
}
