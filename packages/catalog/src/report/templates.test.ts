import { describe, expect, it } from "vitest";
import { outlineOf } from "./outline.ts";
import { departmentMonthly, reportRegimes } from "./regimes.ts";
import { onlyPlace, templatePlaces, toldBy } from "./templates.ts";

const outline = outlineOf(departmentMonthly);

describe("the templates of a report", () => {
  it("have each an id of their own, in every regime", () => {
    for (const regime of reportRegimes) {
      const ids = templatePlaces(outlineOf(regime)).map(({ id }) => id);
      expect([regime.id, new Set(ids).size]).toEqual([regime.id, ids.length]);
    }
    expect(templatePlaces(outline).map(({ id }) => id).filter((id) => !id.startsWith("section."))).toEqual(["wording.title", "wording.summary", "wording.opening", "wording.closing", "wording.tasksTitle", "appendix.dossiers"]);
  });

  it("are told by one's own where there is one, each in its place, and else stay", () => {
    const places = templatePlaces(outline);
    expect(toldBy(outline, {})).toEqual(outline);
    for (const { id } of places) {
      const after = templatePlaces(toldBy(outline, { [id]: "Mới." }));
      expect(after).toEqual(places.map((one) => (one.id === id ? { ...one, template: "Mới." } : one)));
    }
  });

  it("are looked at alone", () => {
    for (const { id, is, title, template } of templatePlaces(outline)) {
      const { sections, appendices = [], title: _, symbol: _symbol, ...words } = onlyPlace(outline, id);
      expect(sections.map((one) => one.title)).toEqual(is === "section" ? [title] : []);
      expect(appendices.map((one) => one.title)).toEqual(is === "appendix" ? [title] : []);
      expect(Object.values(words)).toEqual(is === "wording" && title !== "title" ? [template] : []);
    }
  });
});
