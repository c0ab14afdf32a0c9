import type { Cell } from "./cell.ts";
import type { Finding } from "./finding.ts";

/** A number that no way of writing numbers allows, as it is printed: "207.1137 tấn", "50.5523,2 ha", "706.42 thuê bao". */
export interface Misprint {
  readonly cell: Cell;
  readonly text: string;
}

/**
 * Findings for numbers that are written as none is: which digits are lacking or too many, nobody can tell from them alone. Those that
 * another finding names already are left to it.
 *
 * - Source: Decree 30/2020, appendix; LANGUAGE: groups of three digits with a point, a comma before decimals.
 */
export function judgeMisprints(misprints: readonly Misprint[], found: readonly Finding[]): Finding[] {
  const named = new Set(found.flatMap(({ suspects }) => suspects.map(({ cell }) => cell.id)));
  return misprints
    .filter(({ cell }) => !named.has(cell.id))
    .map(({ cell, text }) => ({
      code: "misprinted-number",
      severity: "review",
      message: {
        vi: `Số "${text}" viết không đúng cách: hàng nghìn ngăn bằng dấu chấm theo từng nhóm ba chữ số, phần thập phân đứng sau dấu phẩy. Xem lại có thừa, thiếu chữ số hay đặt sai dấu không.`,
        en: `"${text}" is no way to write a number: thousands go in groups of three digits behind points, decimals behind a comma. Look for a digit too many, one that is lacking, or a sign out of place.`,
      },
      cells: [cell],
      relations: [],
      suspects: [{ cell, expected: null, score: 1 }],
      ambiguous: false,
    }));
}
