import { historyOf } from "../history.ts";
import type { Decisions } from "./view.ts";

export const begun = historyOf<Decisions>({ accepted: {}, waived: {} });

export const withAccepted = ({ accepted, waived }: Decisions, figure: string, value: string): Decisions => ({
  accepted: { ...accepted, [figure]: value },
  waived,
});

export const withWaived = ({ accepted, waived }: Decisions, finding: string, reason: string): Decisions => ({
  accepted,
  waived: { ...waived, [finding]: reason },
});

/** Without what was decided about a finding, or about a figure. */
export const without = ({ accepted, waived }: Decisions, id: string): Decisions => ({
  accepted: left(accepted, id),
  waived: left(waived, id),
});

const left = (of: Readonly<Record<string, string>>, id: string): Record<string, string> =>
  Object.fromEntries(Object.entries(of).filter(([key]) => key !== id));
