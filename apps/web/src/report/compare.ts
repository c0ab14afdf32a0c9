import { diffArrays } from "diff";
import type { PageNode, PageTree } from "./page-tree.ts";

/** A stretch of words that both versions have, or only one of them. */
interface Words {
  readonly is: "same" | "added" | "removed";
  readonly text: string;
}

/** A paragraph, a heading or a row that is otherwise in the later version, word by word. */
export interface ChangedBlock {
  readonly words: readonly Words[];
}

/** A figure that is printed otherwise; null where a version does not print it. */
interface ChangedFigure {
  readonly fact: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Comparison {
  readonly figures: readonly ChangedFigure[];
  readonly blocks: readonly ChangedBlock[];
}

const blockTags = new Set(["p", "h1", "h2", "h3", "h4", "tr", "li", "caption"]);

const wordsIn = (node: PageNode): string => (typeof node === "string" ? node : node.children.map(wordsIn).join(""));

/** The texts of a report, block by block, and its figures as they are printed, by their facts. */
function partsOf(tree: PageTree): { readonly blocks: readonly string[]; readonly figures: ReadonlyMap<string, string> } {
  const blocks: string[] = [];
  const figures = new Map<string, string>();
  const walk = (node: PageNode): void => {
    if (typeof node === "string") return;
    const fact = node.attributes["data-fact"];
    if (fact !== undefined && !figures.has(fact)) figures.set(fact, wordsIn(node));
    if (blockTags.has(node.tag)) {
      const parts = node.tag === "tr" ? node.children.map(wordsIn).join(" ") : wordsIn(node);
      const text = parts.replace(/\s+/g, " ").trim();
      if (text !== "") blocks.push(text);
    }
    for (const child of node.children) walk(child);
  };
  for (const node of tree.nodes) walk(node);
  return { blocks, figures };
}

/** What is otherwise in the later of two versions: figure by figure, and word by word. A figure is one word. */
export function compare(before: PageTree, after: PageTree): Comparison {
  const [then, now] = [partsOf(before), partsOf(after)];
  const facts = new Set([...now.figures.keys(), ...then.figures.keys()]);
  const figures = [...facts]
    .map((fact) => ({ fact, before: then.figures.get(fact) ?? null, after: now.figures.get(fact) ?? null }))
    .filter((one) => one.before !== one.after);
  return { figures, blocks: changedBlocks(then.blocks, now.blocks) };
}

/** Blocks that went are held against those that came in their place, one by one. */
function changedBlocks(before: readonly string[], after: readonly string[]): ChangedBlock[] {
  const changed: ChangedBlock[] = [];
  let gone: string[] = [];
  const close = (come: readonly string[]): void => {
    for (let i = 0; i < Math.max(gone.length, come.length); i += 1) changed.push({ words: between(gone[i] ?? "", come[i] ?? "") });
    gone = [];
  };
  for (const { removed, added, value } of diffArrays([...before], [...after])) {
    if (removed) gone = value;
    else close(added ? value : []);
  }
  close([]);
  return changed;
}

function between(before: string, after: string): Words[] {
  const split = (text: string): string[] => text.match(/\S+\s*/gu) ?? [];
  return diffArrays(split(before), split(after)).map(({ added, removed, value }) => ({
    is: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}
