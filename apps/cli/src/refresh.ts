import { addressKey, type Quantity } from "@khop/core";
import { refresh as refreshed } from "@khop/writer/live";
import type { Arguments } from "./arguments.ts";
import { print, printError, replaceFile, writeOutput } from "./output.ts";
import { issueLines } from "./show/composed.ts";
import { refreshLines } from "./show/refreshed.ts";
import { Trouble } from "./trouble.ts";
import { behind } from "./work/folder-network.ts";
import { liveFile } from "./work/live-file.ts";

/** `khop refresh`: 0 when every figure says what its fact says, 1 when some were edited by hand or have no fact. */
export function refresh(given: Arguments): number {
  const [file, ...others] = given.operands;
  if (file === undefined || others.length > 0) {
    throw new Trouble(
      "Lệnh khop refresh nhận đúng một tệp Word do khop compose soạn: viết khop refresh bao-cao.docx.",
      "khop refresh takes exactly one Word file that khop compose wrote: write khop refresh report.docx.",
    );
  }
  const { live } = liveFile(file);
  const { network, issues } = behind(live, file, given);
  const facts = new Map(network.cells.map(({ address, quantity }): [string, Quantity | null] => [addressKey(address), quantity]));
  const result = refreshed(live, facts);
  const to = given.to ?? file;
  const isWritten = !given.dryRun && (result.changed.length > 0 || given.to !== undefined);
  if (isWritten && given.to === undefined) replaceFile(file, result.bytes);
  else if (isWritten) writeOutput(to, result.bytes);
  printError(issueLines(issues, given.language));
  if (!given.quiet) print(refreshLines(result, live, network, isWritten ? to : undefined, given.language));
  return result.edited.length + result.unknown.length + issues.length > 0 ? 1 : 0;
}
