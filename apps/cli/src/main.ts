import pkg from "../package.json" with { type: "json" };
import { type Arguments, readArguments } from "./arguments.ts";
import { check } from "./check.ts";
import { demo } from "./demo.ts";
import { figures } from "./figures.ts";
import { help } from "./help.ts";
import type { Language } from "./language.ts";
import { print, printError } from "./output.ts";
import { asTrouble, troubleLines } from "./trouble.ts";

async function run(given: Arguments): Promise<number> {
  switch (given.command) {
    case "check":
      return check(given);
    case "figures":
      return figures(given);
    case "waive": {
      const { waive } = await import("./waive.ts");
      return waive(given);
    }
    case "diff": {
      const { diff } = await import("./diff.ts");
      return diff(given);
    }
    case "compose": {
      const { compose } = await import("./compose.ts");
      return compose(given);
    }
    case "facts": {
      const { facts } = await import("./facts.ts");
      return facts(given);
    }
    case "refresh": {
      const { refresh } = await import("./refresh.ts");
      return refresh(given);
    }
    case "explain": {
      const { explain } = await import("./explain.ts");
      return explain(given);
    }
    case "regimes": {
      const { regimes } = await import("./regimes.ts");
      return regimes(given);
    }
    case "init": {
      const { init } = await import("./init.ts");
      return init(given);
    }
    case "owed": {
      const { owed } = await import("./online/owed.ts");
      return owed(given);
    }
    case "send": {
      const { send } = await import("./online/send.ts");
      return send(given);
    }
    case "fetch": {
      const { fetchFile } = await import("./online/fetch.ts");
      return fetchFile(given);
    }
    case "audit":
    case "backup":
    case "restore":
    case "serve": {
      const { serve } = await import("./serve.ts");
      return serve(given);
    }
    case "demo":
      return demo(given);
    case "help":
      return help(given);
    case "version":
      print(`${pkg.version}\n`);
      return 0;
  }
}

let language: Language = process.argv.join(" ").includes("--lang en") || process.argv.includes("--lang=en") ? "en" : "vi";
try {
  const given = readArguments(process.argv.slice(2));
  language = given.language;
  process.exitCode = await run(given);
} catch (error) {
  printError(troubleLines(asTrouble(error, { vi: "Lệnh khop", en: "khop" }), language));
  process.exitCode = 2;
}
