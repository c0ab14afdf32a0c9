import { addressKey, type Network } from "@khop/core";
import type { LiveDocument, Refreshed } from "@khop/writer/live";
import type { Language } from "../language.ts";

/** What was written anew, what was left alone and why. */
export function refreshLines(
  { changed, edited, unknown }: Refreshed,
  live: LiveDocument,
  network: Network,
  to: string | undefined,
  language: Language,
): string {
  const names = new Map(network.cells.map(({ address, label }) => [addressKey(address), label]));
  const nameOf = (fact: string): string => names.get(fact) ?? fact;
  const say = (vi: string, en: string): string => ({ vi, en })[language];
  const lines: string[] = [];
  const list = <T>(all: readonly T[], head: string, line: (one: T) => string): void => {
    if (all.length > 0) lines.push(head, ...all.map((one) => `  ${line(one)}`));
  };
  list(changed, say(`${changed.length} con số đã thay đổi:`, `${changed.length} figures changed:`), ({ figure, text, turnsZero }) => {
    const zero = turnsZero ? say(" (xem lại câu quanh con số này)", " (look at the words around it)") : "";
    return `${nameOf(figure.fact)}: ${figure.text} → ${text}${zero}`;
  });
  list(
    edited,
    say(`${edited.length} con số đã sửa tay, để nguyên:`, `${edited.length} figures were edited by hand and left alone:`),
    ({ figure, text }) =>
      say(
        `${nameOf(figure.fact)}: trong tệp ${figure.now}, theo số liệu ${text}`,
        `${nameOf(figure.fact)}: the file says ${figure.now}, the facts ${text}`,
      ),
  );
  list(
    unknown,
    say(`${unknown.length} con số không còn số liệu, để nguyên:`, `${unknown.length} figures have no fact any more and were left alone:`),
    ({ fact, now }) => `${nameOf(fact)}: ${now}`,
  );
  list(
    live.gone,
    say(`${live.gone.length} con số không còn trong văn bản:`, `${live.gone.length} figures are no longer in the text:`),
    ({ fact, text }) => `${nameOf(fact)}: ${text}`,
  );
  const same = live.figures.length - changed.length - edited.length - unknown.length;
  lines.push(say(`${same} con số giữ nguyên.`, `${same} figures stay as they are.`));
  if (to !== undefined) lines.push(say(`Đã ghi ${to}.`, `Wrote ${to}.`));
  return `${lines.join("\n")}\n`;
}
