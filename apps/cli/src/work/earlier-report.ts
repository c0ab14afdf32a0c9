import type { Seating } from "@khop/reader/against";
import type { Arguments } from "../arguments.ts";
import { type Earlier, readFrom } from "../examined.ts";
import { openSource } from "../input/open.ts";

/**
 * The report of an earlier period; where a regime is named, figures of both are told by what it has them as.
 *
 * @throws Trouble for what cannot be read, or a regime that does not exist.
 */
export async function earlierReport(file: string, given: Arguments): Promise<Earlier> {
  const read = await readFrom(await openSource(file, given));
  return given.regime === undefined ? read : { ...read, seating: await seatingBy(given.regime) };
}

async function seatingBy(name: string): Promise<Seating> {
  const [{ networkOf }, { previous }, { seatsIn }, { regimeNamed }] = await Promise.all([
    import("@khop/catalog/report"),
    import("@khop/core"),
    import("@khop/reader/match"),
    import("./regime.ts"),
  ]);
  const regime = regimeNamed(name);
  const unit = { id: "don-vi", name: "", level: regime.level, parent: null, validFrom: null, validTo: null };
  return (document, period) => {
    if (period.frequency !== regime.frequency) return new Map();
    const network = networkOf(regime, { orgUnits: [unit], periods: [previous(period), period], facts: [] });
    return seatsIn(document, { indicators: regime.indicators, network, period });
  };
}
