import type { Arguments } from "./arguments.ts";
import { print } from "./output.ts";
import { explanation } from "./show/explained.ts";
import { Trouble } from "./trouble.ts";
import { behind } from "./work/folder-network.ts";
import { liveFile } from "./work/live-file.ts";

/** `khop explain`: where a figure of a report comes from, down to the facts that were told. */
export function explain(given: Arguments): number {
  const [file, figure, ...others] = given.operands;
  if (file === undefined || figure === undefined || others.length > 0) {
    throw new Trouble(
      'Lệnh khop explain nhận một tệp Word do khop compose soạn và một con số trong đó: viết khop explain bao-cao.docx "98,44%".',
      'khop explain takes a Word file that khop compose wrote and a figure of it: write khop explain report.docx "98,44%".',
    );
  }
  const { live } = liveFile(file);
  const found = live.figures.filter(({ now, fact, id }) => says(now, figure) || fact === figure || `#${id}` === figure);
  if (found.length === 0) {
    const near = live.figures.filter(({ now }) => now.includes(figure)).map(({ now }) => now);
    throw new Trouble(
      `${file} không có con số ${figure}${near.length > 0 ? `; có: ${[...new Set(near)].slice(0, 5).join(", ")}` : ""}. Viết đúng như trong văn bản.`,
      `${file} has no figure ${figure}${near.length > 0 ? `; there is ${[...new Set(near)].slice(0, 5).join(", ")}` : ""}. Write it as the text has it.`,
    );
  }
  const of = behind(live, file, given);
  const facts = [...new Set(found.map(({ fact }) => fact))];
  print(facts.map((fact) => explanation(fact, found.find((one) => one.fact === fact)?.now ?? "", of, given.language)).join("\n"));
  return 0;
}

/** Whether a figure is meant by a number alone or by all of its words. */
function says(now: string, wanted: string): boolean {
  const plain = wanted.trim().toLowerCase();
  return (
    now.toLowerCase() === plain ||
    now
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word === plain || word.replace(/%$/, "") === plain)
  );
}
