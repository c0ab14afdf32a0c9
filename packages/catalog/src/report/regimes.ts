import { communeMonthly as commune } from "./commune/index.ts";
import * as department from "./department/index.ts";
import { healthQuarterly as health } from "./health/index.ts";
import { ready } from "./ready.ts";
import type { ReportRegime } from "./regime.ts";

/** Báo cáo tháng của sở, to 30/6/2025. */
export const departmentMonthly: ReportRegime = ready(department.departmentMonthly);

/** The same under two levels of government, since 1/7/2025. */
export const departmentMonthlyTwoLevel: ReportRegime = ready(department.departmentMonthlyTwoLevel);

/** Báo cáo quý công tác y tế. */
export const healthQuarterly: ReportRegime = ready(health);

/** Báo cáo tháng Một cửa và tiếp công dân của cấp xã. */
export const communeMonthly: ReportRegime = ready(commune);

/** Every report regime that is known. */
export const reportRegimes: readonly ReportRegime[] = [departmentMonthly, departmentMonthlyTwoLevel, communeMonthly, healthQuarterly];
