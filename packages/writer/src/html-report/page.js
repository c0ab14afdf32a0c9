// What the page does beside standing still: notes on hover and focus, keys, steps from finding to finding. Nothing is computed here.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const figures = all("a.figure");
  const findings = all(".finding .go");
  const margin = document.querySelector(".margin");
  let current = null;
  let finding = -1;
  document.documentElement.classList.add("js");

  /** One figure at a time is a stop of the Tab key; arrows move among them. */
  const stop = (figure) => {
    for (const one of figures) one.tabIndex = one === figure ? 0 : -1;
  };
  if (figures.length > 0) stop(figures[0]);

  const noteOf = (figure) => document.getElementById(`n-${figure.id}`);

  const mark = (ids, name) => {
    for (const one of all(`a.figure.${name}`)) one.classList.remove(name);
    for (const id of ids) document.getElementById(id)?.classList.add(name);
  };

  const svg = "http://www.w3.org/2000/svg";
  const lines = document.createElementNS(svg, "svg");
  lines.setAttribute("class", "lines");
  lines.setAttribute("aria-hidden", "true");
  document.body.append(lines);

  /** The first row of each figure in the open note, with both ends of its line; nothing for what is out of sight. */
  const joins = () => {
    const note = current && noteOf(current);
    if (!note || getComputedStyle(lines).display === "none") return [];
    const frame = note.getBoundingClientRect();
    const column = margin.getBoundingClientRect();
    const seen = new Set();
    return all(".sum tr", note).flatMap((row) => {
      const id = row.querySelector("a[data-figure]")?.dataset.figure ?? (row.classList.contains("own") ? current.id : undefined);
      const figure = id === undefined || seen.has(id) ? null : document.getElementById(id);
      if (figure === null) return [];
      seen.add(id);
      const from = Array.from(figure.getClientRects()).at(-1);
      const at = row.getBoundingClientRect();
      const to = at.top + 13;
      if (from === undefined || from.bottom < 0 || from.bottom > window.innerHeight || to < column.top || to > column.bottom) return [];
      return [
        {
          x: (from.left + from.right) / 2,
          y: from.bottom + 5,
          base: from.bottom,
          to,
          end: frame.left,
          broken: figure === current && figure.matches(".suspect, .misfit"),
        },
      ];
    });
  };

  /** Lines that rise take lanes further out the lower they begin, and those that fall the other way round, so that they do not cross. */
  const draw = () => {
    lines.replaceChildren();
    const found = joins();
    const paper = current?.closest(".paper")?.getBoundingClientRect();
    if (found.length === 0 || paper === undefined) return;
    // Lines that begin in one line of text run below each other: the one from the right on top, so that none passes through a figure's stem.
    for (const one of found) one.y += 2.5 * found.filter((other) => Math.abs(other.base - one.base) < 6 && other.x > one.x).length;
    const rising = found.filter(({ y, to }) => to <= y).sort((a, b) => a.y - b.y);
    const falling = found.filter(({ y, to }) => to > y).sort((a, b) => b.y - a.y);
    const lanes = [...rising, ...falling];
    lanes.forEach(({ x, y, base, to, end, broken }, i) => {
      const lane = paper.right - 20 + ((end - paper.right + 10) * (i + 1)) / (lanes.length + 1);
      const path = document.createElementNS(svg, "path");
      path.setAttribute("d", `M${x} ${base + 2}V${y}H${lane}V${to}H${end}`);
      const dot = document.createElementNS(svg, "circle");
      for (const [name, value] of Object.entries({ cx: end, cy: to, r: 3 })) dot.setAttribute(name, String(value));
      for (const one of [path, dot]) if (broken) one.setAttribute("class", "broken");
      lines.append(path, dot);
    });
  };
  let waits = false;
  const redraw = () => {
    if (waits) return;
    waits = true;
    window.requestAnimationFrame(() => {
      waits = false;
      draw();
    });
  };
  for (const event of ["scroll", "resize"]) window.addEventListener(event, redraw, { capture: true, passive: true });

  const close = () => {
    lines.replaceChildren();
    if (current === null) return;
    noteOf(current)?.classList.remove("open");
    margin.classList.remove("busy");
    mark([], "partner");
    mark([], "here");
    current = null;
  };

  const show = (figure) => {
    if (figure === current) return;
    close();
    const note = noteOf(figure);
    if (note === null) return;
    current = figure;
    note.classList.add("open");
    margin.classList.add("busy");
    margin.scrollTop = 0;
    note.scrollTop = 0;
    mark(
      all("a[data-figure]", note).map((link) => link.dataset.figure),
      "partner",
    );
    mark([figure.id], "here");
    redraw();
  };

  const to = (figure) => {
    if (!figure) return;
    stop(figure);
    figure.focus();
    show(figure);
    const { top, bottom } = figure.getBoundingClientRect();
    if (top < 90 || bottom > window.innerHeight * 0.6) figure.scrollIntoView({ block: "center" });
  };

  const toFinding = (index) => {
    if (findings.length === 0) return;
    finding = (index + findings.length) % findings.length;
    const link = findings[finding];
    for (const one of all(".finding.here")) one.classList.remove("here");
    for (const one of findings) one.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    link.parentElement.classList.add("here");
    const list = document.querySelector(".findings");
    if (list.scrollHeight > list.clientHeight) list.scrollTop = link.parentElement.offsetTop - list.offsetTop - 60;
    to(document.getElementById(link.dataset.finding));
    if (document.activeElement?.id !== link.dataset.finding) link.focus();
  };

  /** The figure nearest to another in the next line that has one. */
  const vertical = (from, down) => {
    const here = from.getBoundingClientRect();
    let best = null;
    let cost = Number.POSITIVE_INFINITY;
    for (const one of figures) {
      const { left, top, bottom } = one.getBoundingClientRect();
      const away = down ? top - here.bottom : here.top - bottom;
      if (away < -here.height / 2 || one === from || Math.abs(top - here.top) < here.height / 2) continue;
      const next = away * 20 + Math.abs(left - here.left);
      if (next < cost) [best, cost] = [one, next];
    }
    return best;
  };

  const step = (from, by) => figures[figures.indexOf(from) + by];
  const moves = {
    ArrowRight: (from) => step(from, 1),
    ArrowLeft: (from) => step(from, -1),
    ArrowDown: (from) => vertical(from, true),
    ArrowUp: (from) => vertical(from, false),
    Home: () => figures[0],
    End: () => figures[figures.length - 1],
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { target, key } = event;
    const figure = target.closest("a.figure");
    const link = target.closest(".finding .go");
    const open = current;
    if (figure !== null && key in moves) {
      event.preventDefault();
      to(moves[key](figure));
    } else if (link !== null && (key === "ArrowDown" || key === "ArrowUp")) {
      event.preventDefault();
      findings[findings.indexOf(link) + (key === "ArrowDown" ? 1 : -1)]?.focus();
    } else if (figure !== null && key === "Enter") {
      event.preventDefault();
      show(figure);
      noteOf(figure)?.focus();
    } else if (key === "Escape" && open !== null) {
      close();
      open.focus();
      close();
    } else if (key === "n" || key === "N") toFinding(finding + 1);
    else if (key === "p" || key === "P") toFinding(finding < 0 ? -1 : finding - 1);
    else if (key === "?") {
      close();
      const keys = document.querySelector(".keys");
      if (keys !== null) keys.open = !keys.open;
    }
  });

  for (const figure of figures) {
    let waiting = 0;
    figure.addEventListener("mouseenter", () => {
      waiting = window.setTimeout(() => show(figure), 120);
    });
    figure.addEventListener("mouseleave", () => window.clearTimeout(waiting));
    figure.addEventListener("focus", () => {
      stop(figure);
      if (figure.matches(":focus-visible")) show(figure);
    });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link === null) return;
    if (link.matches("a.figure")) {
      event.preventDefault();
      stop(link);
      show(link);
    } else if (link.matches(".close")) {
      event.preventDefault();
      const figure = current;
      close();
      figure?.focus({ preventScroll: true });
      close();
    } else if (link.dataset.figure) {
      event.preventDefault();
      to(document.getElementById(link.dataset.figure));
    } else if (link.matches(".go")) {
      event.preventDefault();
      toFinding(findings.indexOf(link));
    }
  });

  for (const button of all("[data-step]"))
    button.addEventListener("click", () =>
      toFinding(finding < 0 && button.dataset.step === "-1" ? -1 : finding + Number(button.dataset.step)),
    );
  document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
})();
