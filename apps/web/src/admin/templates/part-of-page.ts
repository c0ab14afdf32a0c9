import { type PageNode, type PageTree, pageTree } from "../../report/page-tree.ts";

const around = new Set(["head", "end"]);

/** A report's page without its letterhead and its signature; without its title too, where that is not what is looked at. */
export function partOfPage(html: string, { keepsTitle }: { readonly keepsTitle: boolean }): PageTree {
  const tree = pageTree(html);
  const isKept = (node: PageNode): boolean => {
    if (typeof node === "string") return node.trim() !== "";
    const { className = "" } = node.attributes;
    return !around.has(className) && (keepsTitle || node.tag !== "h1");
  };
  const nodes = tree.nodes.map((node) =>
    typeof node === "string" || node.attributes.className !== "main" ? node : { ...node, children: node.children.filter(isKept) },
  );
  return { ...tree, nodes };
}

/** Whether there is anything to read. */
export const isBlank = (nodes: readonly PageNode[]): boolean =>
  nodes.every((node) => (typeof node === "string" ? node.trim() === "" : isBlank(node.children)));
