import { TextlintKernelDescriptor } from "@textlint/kernel";
import markdown from "@textlint/textlint-plugin-markdown";
import noControl from "@textlint-rule/textlint-rule-no-invalid-control-character";
import noUnmatchedPair from "@textlint-rule/textlint-rule-no-unmatched-pair";
import pattern from "@textlint-rule/textlint-rule-pattern";
import { createLinter } from "textlint";

/** A module that was written for CommonJS: what it gives stands under one `default` or two. */
// biome-ignore lint/suspicious/noExplicitAny: the rules of textlint ship without types that agree with their form at run time
const plain = (module: any): any => module.default ?? module;

/** textlint as it comes: its Markdown plug-in and the rules of its own organisation. */
export function textlint(): (text: string) => Promise<unknown> {
  const descriptor = new TextlintKernelDescriptor({
    plugins: [{ pluginId: "markdown", plugin: plain(markdown) }],
    rules: [
      { ruleId: "no-invalid-control-character", rule: plain(noControl) },
      { ruleId: "no-unmatched-pair", rule: plain(noUnmatchedPair) },
      { ruleId: "pattern", rule: plain(pattern), options: { patterns: [{ pattern: "\\d+,\\d+ ?%", message: "a share" }] } },
    ],
    filterRules: [],
  });
  const linter = createLinter({ descriptor });
  return (text) => linter.lintText(text, "report.md");
}
