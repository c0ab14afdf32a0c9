import { movesIn, pairable, pairDocuments } from "@khop/reader/against";
import type { Arguments } from "./arguments.ts";
import { readFrom } from "./examined.ts";
import { openSource } from "./input/open.ts";
import { print } from "./output.ts";
import { diffJson, diffMarkdown, diffTable } from "./show/diff.ts";
import { screenOf, standardOutput } from "./show/screen.ts";
import { Trouble } from "./trouble.ts";

/** `khop diff`: figure by figure, what moved from one report to the next. Always 0, for that figures move is no failure. */
export async function diff(given: Arguments): Promise<number> {
  const { operands, format, language, changedOnly } = given;
  const [earlier, later, ...others] = operands;
  if (earlier === undefined || later === undefined || others.length > 0 || (earlier === "-" && later === "-")) {
    throw new Trouble(
      "Lệnh khop diff nhận đúng hai tệp, báo cáo trước rồi báo cáo sau: viết khop diff thang-9.docx thang-10.docx.",
      "khop diff takes exactly two files, the earlier report first: write khop diff september.docx october.docx.",
    );
  }
  const [before, now] = [await readFrom(await openSource(earlier, given)), await readFrom(await openSource(later, given))];
  const pairing = pairDocuments(pairable(before.document), pairable(now.document));
  const moves = movesIn(pairing).filter(({ status }) => !changedOnly || status !== "same");
  const compared = { before, now, periods: pairing.periods, moves };
  if (format === "json") print(`${JSON.stringify(diffJson(compared), null, 2)}\n`);
  else if (format === "markdown") print(diffMarkdown(compared, screenOf({}, language)));
  else print(diffTable(compared, screenOf(standardOutput(), language)));
  return 0;
}
