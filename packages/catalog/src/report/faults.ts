import type * as z from "zod/mini";
import type { Issue } from "./issue.ts";

const list = (values: readonly unknown[]): string => values.map((value) => `"${String(value)}"`).join(", ");

const types: Readonly<Record<string, string>> = {
  string: "một chuỗi chữ",
  number: "một số",
  int: "một số nguyên",
  boolean: "true hoặc false",
  array: "một danh sách",
  object: "một nhóm thông tin",
  record: "một nhóm thông tin",
};

/** What a fault of shape means, in both languages. */
function sentence(fault: z.core.$ZodIssue, isMissing: boolean): Omit<Issue, "place"> {
  if (isMissing) return { vi: "còn thiếu, hãy bổ sung", en: "is missing; add it" };
  switch (fault.code) {
    case "invalid_type":
      return { vi: `phải là ${types[fault.expected] ?? fault.expected}`, en: `must be of type ${fault.expected}` };
    case "invalid_value":
      return { vi: `phải là một trong ${list(fault.values)}`, en: `must be one of ${list(fault.values)}` };
    case "unrecognized_keys":
      return { vi: `có phần không ai biết: ${list(fault.keys)}`, en: `has parts that nobody knows: ${list(fault.keys)}` };
    case "too_small":
      return fault.origin === "number" || fault.origin === "int"
        ? { vi: `phải từ ${fault.minimum} trở lên`, en: `must be ${fault.minimum} or more` }
        : { vi: "không được để trống", en: "must not be empty" };
    case "invalid_format":
      return fault.format === "date"
        ? { vi: "phải là một ngày, viết như 2024-10-31", en: "must be a day, written like 2024-10-31" }
        : { vi: "phải là một số, viết như 20.25", en: "must be a number, written like 20.25" };
    default:
      return { vi: "không đúng dạng", en: "is not of a form that is known" };
  }
}

const isObject = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> => typeof value === "object" && value !== null;

/** Where a fault is, by ids rather than by counting: "indicators › documents › unit". */
function placeOf(path: readonly PropertyKey[], input: unknown): { readonly place: string; readonly isMissing: boolean } {
  let at: unknown = input;
  const names: string[] = [];
  let isMissing = false;
  for (const step of path) {
    const below = isObject(at) ? at[step] : undefined;
    isMissing = isObject(at) && below === undefined;
    const id = isObject(below) && typeof step === "number" && typeof below.id === "string" ? below.id : `${String(step)}`;
    names.push(id);
    at = below;
  }
  return { place: names.join(" › ") || "regime", isMissing };
}

/** Faults of shape as issues that say where, what, and how to mend. */
export function issuesOfShape(faults: readonly z.core.$ZodIssue[], input: unknown): readonly Issue[] {
  return faults.map((fault) => {
    const { place, isMissing } = placeOf(fault.path, input);
    return { place, ...sentence(fault, isMissing) };
  });
}
