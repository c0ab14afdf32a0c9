import { type Fact, type OrgUnit, type Period, previous, type Quantity } from "@khop/core";
import { type Entry, entriesOf, entryKey } from "../entries.ts";
import type { ReportRegime } from "../regime.ts";
import { Chance } from "./chance.ts";
import { withLookback, yearsBefore } from "./lookback.ts";
import { type Redraw, settle } from "./settle.ts";
import { digitsOf, quantityOf, usually } from "./usual.ts";

/** Which facts to make up. */
export interface GenerateOptions {
  readonly regime: ReportRegime;
  /** Facts are made for those of the regime's level. */
  readonly orgUnits: readonly OrgUnit[];
  readonly periods: readonly Period[];
  /** The same seed gives the same facts, whatever else is asked for; only figures to date begin with the earliest period. */
  readonly seed: string | number;
  /** Facts whose figures are usual; those of forms, where none is given. */
  readonly like?: readonly Fact[];
}

/**
 * Made-up facts on which every rule of the regime holds: what the forms ask for, of each unit and period.
 *
 * - Shape: entries only; `fill` gives the totals, shares and changes. Earlier periods that rules look back to, and the years before
 *   for what is told once a year, come too.
 * - Each place has its own size, and each period strays a little from it; parts stay below their wholes.
 * - Throws: `KhopError` "catalog/cannot-generate" when usual figures contradict the rules.
 */
export function generateFacts({ regime, orgUnits, periods, seed, like = [] }: GenerateOptions): readonly Fact[] {
  const all = withLookback(regime, periods);
  const years = yearsBefore(all);
  const entries = entriesOf(regime);
  const usual = usually(like);
  return orgUnits
    .filter(({ level }) => level === regime.level)
    .flatMap((orgUnit) => {
      const draw = (entry: Entry, period: Period): Fact => drawn(entry, period, orgUnit, usual, seed);
      const yearly = entries.filter(({ indicator }) => indicator.frequency !== undefined);
      const once = years.flatMap((year) => yearly.map((entry) => draw(entry, year)));
      const each = all.flatMap((at) => {
        const goesOn = all.some(({ id }) => id === previous(at).id);
        const asked = entries.filter(({ indicator, row }) => indicator.frequency === undefined && !(row.opening && goesOn));
        const redraw = redrawer(asked, usual, seed);
        return settle(regime, orgUnit, at, [...once, ...asked.map((entry) => draw(entry, at))], redraw).slice(once.length);
      });
      return [...once, ...each];
    });
}

type Usually = ReturnType<typeof usually>;

function drawn(entry: Entry, period: Period, { id: orgUnit }: OrgUnit, usual: Usually, seed: string | number): Fact {
  const { indicator, members } = entry;
  const key = entryKey(indicator.id, members);
  const { digits, decimals, repeated } = usual(entry);
  const size = new Chance(seed, orgUnit, key).near(digits, 2n);
  const quantity = repeated ?? quantityOf(entry, new Chance(seed, orgUnit, key, period.id).near(size, 25n), decimals);
  return { indicator: indicator.id, orgUnit, period, ...(Object.keys(members).length > 0 ? { members } : {}), quantity };
}

function redrawer(entries: readonly Entry[], usual: Usually, seed: string | number): Redraw {
  const byKey = new Map(entries.map((entry) => [entryKey(entry.indicator.id, entry.members), entry]));
  return (fact, whole, attempt) => {
    const key = entryKey(fact.indicator, fact.members);
    const entry = byKey.get(key);
    if (entry === undefined) return fact;
    const chance = new Chance(seed, fact.orgUnit, key, fact.period.id, attempt);
    const { digits, decimals } = usual(entry);
    const most = whole === null ? digits / BigInt(attempt) : mostOf(whole, entry, digits / BigInt(attempt));
    return { ...fact, quantity: quantityOf(entry, chance.between(most - most / 10n, most), decimals) };
  };
}

/** The digits of a whole, where it is printed as its part is; of revenue in tỷ against triệu, something smaller than was usual. */
function mostOf(whole: Quantity, { indicator: { exponent = 0 } }: Entry, otherwise: bigint): bigint {
  return whole.exponent === exponent ? digitsOf(whole).digits : otherwise;
}
