import type { Said } from "@khop/core";
import type { Language } from "../language.ts";
import { fewOf } from "./composed.ts";

/** What is said while reports of many units are composed. */
export const eachUnitWords = {
  vi: {
    reading: (done: number, count: number, name: string) => `Đã soạn ${done}/${count}: ${name}`,
    left: (seconds: number) => ` · còn khoảng ${seconds} giây`,
  },
  en: {
    reading: (done: number, count: number, name: string) => `Composed ${done}/${count}: ${name}`,
    left: (seconds: number) => ` · about ${seconds} s left`,
  },
} as const;

/** How many reports were made, and units by name of what is wrong with theirs. */
interface Units {
  readonly made: number;
  readonly without: readonly string[];
  readonly unfit: readonly string[];
  readonly lacking: readonly string[];
}

export function toldOfUnits({ made, without, unfit, lacking }: Units, language: Language): string {
  const lines = [{ vi: `Đã soạn ${made} báo cáo.`, en: `Composed ${made} reports.` }[language]];
  const list = (names: readonly string[], said: Said): void => {
    if (names.length > 0) lines.push(`${said[language]}: ${fewOf(names, language).join("; ")}.`);
  };
  list(unfit, { vi: `${unfit.length} báo cáo có số liệu không khớp`, en: `The figures of ${unfit.length} reports do not fit` });
  list(lacking, { vi: `${lacking.length} báo cáo còn thiếu số liệu`, en: `${lacking.length} reports lack figures` });
  list(without, {
    vi: `${without.length} đơn vị chưa có số liệu nào, chưa soạn`,
    en: `${without.length} units have no figures and no report`,
  });
  return lines.map((line) => `${line}\n`).join("");
}
