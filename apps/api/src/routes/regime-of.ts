import type { ReportRegime } from "@khop/catalog/report";
import type { Services } from "../context.ts";
import { notFound } from "../http/refuse.ts";

/** @throws KhopError `api/not-found`. */
export function regimeOf({ regimes }: Pick<Services, "regimes">, id: string): ReportRegime {
  const found = regimes.find((one) => one.id === id);
  if (found === undefined) throw notFound(`chế độ báo cáo "${id}" (report regime)`);
  return found;
}
