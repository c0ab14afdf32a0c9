import { isSlipOf, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isIntensive, isPercent, isPerOther, printedAs } from "../figures.ts";
import type { Table } from "../tables.ts";
import { nameWords } from "../words.ts";
import { isInBracketOfThen } from "./compared.ts";
import { alike, isUnseen, type Sight } from "./sight.ts";
import { isOfThen } from "./stale.ts";
import { speaksFor } from "./table/proposals.ts";

/** So many figures of a paragraph, and this share of them, are told elsewhere in the same digits: it sums the report up. */
const LEAST = 3;
const MOST = 0.6;
/** Nearer than this it goes on with what was told, and does not say it again. */
const APART = 2;

/**
 * `Tóm lại: sản xuất 18.572.620 m3, tiêu thụ 15.588.985 m3, tổng doanh thu 155.422 triệu đồng, lợi nhuận trước thuế 19.955 triệu đồng`: all but one of
 * the figures of a paragraph stand elsewhere in the report, and what that one is said of stands there too, with another figure. Asked when all is
 * told that figures rest on; for a person to look at.
 */
export function discoverSummedUp(sight: Sight, tables: readonly Table[]): void {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.filter((fig) => fig !== undefined)));
  const all = [...sight.quantities, ...cells].filter(tells);
  const byPrint = Map.groupBy(all.filter(isFewOfBlock()), printedAs);
  const spoken = spokenFor(sight);
  let asked = 0;
  for (const own of Map.groupBy(sight.quantities.filter(tells), ({ blockIndex }) => blockIndex).values()) {
    if (own.length <= LEAST) continue;
    const isSaidAgain = (fig: Fig): boolean =>
      byPrint.get(printedAs(fig))?.some((other) => isApart(other, fig) && isSame(other, fig)) === true;
    const again = own.filter(isSaidAgain);
    if (again.length < LEAST || again.length < own.length * MOST) continue;
    const told = new Set(own.map(printedAs));
    if (own.length > MANY) continue;
    for (const fig of own) {
      if (again.includes(fig) || spoken.has(fig) || isOfThen(fig, false)) continue;
      if (asked++ > MANY) return;
      const first = meantBy(
        fig,
        spoken,
        all.filter((other) => isApart(other, fig) && isSame(other, fig) && !told.has(printedAs(other)) && mayBeSaid(other, fig)),
      );
      if (first === undefined) continue;
      sight.add({
        options: [{ kind: relations.equality, seats: { values: [first, fig] } }],
        prior: 0.65,
        pattern: "again:summed-up",
        cue: "",
        confirm: false,
        passage: fig.blockIndex,
      });
    }
  }
}

/** Whether it is one of the first few in its block that are printed so: whoever looks for one farther off needs no more. */
function isFewOfBlock(): (fig: Fig) => boolean {
  const seen = new Map<string, number>();
  return (fig) => {
    const key = `${fig.blockIndex} ${printedAs(fig)}`;
    const many = (seen.get(key) ?? 0) + 1;
    seen.set(key, many);
    return many <= 3;
  };
}

/** A paragraph of more sums nothing up, and no report leaves more in doubt. */
const MANY = 200;

const tells = (fig: Fig): boolean =>
  fig.quantity !== null &&
  !fig.threshold &&
  fig.hedge === undefined &&
  digitsOf(fig) >= 2 &&
  (isAmount(fig) ? !isIntensive(fig) : isPercent(fig) && (fig.quantity?.decimals ?? 0) > 0);

const isApart = (a: Fig, b: Fig): boolean => Math.abs(a.blockIndex - b.blockIndex) >= APART;

const isSame = (a: Fig, b: Fig): boolean =>
  isPercent(a) === isPercent(b) && a.change === b.change && isPerOther(a) === isPerOther(b) && (isPercent(a) || alike(a, b));

/** Figures that something which holds is told of. */
function spokenFor({ hypotheses }: Sight): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  for (const { options, pattern } of hypotheses) {
    const [option] = options;
    if (option === undefined || pattern.startsWith("again") || !speaksFor(option)) continue;
    for (const seat of Object.values(option.seats).flat()) if (!isUnseen(seat)) found.add(seat);
  }
  return found;
}

/** Of no other time and level, and no average. */
const mayBeSaid = (other: Fig, fig: Fig): boolean =>
  !isOfThen(other, other.named !== undefined) &&
  !isInBracketOfThen(other) &&
  (other.period === undefined || fig.period === undefined || other.period === fig.period) &&
  (other.level === undefined || fig.level === undefined || other.level === fig.level) &&
  !other.cues.some(({ cue, near }) => near && cue.kind === "mean");

/** Names of which less than this is common, 0–1, are of two things. */
const ALIKE = 0.3;

/** The one figure that is named alike and one slip of a key apart. */
function meantBy(fig: Fig, spoken: ReadonlySet<unknown>, others: readonly Fig[]): Fig | undefined {
  const digits = digitsOf(fig);
  const meant = others.filter((other) => {
    const { common, score } = namedAlike(fig, other);
    if (!isSlip(fig, other)) return isShuffled(fig, other) && score >= ALL && common >= 3;
    // What nothing else is said of must bear the same name whole; a few digits, and rates, need more of it.
    if (!spoken.has(other)) return score === 1 && common >= 2 && digits >= 3;
    return score >= ALIKE && common >= (digits < 3 || isPercent(fig) ? 2 : 1);
  });
  return new Set(meant.map(printedAs)).size === 1 ? meant[0] : undefined;
}

/** `19.559` and `19.955`: the same digits in another order, of what bears the same name. */
const isShuffled = (fig: Fig, other: Fig): boolean => digitsOf(fig) >= 4 && shuffle(fig) === shuffle(other);
const shuffle = (fig: Fig): string => [...(printedAs(fig) ?? "")].sort().join("");
const ALL = 0.8;

/** With as many decimals, and as many digits where they are few. */
function isSlip(fig: Fig, other: Fig): boolean {
  const [a, b] = [fig.quantity, other.quantity];
  if (a === null || b === null || a.decimals !== b.decimals) return false;
  return isSlipOf(a, b) && (digitsOf(fig) === digitsOf(other) || digitsOf(fig) >= 4);
}

/** Words of totals and headings that name nothing. */
const OF_TOTALS = new Set("cộng lũy kế kết quả".split(" "));

/** How many words two names have in common, and how much of both that is, 0–1. */
function namedAlike(a: Fig, b: Fig): { readonly common: number; readonly score: number } {
  const [left, right] = [a, b].map((fig) => [...nameWords(fig)].filter((word) => !OF_TOTALS.has(word))) as [string[], string[]];
  const common = left.filter((word) => right.includes(word)).length;
  return { common, score: common / Math.sqrt(Math.max(1, left.length * right.length)) };
}
