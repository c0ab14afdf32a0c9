import { createRequire } from "node:module";
import type { Engines } from "@khop/reporting";
import { findDrawer, findPrinter, printerPackages } from "@khop/reporting/engines";
import { refused } from "../http/refuse.ts";

const finder = { require: createRequire(import.meta.url), load: (name: string): Promise<unknown> => import(name) };

/** What prints and draws, where it is installed beside the server; charts are told as tables where nothing draws them. */
export const engines: Engines = {
  printer: () => {
    const printer = findPrinter(finder);
    if (printer !== undefined) return printer;
    throw refused(
      "api/no-printer",
      `Máy chủ chưa ghi được PDF: cài ${printerPackages.join(" và ")}, hoặc xin bản docx.`,
      `This server writes no PDF: install ${printerPackages.join(" and ")}, or ask for docx.`,
      { package: printerPackages[0] as string },
    );
  },
  drawer: () => findDrawer(finder),
};
