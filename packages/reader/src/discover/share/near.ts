import { isOneSlipOff, near, relations } from "@khop/core";
import type { Fig } from "../../figures.ts";
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

const HIGH = 80;
