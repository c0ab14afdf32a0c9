import type { OrgUnit } from "@khop/core";
import { useQuery } from "@tanstack/react-query";
import { ask } from "./ask.ts";

/** Everything of a list that comes page by page. */
export async function allOf<T>(path: string): Promise<readonly T[]> {
  const items: T[] = [];
  const joint = path.includes("?") ? "&" : "?";
  for (let cursor = ""; ; ) {
    const page = await ask<{ items: readonly T[]; next: string | null }>(`${path}${joint}limit=500${cursor}`);
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

/** The units of a province, those that are no more too. */
export const useUnits = (province: string) =>
  useQuery({
    queryKey: ["units", province],
    queryFn: () => allOf<OrgUnit>(`/api/v1/provinces/${encodeURIComponent(province)}/org-units`),
    enabled: province !== "",
    staleTime: 300_000,
  });
