import type { Cell } from "./cell.ts";
import type { Finding, Severity } from "./finding.ts";
import { spoken } from "./sentence.ts";

/** Figures of a stretch, each with the one that stood in its place in the earlier report. */
export interface Carried {
  readonly now: Cell;
  readonly before: Cell;
  /** How much came in the period, rather than how much there is. */
  readonly flow: boolean;
}

/** What looks carried over from an earlier report, or lost on the way; who saw it says what it saw, not how bad it is. */
export type Sign =
  /** Figures in a row that are all as they were; `whole`: the sentence says nothing else either. */
  | { readonly kind: "copied"; readonly figures: readonly Carried[]; readonly whole: boolean; readonly words: string }
  /** A date of the earlier report's own period in the same words; `head`: in a title, a heading, or where a period is defined. */
  | {
      readonly kind: "stale-period";
      readonly cell: Cell;
      readonly text: string;
      readonly period: string;
      readonly place: Place;
      readonly head: boolean;
    }
  /** A task planned before of which nothing is said now. */
  | { readonly kind: "task-unmentioned"; readonly task: string; readonly place: Place };

/** Where it stands in the earlier report: "báo cáo trước: thang-9.md, dòng 12". */
export interface Place {
  readonly vi: string;
  readonly en: string;
}

/** Figures that were copied by chance less often than once in 2^14 ask for a look, once in 2^7 are worth a note. */
const TELLING = 14;
const NOTABLE = 7;

/** Findings for signs, with their severities: never more than `review`, for a figure may truly not have moved. */
export const judgeSigns = (signs: readonly Sign[]): Finding[] => signs.flatMap(ofSign);

function ofSign(sign: Sign): Finding[] {
  switch (sign.kind) {
    case "copied":
      return ofCopied(sign);
    case "stale-period":
      return finding("stale-period", sign.head ? "review" : "info", [sign.cell], {
        vi: `"${sign.text}" còn như trong báo cáo trước (${sign.place.vi}), trong khi báo cáo này là của ${sign.period}. Xem lại thời gian.`,
        en: `"${sign.text}" is as in the earlier report (${sign.place.en}), while this one is of ${sign.period}. Look at the date again.`,
      });
    case "task-unmentioned":
      return finding("task-unmentioned", "info", [], {
        vi: `Nhiệm vụ của kỳ trước không thấy nhắc lại: "${sign.task}" (${sign.place.vi}). Nếu đã làm hoặc còn làm tiếp thì nên ghi.`,
        en: `A task of the earlier period is not spoken of: "${sign.task}" (${sign.place.en}). Say so if it was done or goes on.`,
      });
  }
}

function ofCopied({ figures, whole, words }: Sign & { readonly kind: "copied" }): Finding[] {
  const bits = figures.reduce((sum, carried) => sum + surprise(carried), 0);
  const severity: Severity | null = bits >= TELLING && (whole || figures.length >= 3) ? "review" : bits >= NOTABLE ? "info" : null;
  const [first] = figures;
  if (severity === null || first === undefined) return [];
  const list = (language: "vi" | "en"): string =>
    figures
      .slice(0, 4)
      .map(({ now }) => spoken(now, language).toString())
      .join("; ") + (figures.length > 4 ? "; …" : "");
  const file = first.before.elsewhere;
  const at = (language: "vi" | "en"): string => (file === undefined ? "" : ` (${file.file}, ${file.place[language]})`);
  return finding(
    whole ? "copied-sentence" : "copied-figures",
    severity,
    figures.map(({ now }) => now),
    {
      vi: `${whole ? `Cả câu "${words}" với ${figures.length} con số` : `${figures.length} con số liền nhau`} (${list("vi")}) giống hệt báo cáo trước${at("vi")}. Xem lại đã cập nhật số kỳ này chưa.`,
      en: `${whole ? `The whole sentence "${words}" with ${figures.length} figures` : `${figures.length} figures in a row`} (${list("en")}) ${figures.length > 1 ? "are" : "is"} exactly as in the earlier report${at("en")}. See that this period's figures were put in.`,
    },
  );
}

/**
 * How surprising it is that a figure did not move, in bits. One that counts a period moves by a fifth of itself, say; how much there
 * is moves little, and only a large figure that stands still to the last digit tells anything. A rate follows from counts.
 */
export function surprise({ now: { quantity }, flow }: Pick<Carried, "now" | "flow">): number {
  if (quantity === null) return 0;
  if (quantity.unit.kind === "percent" || quantity.unit.kind === "point" || quantity.unit.kind === "ratio") return flow ? 1 : 0;
  const digits = quantity.value.abs().toFixed().replace(/\D/g, "").replace(/^0+/, "").replace(/0+$/, "").length;
  const size = Math.min(quantity.value.abs().toNumber() * 10 ** Math.max(quantity.decimals, 0), 10 ** digits);
  if (!flow) return Math.max(0, Math.min(3, Math.log10(size) - 3));
  return Math.min(10, Math.log2(1 + size / 5));
}

const finding = (code: string, severity: Severity, cells: readonly Cell[], message: Finding["message"]): Finding[] => [
  { code, severity, message, cells, relations: [], suspects: [], ambiguous: true },
];
