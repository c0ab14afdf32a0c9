import { isMultiplierSlip, isOneSlipOff, near, relations } from "@khop/core";
import { digitsOf, type Fig } from "../../figures.ts";
import type { Option } from "../sight.ts";

/** Off by little, or by what one slip of a key would mend; a percentage far from what its figures make is of something else. */
export function isNear(option: Option | undefined, within?: "tenth" | "some" | "double"): boolean {
  if (option === undefined) return false;
  const { share, parts, whole } = option.seats as { share: Fig; parts: readonly Fig[]; whole: Fig };
  const telling = (whole.quantity?.approximate ?? 0) >= 100 || (share.quantity?.decimals ?? 0) >= 2;
  const cells = { share: share.cell, parts: parts.map(({ cell }) => cell), whole: whole.cell };
  // Close to a hundred per cent nearly all wholes are near: only a slip tells.
  if (within === undefined && telling && (share.quantity?.approximate ?? 0) > HIGH)
    return isOneSlipOff([{ kind: relations.share, places: cells }]);
  return near(relations.share, cells, within ?? (telling ? "slip" : "some"));
}

/** `dự toán 577,5 tỷ đồng; giải ngân 457,8 triệu đồng, đạt 79,3%`: with another multiplier behind one of them it holds, to three digits. */
export function isOtherMultiplier({ seats }: Option): boolean {
  const { share, parts, whole } = seats as { share: Fig; parts: readonly Fig[]; whole: Fig };
  const [part] = parts;
  const hasMultiplier = [part, whole].every((fig) => (fig?.quantity?.exponent ?? 0) > 0);
  const isTelling = [part, whole].every((fig) => fig !== undefined && digitsOf(fig) >= 3 && fig.hedge === undefined);
  if (!part?.cell || !hasMultiplier || !isTelling || (share.quantity?.decimals ?? 0) < 1) return false;
  return isMultiplierSlip(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }, part.cell);
}

const HIGH = 80;
