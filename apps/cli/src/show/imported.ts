import { type Address, addressKey, formatVi } from "@khop/core";
import { Places } from "@khop/reader/checked";
import type { Language } from "../language.ts";
import type { ReportFacts } from "../work/report-facts.ts";
import { words } from "./words.ts";

/** How much of the text stands around a figure, on either side. */
const around = 40;

/** Figures that may belong to several places, or to none, each where it stands and with what it may be. */
export function doubtLines({ doubts, document: { text, source }, network }: ReportFacts, language: Language): string {
  if (doubts.length === 0) return "";
  const places = new Places(text, source);
  const names = new Map(network.cells.map(({ address, label }) => [addressKey(address), label]));
  const nameOf = (address: Address): string => names.get(addressKey(address)) ?? address.indicator ?? "";
  const head = {
    vi: `${doubts.length} con số chưa chắc thuộc chỉ tiêu nào, không nhận; hãy tự nhập nếu cần:`,
    en: `${doubts.length} figures may belong to several indicators and were not taken; enter them by hand where they are wanted:`,
  };
  const or = { vi: " hoặc ", en: " or " }[language];
  const lines = doubts.map(({ start, end, candidates }) => {
    const said = text.slice(Math.max(0, start - around), end + around).replace(/\s+/g, " ");
    const maybe = candidates.map(({ address, sure }) => `${nameOf(address)} (${formatVi(String(sure), 2)})`).join(or);
    return `  ${places.named(start, words[language])}: "…${said}…" → ${maybe}\n`;
  });
  return `${head[language]}\n${lines.join("")}`;
}

/** What was taken from a report, and what of the regime it does not tell. */
export function importedLine({ facts, network }: ReportFacts, to: string, language: Language): string {
  const told = new Set(facts.map(({ indicator }) => indicator));
  const untold = new Set(
    network.cells.flatMap(({ address: { indicator } }) => (indicator === undefined || told.has(indicator) ? [] : [indicator])),
  );
  const rest =
    untold.size === 0
      ? { vi: "", en: "" }
      : { vi: `; ${untold.size} chỉ tiêu không thấy trong báo cáo`, en: `; ${untold.size} indicators are not in the report` };
  return { vi: `Đã ghi ${to}: ${facts.length} số liệu${rest.vi}.\n`, en: `Wrote ${to}: ${facts.length} figures${rest.en}.\n` }[language];
}
