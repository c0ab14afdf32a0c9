import noControl from "@textlint-rule/textlint-rule-no-invalid-control-character";
import noUnmatchedPair from "@textlint-rule/textlint-rule-no-unmatched-pair";
import pattern from "@textlint-rule/textlint-rule-pattern";
import { TextlintKernel } from "@textlint/kernel";
import markdown from "@textlint/textlint-plugin-markdown";

type Options = Parameters<TextlintKernel["lintText"]>[1];

/** A module that was written for CommonJS: what it gives stands under one `default` or two. */
const plain = <T>(module: T): T => (module as { default?: T }).default ?? module;

/** textlint as it comes: its kernel, its Markdown plug-in, the rules of its own organisation. */
export function textlint(): (text: string) => Promise<unknown> {
  const kernel = new TextlintKernel();
  const options = {
    ext: ".md",
    filePath: "report.md",
    plugins: [{ pluginId: "markdown", plugin: plain(markdown) }],
    rules: [
      { ruleId: "no-invalid-control-character", rule: plain(noControl) },
      { ruleId: "no-unmatched-pair", rule: plain(noUnmatchedPair) },
      { ruleId: "pattern", rule: plain(pattern), options: { patterns: [{ pattern: "\\d+,\\d+ ?%", message: "a share" }] } },
    ],
  } as unknown as Options;
  return (text) => kernel.lintText(text, options);
}
