import {
  addressKey,
  domainOf,
  type Fact,
  isKhopError,
  misfitOf,
  type Period,
  period as periodFrom,
  type Quantity,
  quantity,
} from "@khop/core";
import type { RegimeIndicator, ReportRegime } from "../regime.ts";
import { type Coded, decode } from "./code.ts";
import { type ColumnName, columnOf, columns, headerOf, statusOf, statusWords } from "./columns.ts";
import { figureOf } from "./figure.ts";

/** A cell of a table that comes from outside. */
export interface RawCell {
  readonly text: string;
  /** Where it stands, as people name it: "dòng 5, cột 3", "Số liệu!D5". */
  readonly place: string;
  /** The number that a workbook keeps behind what the cell shows, with a dot before decimals. */
  readonly value?: string;
}

/** What is wrong with a cell, and how to mend it. */
export interface RowIssue {
  readonly place: string;
  readonly vi: string;
  readonly en: string;
}

export interface RowOptions {
  /** Whose figures rows are that name no unit. */
  readonly orgUnit: string;
  /** Of when rows are that name no period. */
  readonly period?: Period;
}

export interface ReadRows {
  readonly facts: readonly Fact[];
  readonly issues: readonly RowIssue[];
}

/**
 * Facts from a table whose head names its columns; rows without a value are not told yet, and left out.
 *
 * Nothing is guessed: a cell that cannot be taken as it stands is an issue that names it, and its row is left out.
 */
export function readRows(regime: ReportRegime, rows: readonly (readonly RawCell[])[], options: RowOptions): ReadRows {
  const at = rows.findIndex((row) => row.some(({ text }) => columnOf(text) === "code"));
  const head = rows[at];
  if (head === undefined) {
    const place = rows[0]?.[0]?.place ?? "1";
    const names = [headerOf("code"), headerOf("value")].map((name) => `"${name}"`).join(", ");
    return {
      facts: [],
      issues: [
        {
          place,
          vi: `không thấy dòng tiêu đề có cột ${names}; hãy bắt đầu từ mẫu do khop init tạo`,
          en: `there is no head with the columns ${names}; begin with the form that khop init makes`,
        },
      ],
    };
  }
  const table = new Table(regime, head, options);
  for (const row of rows.slice(at + 1)) table.add(row);
  return { facts: table.facts, issues: table.issues };
}

class Table {
  readonly facts: Fact[] = [];
  readonly issues: RowIssue[] = [];
  readonly #regime: ReportRegime;
  readonly #options: RowOptions;
  readonly #columns = new Map<ColumnName, number>();
  readonly #seen = new Map<string, string>();

  constructor(regime: ReportRegime, head: readonly RawCell[], options: RowOptions) {
    this.#regime = regime;
    this.#options = options;
    head.forEach(({ text }, i) => {
      const name = columnOf(text);
      if (name !== undefined && !this.#columns.has(name)) this.#columns.set(name, i);
    });
    if (!this.#columns.has("value"))
      this.#say(head[0]?.place ?? "1", `thiếu cột "${headerOf("value")}"`, `there is no column "${columns.value[2]}"`);
  }

  add(row: readonly RawCell[]): void {
    const code = this.#cell(row, "code");
    if (code === undefined || code.text.trim() === "") return;
    const before = this.issues.length;
    const coded = this.#coded(code);
    const period = this.#period(row, code);
    const status = this.#status(row);
    const figure = coded === undefined ? undefined : this.#quantity(row, coded.indicator);
    if (coded !== undefined) this.#unit(row, coded.indicator);
    const asOf = this.#day(row);
    if (this.issues.length > before || coded === undefined || period === undefined) return;
    if (figure === undefined && status === undefined) return;
    const orgUnit = this.#cell(row, "orgUnit")?.text.trim() || this.#options.orgUnit;
    const source = this.#cell(row, "source")?.text.trim() ?? "";
    const key = addressKey({ indicator: coded.indicator.id, orgUnit, period, members: coded.members });
    const other = this.#seen.get(key);
    if (other !== undefined) {
      this.#say(code.place, `số liệu này đã có ở ${other}; hãy bỏ một dòng`, `this figure stands at ${other} already; take one row away`);
      return;
    }
    this.#seen.set(key, code.place);
    this.facts.push({
      indicator: coded.indicator.id,
      orgUnit,
      period,
      ...(Object.keys(coded.members).length > 0 ? { members: coded.members } : {}),
      quantity: figure ?? null,
      ...(status === undefined ? {} : { status }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(source === "" ? {} : { source }),
    });
  }

  #say(place: string, vi: string, en: string): void {
    this.issues.push({ place, vi, en });
  }

  #cell(row: readonly RawCell[], name: ColumnName): RawCell | undefined {
    const at = this.#columns.get(name);
    return at === undefined ? undefined : row[at];
  }

  #coded({ text, place }: RawCell): Coded | undefined {
    const coded = decode(this.#regime, text);
    if ("indicator" in coded) return coded;
    const what = coded.what === "indicator" ? "chỉ tiêu" : "giá trị phân tổ";
    const near = coded.nearest === undefined ? ["", ""] : [`; gần nhất là "${coded.nearest}"`, `; the nearest is "${coded.nearest}"`];
    this.#say(place, `không có ${what} "${coded.name}"${near[0]}`, `there is no ${coded.what} "${coded.name}"${near[1]}`);
    return undefined;
  }

  #period(row: readonly RawCell[], code: RawCell): Period | undefined {
    const cell = this.#cell(row, "period");
    const text = cell?.text.trim() ?? "";
    if (text === "" || cell === undefined) {
      if (this.#options.period === undefined)
        this.#say(cell?.place ?? code.place, `thiếu kỳ, viết như 2024-M10`, `there is no period; write one like 2024-M10`);
      return this.#options.period;
    }
    try {
      return periodFrom(text);
    } catch (error) {
      if (!isKhopError(error, "core/bad-period")) throw error;
      this.#say(
        cell.place,
        `"${text}" không phải kỳ báo cáo, viết như 2024-M10, 2024-Q3, 2024-A1`,
        `"${text}" is no period; write 2024-M10, 2024-Q3, 2024-A1`,
      );
      return undefined;
    }
  }

