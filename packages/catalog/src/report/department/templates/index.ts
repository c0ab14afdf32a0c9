import { digital } from "./digital.ts";
import { informationAndInspection } from "./information-and-inspection.ts";
import { postAndTelecoms } from "./post-and-telecoms.ts";
import { securityAndSensors } from "./security-and-sensors.ts";

/** How each section of the monthly report is told, by the id of its section. */
export const templates: Readonly<Record<string, string>> = {
  ...digital,
  ...securityAndSensors,
  ...postAndTelecoms,
  ...informationAndInspection,
};
