import { period } from "@khop/core";
import {
  addComment,
  approve,
  checkSubmission,
  giveBack,
  lock,
  readComments,
  readFacts,
  readSteps,
  readSubmission,
  type Submission,
  saveEntries,
  submit,
  unlock,
  waiveFinding,
} from "@khop/store";
import type { Context } from "hono";
import { allow } from "../access/allow.ts";
import type { Action } from "../access/authorise.ts";
import type { Env, Services } from "../context.ts";
import { comparisonOut, comparisonSchema } from "../http/comparison.ts";
import { versionIs } from "../http/conditional.ts";
import { cellInput, factFrom, factOut, factSchema } from "../http/figures.ts";
import { seenIn, versioned } from "../http/if-match.ts";
import { pageIn, pageOf, pageQuery } from "../http/pages.ts";
import { body, done, name, newRoutes, orNull, reason, route, z } from "../http/routes.ts";
import { submissionOut, submissionSchema } from "./periods.ts";
import { collectingOf } from "./regime-of.ts";

const at = "/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}" as const;
const params = z.object({ province: name, regime: name, period: name, orgUnit: name });
const tag = "Lần gửi số liệu";
const said = z.object({ vi: z.string(), en: z.string() });
const finding = z.object({
  id: z.string(),
  code: z.string(),
  severity: z.string(),
  message: said,
  cells: z.array(z.string()),
  suspects: z.array(z.object({ cell: z.string(), expected: z.string().nullable(), score: z.number() })),
  ambiguous: z.boolean(),
  blocks: z.boolean(),
  waived: z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
});
const checkAnswer = z.object({
  findings: z.array(finding),
  missing: z.array(z.string()),
  comparisons: z.array(comparisonSchema),
  relations: z.array(z.object({ id: z.string(), kind: z.string(), verdict: z.string(), reason: z.string().optional() })),
});
const step = z.object({
  seq: z.number().int(),
  action: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  as: z.string().optional(),
  reason: z.string().optional(),
  cells: z.array(z.object({ cell: z.string(), reason: z.string() })),
});
const comment = z.object({ id: z.string(), cell: z.string().optional(), text: z.string(), by: z.string(), at: z.iso.datetime() });

