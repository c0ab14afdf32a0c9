import { useQuery } from "@tanstack/react-query";
import { allOf, answered, khop } from "./khop.ts";
import { nameIn } from "./name-in.ts";

/** The units of a province, those that are no more too. */
export const useUnits = (province: string) =>
  useQuery({
    queryKey: ["units", province],
    queryFn: () =>
      allOf((query) => answered(khop.GET("/api/v1/provinces/{province}/org-units", { params: { path: { province }, query } }))),
    enabled: province !== "",
    staleTime: 300_000,
  });

/** What each unit is called. */
export function useUnitNames(province: string): (id: string) => string {
  const { data } = useUnits(province);
  return (id) => nameIn(data, id, ({ name }) => name);
}
