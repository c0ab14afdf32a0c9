import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateFacts, madeUpProvinces, october2024, reportRegimes, rowsOf } from "@khop/catalog/report";
import { type OrgUnit, previous } from "@khop/core";
import { csvOf } from "@khop/reporting";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const root = mkdtempSync(join(tmpdir(), "khop-each-"));
afterAll(() => rmSync(root, { recursive: true }));

function khop(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: root, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" }, timeout: 30_000 });
  return { status, stdout, stderr };
}

const regime = reportRegimes.find(({ id }) => id === october2024.regime);
if (regime === undefined) throw new Error("the regime of the example is not there");
const { period } = october2024;
const places = madeUpProvinces(3, "each");
const settings = {
  regime: regime.id,
  orgUnit: { id: "tren", name: "Cơ quan tổng hợp" },
  orgUnits: [...places.map(({ id, name }) => ({ id, name })), { id: "chua-gui", name: "Nơi chưa gửi" }],
  letter: { body: "Sở Số liệu {unit}", place: "{unit}", signatureBlock: { position: "Giám đốc", name: "Trần Thị Mẫu" } },
};
const write = (changes: object = {}): void => writeFileSync(join(root, "khop.json"), JSON.stringify({ ...settings, ...changes }));
const composed = (to: string) => khop("compose", "--period", "2024-10", "--facts", "tat-ca.csv", "--to", to);

beforeAll(() => {
  const facts = places.map((orgUnit, seed) => generateFacts({ regime, orgUnits: [orgUnit], periods: [previous(period), period], seed }));
  writeFileSync(join(root, "tat-ca.csv"), csvOf(rowsOf(regime, facts.flat())));
  writeFileSync(join(root, "mot.csv"), csvOf(rowsOf(regime, facts[0] ?? [])));
});

describe("khop compose --to …{unit}…", () => {
  it("makes a report of each unit under its own name, and tells who has sent nothing", () => {
    write();
    const { status, stderr } = composed("ra/{unit}/thang-10.md,ra/{unit}/thang-10.docx");
    expect([status, stderr]).toEqual([1, expect.stringContaining("Đã soạn 3 báo cáo.")]);
    expect(stderr).toContain("1 đơn vị chưa có số liệu nào, chưa soạn: Nơi chưa gửi");
    expect(readdirSync(join(root, "ra")).sort()).toEqual(places.map(({ id }) => id).sort());
    const texts = places.map(({ id }) => readFileSync(join(root, "ra", id, "thang-10.md"), "utf8"));
    for (const [i, { id, name }] of places.entries()) {
      expect(texts[i]).toContain(`SỞ SỐ LIỆU ${name.toUpperCase()}`);
      expect(existsSync(join(root, "ra", id, "thang-10.docx"))).toBe(true);
    }
    expect(new Set(texts).size).toBe(3);
  });

  it("takes the units from the figures where none are named", () => {
    write({ orgUnits: undefined });
    expect(composed("moi/{unit}.md").status).toBe(0);
    expect(readdirSync(join(root, "moi"))).toHaveLength(3);
  });

  it("reads the figures of each unit from its own file", () => {
    write();
    mkdirSync(join(root, "rieng"));
    const [first] = places as [OrgUnit];
    writeFileSync(join(root, `rieng/${first.id}.csv`), readFileSync(join(root, "mot.csv")));
    const { status, stderr } = khop("compose", "--period", "2024-10", "--facts", "rieng/{unit}.csv", "--to", "mot/{unit}.md");
    expect([status, stderr]).toEqual([1, expect.stringContaining("Đã soạn 1 báo cáo.")]);
    expect(stderr).toContain("3 đơn vị chưa có số liệu nào");
    expect(readdirSync(join(root, "mot"))).toEqual([`${first.id}.md`]);
  });

  it.each([
    ["one file for all", {}, "chung.docx,rieng/{unit}.docx", "{unit}.docx"],
    ["a unit that is not named", { orgUnits: [{ id: "tinh-khac", name: "Khác" }] }, "ra/{unit}.md", "không nằm trong orgUnits"],
    ["an id that is a path", { orgUnits: [...settings.orgUnits, { id: "../ngoai", name: "Ngoài" }] }, "ra/{unit}.md", "không dùng làm tên tệp được"],
  ])("refuses %s", (_, changes, to, said) => {
    write(changes);
    const { status, stderr } = composed(to);
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
