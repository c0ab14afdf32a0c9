import type { Fact } from "@khop/core";
import { told } from "./told.ts";

/** Last told before October 2024, each with its day and its source: two populations, and the decree that online services are set against. */
export const references: readonly Fact[] = [
  ...told(
    `
                      | 2019-A1
    population.census | 590.467`,
    { source: "Tổng điều tra dân số và nhà ở 2019", asOf: "2019-04-01" },
  ),
  ...told(
    `
                      | 2023-A1
    population.mean   | 615.482`,
    { source: "Dân số trung bình năm 2023, Cục Thống kê (minh họa)", asOf: "2023-12-31" },
  ),
  // Three rises were reported that cannot all be right: 294 in all, 246 and 88. The first two are kept, and 496 follows for "partial".
  ...told(
    `
                            | 2023-A1
    services.baseline       |     832
    services.baseline full  |     336`,
    { source: "Quyết định công bố danh mục dịch vụ công trực tuyến năm 2023 (minh họa)", asOf: "2023-08-03" },
  ),
];
