import type { Arguments } from "../arguments.ts";
import { Trouble } from "../trouble.ts";
import { realPath } from "./annotated.ts";
import { filesOf } from "./operands.ts";

/**
 * Makes sure that there is one report to hold against the earlier one, and that they are two.
 *
 * @throws Trouble that says how to call the command instead.
 */
export function mayCompare(operands: readonly string[], previous: string): void {
  const files = filesOf(operands);
  if (files.length > 1) {
    throw new Trouble(
      `Cờ --previous đối chiếu đúng một báo cáo với báo cáo kỳ trước, ở đây có ${files.length} tệp: hãy chạy riêng cho từng tệp.`,
      `The flag --previous holds exactly one report against the earlier one, here are ${files.length} files: run it for each by itself.`,
    );
  }
  const [file] = files;
  if (typeof file === "string" && (file === "-" ? previous === "-" : previous !== "-" && realPath(file) === realPath(previous))) {
    throw new Trouble(
      `Báo cáo trước và báo cáo đang kiểm là một tệp, ${previous}: hãy nêu báo cáo của kỳ trước sau --previous.`,
      `The earlier report and the one that is checked are one file, ${previous}: name that of the period before after --previous.`,
    );
  }
}

/** @throws Trouble when there are not two files or more, or when the dossier is to be held against an earlier report. */
export function mayStandTogether({ operands, previous }: Arguments): void {
  if (previous !== undefined) {
    throw new Trouble(
      "Cờ --together và --previous không dùng cùng nhau: hãy chạy hai lần, một lần cho mỗi cờ.",
      "The flags --together and --previous do not go together: run the command twice, once with each.",
    );
  }
  if (filesOf(operands).length < 2) {
    throw new Trouble(
      "Cờ --together cần từ hai tệp của một hồ sơ: viết khop check bao-cao.docx phu-luc.md --together.",
      "The flag --together needs two files or more of one dossier: write khop check report.docx annex.md --together.",
    );
  }
}
