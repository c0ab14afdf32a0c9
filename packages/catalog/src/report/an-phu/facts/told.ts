import type { Fact } from "@khop/core";
import { factsOf } from "../../build/facts.ts";
import { departmentMonthly } from "../../department/index.ts";

/** Facts of An Phú, from a table. */
export const told = (table: string, more: Pick<Fact, "source" | "status" | "asOf"> = {}): readonly Fact[] =>
  factsOf(departmentMonthly, "an-phu", table).map((fact) => ({ ...fact, ...more }));
