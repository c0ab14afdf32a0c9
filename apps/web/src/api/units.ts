import { useQuery } from "@tanstack/react-query";
import { allOf, answered, khop } from "./khop.ts";

/** The units of a province, those that are no more too. */
export const useUnits = (province: string) =>
  useQuery({
    queryKey: ["units", province],
    queryFn: () =>
      allOf((query) => answered(khop.GET("/api/v1/provinces/{province}/org-units", { params: { path: { province }, query } }))),
    enabled: province !== "",
    staleTime: 300_000,
  });
