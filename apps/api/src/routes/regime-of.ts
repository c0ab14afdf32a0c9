import { type Collecting, collecting, type ReportRegime } from "@khop/catalog/report";
import type { Services } from "../context.ts";
import { notFound } from "../http/refuse.ts";

/** @throws KhopError `api/not-found`. */
export function regimeOf({ regimes }: Pick<Services, "regimes">, id: string): ReportRegime {
  const found = regimes.find((one) => one.id === id);
  if (found === undefined) throw notFound(`chế độ báo cáo "${id}" (report regime)`);
  return found;
}

const collected = new WeakMap<ReportRegime, Collecting>();

/** The same as whoever collects its figures needs it, made once. Throws: KhopError `api/not-found`. */
export function collectingOf(services: Pick<Services, "regimes">, id: string): Collecting {
  const regime = regimeOf(services, id);
  const before = collected.get(regime);
  if (before !== undefined) return before;
  const made = collecting(regime);
  collected.set(regime, made);
  return made;
}
