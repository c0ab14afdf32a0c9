import { type RefObject, useLayoutEffect, useRef } from "react";

const svg = "http://www.w3.org/2000/svg";

interface Join {
  readonly x: number;
  y: number;
  readonly base: number;
  readonly to: number;
  readonly end: number;
  readonly broken: boolean;
}

/** Thin lines that join the figures of a note's sums to their rows: in the white below a line of text, then down the gutter. */
export function Lines({ desk, of }: { readonly desk: RefObject<HTMLElement | null>; readonly of: unknown }) {
  const canvas = useRef<SVGSVGElement>(null);
  // What is joined is read off the page, which changes with `of`.
  useLayoutEffect(() => {
    const draw = (): void => {
      if (desk.current !== null && canvas.current !== null) drawn(desk.current, canvas.current);
    };
    draw();
    const again = window.requestAnimationFrame(draw);
    const seen = new ResizeObserver(draw);
    if (desk.current !== null) seen.observe(desk.current);
    return () => {
      window.cancelAnimationFrame(again);
      seen.disconnect();
    };
  }, [desk, of]);
  return <svg ref={canvas} className="lines" aria-hidden="true" />;
}

function drawn(desk: HTMLElement, canvas: SVGSVGElement): void {
  canvas.replaceChildren();
  const paper = desk.querySelector(".paper")?.getBoundingClientRect();
  if (paper === undefined || getComputedStyle(canvas).display === "none") return;
  const home = desk.getBoundingClientRect();
  const joins = joinsIn(desk);
  // Lines that begin in one line of text run below each other: the one from the right on top, so that none passes through a figure's stem.
  for (const one of joins) one.y += 2.5 * joins.filter((other) => Math.abs(other.base - one.base) < 6 && other.x > one.x).length;
  // Lines that rise take lanes further out the lower they begin, and those that fall the other way round, so that they do not cross.
  const rising = joins.filter(({ y, to }) => to <= y).sort((a, b) => a.y - b.y);
  const falling = joins.filter(({ y, to }) => to > y).sort((a, b) => b.y - a.y);
  const lanes = [...rising, ...falling];
  lanes.forEach(({ x, y, base, to, end, broken }, i) => {
    const lane = paper.right - 14 + ((end - paper.right + 6) * (i + 1)) / (lanes.length + 1);
    const down = to > y ? 1 : -1;
    const r = Math.min(4, Math.abs(to - y) / 2, Math.max(0, lane - x));
    const at = (px: number, py: number): string => `${px - home.left} ${py - home.top}`;
    const turned = `M${at(x, base + 1)}L${at(x, y)}L${at(lane - r, y)}Q${at(lane, y)} ${at(lane, y + down * r)}L${at(lane, to - down * r)}Q${at(lane, to)} ${at(lane + r, to)}L${at(end, to)}`;
    const path = element("path", { d: turned }, broken);
    const dot = element("circle", { cx: end - home.left, cy: to - home.top, r: 3 }, broken);
    canvas.append(path, dot);
  });
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, broken: boolean): SVGElement {
  const one = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, String(value));
  if (broken) one.setAttribute("class", "broken");
  return one;
}

/** The first row of each figure in the note, with both ends of its line. */
function joinsIn(desk: HTMLElement): Join[] {
  const note = desk.querySelector(".note");
  if (note === null) return [];
  const end = note.getBoundingClientRect().left;
  const seen = new Set<string>();
  return Array.from(note.querySelectorAll<HTMLElement>("tr[data-figure]")).flatMap((row) => {
    const id = row.dataset.figure ?? "";
    const figure = desk.querySelector(`.paper [data-figure="${CSS.escape(id)}"]`);
    const from = figure === null ? undefined : Array.from(figure.getClientRects()).at(-1);
    if (figure === null || from === undefined || seen.has(id)) return [];
    seen.add(id);
    const { top, height } = row.getBoundingClientRect();
    const broken = row.classList.contains("broken");
    return [{ x: (from.left + from.right) / 2, y: from.bottom + 5, base: from.bottom, to: top + height / 2, end, broken }];
  });
}
