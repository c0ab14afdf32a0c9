import { useQuery } from "@tanstack/react-query";
import { allOf, khop } from "./khop.ts";
import { nameIn } from "./name-in.ts";

/** The units of a province, those that are no more too. */
export const useUnits = (province: string) =>
  useQuery({
    queryKey: ["units", province],
    queryFn: () => allOf((query) => khop.GET("/api/v1/provinces/{province}/org-units", { params: { path: { province }, query } })),
    enabled: province !== "",
    staleTime: 300_000,
  });

/** The same to be changed, with the tag of what they are. */
export const useTaggedUnits = (province: string) =>
  useQuery({
    queryKey: ["units", province, "tagged"],
    queryFn: async () => {
      let tag: string | null = null;
      const units = await allOf(async (query) => {
        const page = await khop.GET("/api/v1/provinces/{province}/org-units", { params: { path: { province }, query } });
        tag ??= page.response.headers.get("etag");
        return page;
      });
      return { units, tag: tag ?? "*" };
    },
  });

/** What each unit is called. */
export function useUnitNames(province: string): (id: string) => string {
  const { data } = useUnits(province);
  return (id) => nameIn(data, id, ({ name }) => name);
}
