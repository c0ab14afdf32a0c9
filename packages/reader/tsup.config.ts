import { library } from "../../tooling/tsup/library.ts";

export default library([
  "src/index.ts",
  "src/against/index.ts",
  "src/checked/index.ts",
  "src/csv/index.ts",
  "src/docx/index.ts",
  "src/file/index.ts",
  "src/html/index.ts",
  "src/legacy/index.ts",
  "src/match/index.ts",
  "src/layout/index.ts",
  "src/pdf/index.ts",
  "src/xlsx/index.ts",
]);
