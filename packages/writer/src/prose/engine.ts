import { isKhopError, KhopError } from "@khop/core";
import { Liquid, type LiquidError, type Template } from "liquidjs";
import "../errors.ts";
import { filters } from "./filters.ts";
import { type Gathered, scopeFor } from "./state.ts";
import { tags } from "./tags.ts";

/** No section of a report is longer, and no template runs longer than this over it. */
const limits = { parseLimit: 200_000, renderLimit: 5_000, memoryLimit: 20_000_000 };

const engine = new Liquid({
  strictFilters: true,
  strictVariables: true,
  ownPropertyOnly: true,
  dynamicPartials: false,
  templates: {},
  ...limits,
});
for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
for (const [name, tag] of Object.entries(tags)) engine.registerTag(name, tag);

/** Those that were read last: whoever writes one has each of its drafts read. */
const parsed = new Map<string, Template[]>();
const mostParsed = 1_000;

/**
 * Renders a template over what a report tells.
 *
 * @param name what the template is called in errors
 * @throws KhopError `writer/bad-template` where it cannot be read or names what is not there; says the line, and the nearest name.
 */
export function render(name: string, template: string, gathered: Gathered, variables: object): string {
  try {
    let ready = parsed.get(template);
    if (ready === undefined) {
      ready = engine.parse(template);
      const [oldest] = parsed.keys();
      if (parsed.size >= mostParsed && oldest !== undefined) parsed.delete(oldest);
      parsed.set(template, ready);
    }
    return String(engine.renderSync(ready, scopeFor(gathered, variables)));
  } catch (error) {
    throw asBadTemplate(name, error);
  }
}

function asBadTemplate(name: string, error: unknown): unknown {
  if (!isLiquidError(error)) return error;
  const [line = 1, column = 1] = error.token?.getPosition() ?? [];
  const cause = error.originalError ?? error;
  const why = isKhopError(cause, "writer/unknown-name") ? cause.message : asSaid(error);
  return new KhopError(
    "writer/bad-template",
    `Mẫu "${name}", dòng ${line}, cột ${column}: ${why}. / Template "${name}", line ${line}, column ${column}.`,
    { template: name, line, column, ...(isKhopError(cause, "writer/unknown-name") ? { nearest: cause.info.nearest } : {}) },
    { cause: error },
  );
}

const isLiquidError = (error: unknown): error is LiquidError => error instanceof Error && "token" in error && "context" in error;

/** What the engine says, in both languages where it is one of its usual complaints. */
function asSaid({ originalError, message }: LiquidError): string {
  const said = (originalError?.message ?? message).replace(/, file:.*$|, line:.*$/s, "");
  const name = /undefined (?:variable|filter): ([\w.-]+)/.exec(said)?.[1];
  if (name !== undefined && said.startsWith("undefined variable")) return `không có biến "${name}" / there is no variable "${name}"`;
  if (name !== undefined) return `không có bộ lọc "${name}" / there is no filter "${name}"`;
  return said.includes(" / ") ? said : `không đọc được: ${said} / it cannot be read: ${said}`;
}
