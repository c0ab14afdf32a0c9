import type { Cell } from "./cell.ts";
import { Decimal } from "./decimal.ts";
import type { Finding, Severity, Suspect } from "./finding.ts";
import { print } from "./plain/print.ts";
import type { Quantity } from "./quantity.ts";
import type { Language } from "./relation.ts";
import { surprise } from "./signs.ts";

/** A figure with what the same figure was in the periods before, the newest last. */
export interface Told {
  readonly cell: Cell;
  readonly history: readonly Quantity[];
  /** How much came in the period, rather than how much there is. */
  readonly flow: boolean;
}

/** So many earlier periods say what is usual. */
const LEAST = 5;

/** How many median absolute deviations away is far: 3.5 / 0.6745, as Iglewicz and Hoaglin (1993) advise. */
const FAR = new Decimal("5.19");

/** And never nearer than half of what is usual: a series that hardly moves calls nothing far. */
const HALF = new Decimal("0.5");

/** Figures that did not move by chance less often than once in 2^14 ask for a look, as in a report against an earlier one. */
const TELLING = 14;

/**
 * Findings on figures that are far from their own history: ten times as much or a tenth, two digits swapped, or neither; and on a form whose figures are
 * those of the period before.
 *
 * - Shape: the figure itself is left out of what is usual. Fewer than five earlier periods say nothing.
 * - `warning` where one slip brings the figure back among what it was, else `review`; never `error`, for a figure may truly have jumped.
 * - Source: B. Iglewicz, D. Hoaglin, How to Detect and Handle Outliers (1993), modified z-score.
 */
export function judgeOutliers(told: readonly Told[]): readonly Finding[] {
  return [...told.flatMap(ofFar), ...ofCopied(told)];
}

function ofFar({ cell, history }: Told): readonly Finding[] {
  const now = cell.quantity;
  if (now === null) return [];
  const before = history.filter((one) => one.unit.id === now.unit.id && one.exponent === now.exponent).map(({ value }) => value);
  if (before.length < LEAST) return [];
  const usual = usualIn(before);
  if (!usual.isFar(now.value)) return [];
  const shifted = slips(tenTimes(now), usual);
  if (shifted.length > 0) return [finding("ten-times", cell, now, usual, shifted)];
  const swapped = slips(swaps(now), usual);
  return [finding(swapped.length > 0 ? "swapped-digits" : "unusual", cell, now, usual, swapped)];
}

interface Usual {
  readonly median: Decimal;
  readonly least: Decimal;
  readonly most: Decimal;
  isFar(value: Decimal): boolean;
}

function usualIn(values: readonly Decimal[]): Usual {
  const median = middle(values);
  const deviation = middle(values.map((one) => one.minus(median).abs()));
  const bound = Decimal.max(deviation.times(FAR), median.abs().times(HALF));
  const isFar = (value: Decimal) => value.minus(median).abs().gt(bound);
  return { median, least: Decimal.min(...values), most: Decimal.max(...values), isFar };
}

/** Of an even number the mean of the two in the middle, which has one digit more and so is exact. */
function middle(values: readonly Decimal[]): Decimal {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]] as [Decimal, Decimal];
  return below.plus(above).times(HALF);
}

/** What a figure would be with its digits moved by one, two or three places. */
const tenTimes = ({ value }: Quantity): readonly Decimal[] =>
  [-1, 1, -2, 2, -3, 3].map((places) => value.times(new Decimal(10).pow(places)));

/** What a figure would be with two digits beside each other swapped. */
function swaps({ value, decimals }: Quantity): readonly Decimal[] {
  const text = value.abs().toFixed(Math.max(decimals, 0));
  const at = [...text].flatMap((sign, place) => (sign === "." ? [] : [place]));
  return at.slice(1).flatMap((place, i) => {
    const before = at[i] as number;
    const digits = [...text];
    [digits[before], digits[place]] = [digits[place] as string, digits[before] as string];
    const made = new Decimal(digits.join(""));
    return made.eq(value.abs()) ? [] : [value.isNegative() ? made.neg() : made];
  });
}

/** Those that stand among what the figure was. */
const slips = (made: readonly Decimal[], { least, most }: Usual): readonly Decimal[] =>
  made.filter((one) => one.gte(least) && one.lte(most));

type Code = "ten-times" | "swapped-digits" | "unusual";

function finding(code: Code, cell: Cell, now: Quantity, { median, least, most }: Usual, expected: readonly Decimal[]): Finding {
  const shown = (value: Decimal, language: Language) =>
    print(value, { unit: now.unit, exponent: now.exponent, decimals: Math.max(now.decimals, 0) }, language, { rounding: "half-up" });
  const severity: Severity = code !== "unusual" && expected.length === 1 ? "warning" : "review";
  const suspects = expected.map((value): Suspect => ({ cell, expected: value, score: expected.length === 1 ? 0.9 : 0.5 }));
  const list = (language: Language) => expected.map((value) => shown(value, language)).join(language === "vi" ? " hoặc " : " or ");
  const slip = {
    "ten-times": {
      vi: `có thể thừa hoặc thiếu chữ số: nhiều khả năng là ${list("vi")}`,
      en: `a digit may be too many or missing: it is likely ${list("en")}`,
    },
    "swapped-digits": {
      vi: `có thể đảo hai chữ số: nhiều khả năng là ${list("vi")}`,
      en: `two digits may be swapped: it is likely ${list("en")}`,
    },
    unusual: { vi: "xem lại, hoặc nêu lý do", en: "look at it again, or say why" },
  }[code];
  return {
    code,
    severity,
    message: {
      vi: `${cell.label}: ${shown(now.value, "vi")} khác xa các kỳ trước (từ ${shown(least, "vi")} đến ${shown(most, "vi")}, thường ${shown(median, "vi")}); ${slip.vi}.`,
      en: `${cell.label}: ${shown(now.value, "en")} is far from earlier periods (${shown(least, "en")} to ${shown(most, "en")}, usually ${shown(median, "en")}); ${slip.en}.`,
    },
    cells: [cell],
    relations: [],
    suspects: suspects.length > 0 ? suspects : [{ cell, expected: null, score: 0.5 }],
    ambiguous: severity !== "warning",
  };
}

/** Figures that are what they were in the period before, where so many by chance would be a wonder, and most of the form is so. */
function ofCopied(told: readonly Told[]): readonly Finding[] {
  const moving = told.flatMap(({ cell, history, flow }) => {
    const before = history.at(-1);
    return cell.quantity === null || before === undefined ? [] : [{ cell, now: cell.quantity, before, flow }];
  });
  const same = moving.filter(
    ({ now, before }) => now.unit.id === before.unit.id && now.exponent === before.exponent && now.value.eq(before.value),
  );
  const cells = same.map(({ cell }) => cell);
  const bits = same.reduce((sum, { cell, flow }) => sum + surprise({ now: cell, flow }), 0);
  if (bits < TELLING || same.length < 3 || same.length * 2 < moving.length) return [];
  return [
    {
      code: "copied-form",
      severity: "review",
      message: {
        vi: `${same.length} trong ${moving.length} con số giống hệt kỳ trước (${first(cells)}). Xem lại đã nhập số kỳ này chưa.`,
        en: `${same.length} of ${moving.length} figures are exactly those of the period before (${first(cells)}). See that this period's figures were put in.`,
      },
      cells,
      relations: [],
      suspects: [],
      ambiguous: true,
    },
  ];
}

const first = (cells: readonly Cell[]): string =>
  cells
    .slice(0, 3)
    .map(({ label }) => label)
    .join("; ") + (cells.length > 3 ? "; …" : "");
