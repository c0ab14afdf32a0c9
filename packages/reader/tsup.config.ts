import { library } from "../../tooling/tsup/library.ts";

export default library(["src/index.ts", "src/docx/index.ts", "src/layout/index.ts"]);