  #status(row: readonly RawCell[]): keyof typeof statusWords | undefined {
    const cell = this.#cell(row, "status");
    const text = cell?.text.trim() ?? "";
    if (text === "" || cell === undefined) return undefined;
    const status = statusOf(text);
    const known = Object.values(statusWords).join(", ");
    if (status === undefined)
      this.#say(
        cell.place,
        `không có tình trạng "${text}"; chọn một trong: ${known}`,
        `there is no status "${text}"; choose one of: ${known}`,
      );
    return status;
  }

  #quantity(row: readonly RawCell[], indicator: RegimeIndicator): Quantity | undefined {
    const cell = this.#cell(row, "value");
    const text = cell?.text.trim() ?? "";
    if (cell === undefined || text === "" || text === "…" || text === "...") return undefined;
    const { unit, exponent = 0 } = indicator;
    const figure = isKept(cell.value) ? quantity({ value: cell.value, unit, exponent }) : figureOf(text, indicator);
    if (figure === undefined) {
      this.#say(
        cell.place,
        `"${text}" không phải con số, viết như 18.908, 20,25, gần 380, 90 - 95`,
        `"${text}" is no figure; write 18.908, 20,25, gần 380, 90 - 95`,
      );
      return undefined;
    }
    const domain = domainOf(indicator);
    const misfit = misfitOf(figure, domain);
    if (misfit === "notWhole")
      this.#say(
        cell.place,
        `${text} phải là số nguyên: ${indicator.vi.toLowerCase()} đếm bằng ${unit.id}`,
        `${text} must be whole: it counts ${unit.id}`,
      );
    if (misfit === "below") this.#say(cell.place, `${text} nhỏ hơn ${domain.min}`, `${text} is below ${domain.min}`);
    if (misfit === "above") this.#say(cell.place, `${text} lớn hơn ${domain.max}`, `${text} is above ${domain.max}`);
    return figure;
  }

  #unit(row: readonly RawCell[], { unit, exponent = 0 }: RegimeIndicator): void {
    const cell = this.#cell(row, "unit");
    const text = cell?.text.trim() ?? "";
    const own = quantity({ value: "0", unit, exponent }).unitText;
    if (cell === undefined || text === "" || text.toLowerCase() === own.toLowerCase()) return;
    this.#say(
      cell.place,
      `đơn vị tính là "${own}", không phải "${text}"; hãy đổi số cho đúng đơn vị tính`,
      `the unit is "${own}", not "${text}"; convert the figure`,
    );
  }

  #day(row: readonly RawCell[]): string | undefined {
    const cell = this.#cell(row, "asOf");
    const text = cell?.text.trim() ?? "";
    if (text === "" || cell === undefined) return undefined;
    const [, day = "", month = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    const iso = year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (/^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso))) return iso;
    this.#say(cell.place, `"${text}" không phải ngày, viết như 31/10/2024`, `"${text}" is no day; write 31/10/2024 or 2024-10-31`);
    return undefined;
  }
}

/** Excel keeps no more than 15 digits; a longer number comes of its arithmetic, and what the cell shows is what was meant. */
const isKept = (value: string | undefined): value is string => value !== undefined && /^-?\d{1,15}$|^(?=.{1,17}$)-?\d+\.\d+$/.test(value);