/** What one unit owes for one period: entering, checking, sending, deciding. */
export function submissions(services: Services) {
  const { store } = services;
  const on = async (c: Context<Env>, action: Action, given: z.output<typeof params>) => {
    const { province, regime, period: when, orgUnit } = given;
    const { acting, orgUnits } = await allow(c, services, action, { province, orgUnit, regime });
    return { acting, orgUnits, key: { regime, period: when, orgUnit }, regime: collectingOf(services, regime) };
  };
  const answer = (c: Context<Env>, one: Submission) => {
    versionIs(c, one.version);
    return submissionOut(one, store.now());
  };
  const decision = (verb: string, summary: string, schema: z.ZodType = z.object({})) =>
    route({
      method: "post",
      path: `${at}/${verb}` as `${typeof at}/x`,
      tag,
      summary,
      request: { params, headers: versioned, ...body(schema) },
      answer: submissionSchema,
    });

  return newRoutes()
    .openapi(
      route({ method: "get", path: at, tag, summary: "Trạng thái / How it stands", request: { params }, answer: submissionSchema }),
      async (c) => {
        const { acting, key } = await on(c, "submission.read", c.req.valid("param"));
        return c.json(answer(c, await readSubmission(store, acting.province, key)));
      },
    )
    .openapi(
      route({
        method: "get",
        path: `${at}/entries`,
        tag,
        summary: "Biểu mẫu và số liệu đã nhập / The form and what is entered",
        request: { params },
        answer: z.object({
          items: z.array(
            z.object({ cell: z.object({ indicator: z.string(), members: z.record(z.string(), z.string()) }), fact: orNull(factSchema) }),
          ),
        }),
      }),
      async (c) => {
        const { acting, key, regime } = await on(c, "submission.read", c.req.valid("param"));
        versionIs(c, (await readSubmission(store, acting.province, key)).version);
        const facts = await readFacts(store, { province: acting.province, periods: [period(key.period)], orgUnits: [key.orgUnit] });
        const same = (a: Readonly<Record<string, string>> = {}, b: Readonly<Record<string, string>> = {}) =>
          Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([breakdown, member]) => b[breakdown] === member);
        const items = regime.entries
          .filter(({ frequency }) => frequency === undefined)
          .map(({ indicator, members }) => {
            const fact = facts.find((one) => one.indicator === indicator && same(one.members, members));
            return { cell: { indicator, members: { ...members } }, fact: fact === undefined ? null : factOut(fact) };
          });
        return c.json({ items });
      },
    )
    .openapi(
      route({
        method: "patch",
        path: `${at}/entries`,
        tag,
        summary:
          "Nhập từng ô; ô hai người cùng sửa được trả lại cả hai giá trị / Enter cells; a cell that two changed comes back with both values",
        request: { params, headers: versioned, ...body(z.object({ cells: z.array(cellInput).min(1).max(5000), why: reason.optional() })) },
        answer: z.object({
          written: z.number().int(),
          conflicts: z.array(z.object({ mine: z.object({ cell: z.string(), value: z.string().nullable() }), theirs: factSchema })),
          submission: submissionSchema,
        }),
      }),
      async (c) => {
        const { acting, key, regime } = await on(c, "facts.enter", c.req.valid("param"));
        const { cells, why } = c.req.valid("json");
        const entries = cells.map((cell) => ({
          fact: factFrom(cell, key, regime.indicators),
          ...(cell.seen === undefined ? {} : { seen: cell.seen }),
        }));
        const saved = await saveEntries(store, acting, regime, key, entries, { ...(why === undefined ? {} : { why }), ...seenIn(c) });
        const conflicts = saved.conflicts.map(({ mine, theirs }) => ({
          mine: {
            cell: [mine.indicator, ...Object.values(mine.members ?? {})].join(" "),
            value: mine.quantity?.value.toFixed(Math.max(mine.quantity.decimals, 0)) ?? null,
          },
          theirs: factOut(theirs),
        }));
        return c.json({ written: saved.written, conflicts, submission: answer(c, saved.submission) });
      },
    )
    .openapi(
      route({
        method: "get",
        path: `${at}/check`,
        tag,
        summary: "Kiểm tra số liệu đã nhập / What the rules say of it",
        request: { params },
        answer: checkAnswer,
      }),
      async (c) => {
        const { acting, orgUnits, key, regime } = await on(c, "submission.read", c.req.valid("param"));
        const { findings, missing, checked, comparisons } = await checkSubmission(store, acting.province, regime, key, { orgUnits });
        return c.json({
          missing: [...missing],
          comparisons: comparisons.map((one) => comparisonOut(one, { indicators: regime.indicators, orgUnits })),
          findings: findings.map(({ id, finding: one, blocks, waived }) => ({
            id,
            code: one.code,
            severity: one.severity,
            message: { ...one.message },
            cells: one.cells.map((cell) => cell.id),
            suspects: one.suspects.map(({ cell, expected, score }) => ({ cell: cell.id, expected: expected?.toFixed() ?? null, score })),
            ambiguous: one.ambiguous,
            blocks,
            ...(waived === undefined ? {} : { waived: { reason: waived.reason, by: waived.by, at: waived.at.toISOString() } }),
          })),
          relations: checked.map(({ relation, verdict, reason: why }) => ({
            id: relation.id,
            kind: relation.kind.kind,
            verdict,
            ...(why === undefined ? {} : { reason: why }),
          })),
        });
      },
    )
    .openapi(decision("submit", "Gửi lên cấp trên / Send it up"), async (c) => {
      const { acting, orgUnits, key, regime } = await on(c, "submission.submit", c.req.valid("param"));
      return c.json(answer(c, await submit(store, acting, regime, key, { orgUnits, ...seenIn(c) })));
    })
    .openapi(
      decision("approve", "Duyệt thay mặt một đơn vị cấp trên / Approve in the name of a unit above", z.object({ as: name })),
      async (c) => {
        const { acting, key } = await on(c, "submission.approve", c.req.valid("param"));
        const { as } = c.req.valid("json") as { as: string };
        await allow(c, services, "submission.approve", { province: acting.province, orgUnit: as, regime: key.regime });
        return c.json(answer(c, await approve(store, acting, key, { as, ...seenIn(c) })));
      },
    )
    .openapi(
      decision(
        "return",
        "Trả lại, nêu lý do từng ô / Give it back, with a reason for each cell",
        z.object({
          as: name,
          reason,
          cells: z
            .array(z.object({ cell: name, reason }))
            .max(5000)
            .optional(),
        }),
      ),
      async (c) => {
        const { acting, key } = await on(c, "submission.return", c.req.valid("param"));
        const {
          as,
          reason: why,
          cells,
        } = c.req.valid("json") as { as: string; reason: string; cells?: { cell: string; reason: string }[] };
        await allow(c, services, "submission.return", { province: acting.province, orgUnit: as, regime: key.regime });
        return c.json(
          answer(c, await giveBack(store, acting, key, { as, reason: why, ...(cells === undefined ? {} : { cells }), ...seenIn(c) })),
        );
      },
    )
    .openapi(decision("lock", "Khóa số liệu / Lock it"), async (c) => {
      const { acting, key } = await on(c, "submission.lock", c.req.valid("param"));
      return c.json(answer(c, await lock(store, acting, key, seenIn(c))));
    })
    .openapi(decision("unlock", "Mở khóa, nêu lý do / Unlock it, with a reason", z.object({ reason })), async (c) => {
      const { acting, key } = await on(c, "submission.unlock", c.req.valid("param"));
      const { reason: why } = c.req.valid("json") as { reason: string };
      return c.json(answer(c, await unlock(store, acting, key, { reason: why, ...seenIn(c) })));
    })
    .openapi(
      route({
        method: "get",
        path: `${at}/steps`,
        tag,
        summary: "Các bước đã qua / The steps it has gone",
        request: { params, query: pageQuery },
        answer: pageOf(step),
      }),
      async (c) => {
        const { acting, key } = await on(c, "submission.read", c.req.valid("param"));
        const steps = await readSteps(store, acting.province, key);
        const all = steps.map((one) => ({ ...one, at: one.at.toISOString(), cells: [...one.cells] }));
        return c.json(pageIn(all, ({ seq }) => String(seq), c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "post",
        path: `${at}/waivers`,
        tag,
        summary: "Chấp nhận một phát hiện, nêu lý do / Waive a finding, with a reason",
        request: { params, ...body(z.object({ finding: name, reason })) },
        answer: done,
      }),
      async (c) => {
        const { acting, key, regime } = await on(c, "finding.waive", c.req.valid("param"));
        await waiveFinding(store, acting, regime, key, c.req.valid("json"));
        return c.json({ done: true as const });
      },
    )
    .openapi(
      route({
        method: "get",
        path: `${at}/comments`,
        tag,
        summary: "Trao đổi / Comments",
        request: { params, query: pageQuery },
        answer: pageOf(comment),
      }),
      async (c) => {
        const { acting, key } = await on(c, "submission.read", c.req.valid("param"));
        const all = (await readComments(store, acting.province, key)).map((one) => ({ ...one, at: one.at.toISOString() }));
        return c.json(pageIn(all, ({ id }) => id, c.req.valid("query")));
      },
    )
    .openapi(
      route({
        method: "post",
        path: `${at}/comments`,
        tag,
        summary: "Thêm trao đổi / Add a comment",
        request: { params, ...body(z.object({ text: reason, cell: name.optional() })) },
        answer: comment,
      }),
      async (c) => {
        const { acting, key } = await on(c, "comment.add", c.req.valid("param"));
        const { text, cell } = c.req.valid("json");
        const made = await addComment(store, acting, key, { text, ...(cell === undefined ? {} : { cell }) });
        return c.json({ ...made, at: made.at.toISOString() });
      },
    );
}
