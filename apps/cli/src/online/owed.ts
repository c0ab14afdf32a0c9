import { allPages } from "@khop/client";
import type { Arguments } from "../arguments.ts";
import type { Said } from "../language.ts";
import { print } from "../output.ts";
import { dayVi } from "../show/day.ts";
import { answered, lineTo } from "./line.ts";

const states: Readonly<Record<string, Said>> = {
  draft: { vi: "chưa gửi", en: "not sent" },
  returned: { vi: "bị trả lại", en: "returned" },
  submitted: { vi: "đã gửi, chờ duyệt", en: "sent, not approved yet" },
  approved: { vi: "đã duyệt", en: "approved" },
  locked: { vi: "đã khóa", en: "locked" },
};

/** `khop owed`: how the submissions of one's own units stand, those that are owed first; 1 where something is owed. */
export async function owed(given: Arguments): Promise<number> {
  const { language } = given;
  const { khop, province } = await lineTo(given);
  const path = { province };
  const { orgUnits } = answered(await khop.GET("/api/v1/provinces/{province}/powers", { params: { path } }));
  const mine = new Set(orgUnits.find(({ action }) => action === "facts.enter")?.orgUnits);
  const open = answered(await allPages((query) => khop.GET("/api/v1/provinces/{province}/periods", { params: { path, query } })));
  const at = "/api/v1/provinces/{province}/periods/{regime}/{period}/submissions";
  const lists = await Promise.all(
    open.map(async ({ regime, period }) =>
      answered(await allPages((query) => khop.GET(at, { params: { path: { province, regime, period }, query } }))),
    ),
  );
  const all = lists.flat().filter(({ orgUnit }) => mine.has(orgUnit) && (given.orgUnit === undefined || orgUnit === given.orgUnit));
  const isOwed = ({ state }: { readonly state: string }): boolean => state === "draft" || state === "returned";
  const shown = [...all.filter(isOwed).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)), ...all.filter((one) => !isOwed(one))];
  for (const { regime, period, orgUnit, state, dueOn, timeliness } of shown) {
    const late = isOwed({ state }) && timeliness === "missing" ? { vi: " (quá hạn)", en: " (overdue)" }[language] : "";
    const due = { vi: `hạn ${dayVi(dueOn)}${late}`, en: `due ${dueOn}${late}` }[language];
    print(`${orgUnit}  ${regime}  ${period}  ${due}  ${states[state]?.[language] ?? state}\n`);
  }
  if (all.length === 0) print({ vi: "Không có kỳ nào phải gửi.\n", en: "Nothing is to be sent.\n" }[language]);
  return all.some(isOwed) ? 1 : 0;
}
