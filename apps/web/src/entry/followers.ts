import { codeOf, entriesOf, type RegimeIndicator, type ReportRegime } from "@khop/catalog/report";

/** A figure that nobody enters and that rules make of what is entered. */
export interface Follower {
  readonly indicator: RegimeIndicator;
  readonly members: Readonly<Record<string, string>>;
}

interface Named {
  readonly indicator: string;
  readonly members?: Readonly<Record<string, string>>;
}

const isNamed = (place: unknown): place is Named => typeof place === "object" && place !== null && "indicator" in place;

/** The shares, changes and densities that follow from each form, by its id: each stands with the first form that it is made of. */
export function followersOf(regime: ReportRegime): ReadonlyMap<string, readonly Follower[]> {
  const entered = new Set(entriesOf(regime).map(({ indicator }) => indicator.id));
  const homes = new Map(regime.forms.flatMap(({ id, rows }) => rows.map((row) => [row.indicator, id] as const)).reverse());
  const indicators = new Map(regime.indicators.map((one) => [one.id, one]));
  const seen = new Set<string>();
  const found: (Follower & { readonly form: string })[] = [];
  // What follows from what follows finds its form in a later turn.
  for (let before = -1; before < found.length; ) {
    before = found.length;
    for (const { kind, places } of regime.rules) {
      const { [kind.focus]: focus, ...others } = places;
      const indicator = isNamed(focus) ? indicators.get(focus.indicator) : undefined;
      if (!isNamed(focus) || indicator === undefined || entered.has(indicator.id)) continue;
      const form = Object.values(others)
        .flat()
        .flatMap((place) => (isNamed(place) && place.indicator !== indicator.id ? (homes.get(place.indicator) ?? []) : []))[0];
      const { members = {} } = focus;
      const code = codeOf(indicator, members);
      if (form === undefined || seen.has(code)) continue;
      seen.add(code);
      homes.set(indicator.id, form);
      found.push({ indicator, members, form });
    }
  }
  const order = new Map(regime.indicators.map(({ id }, i) => [id, i]));
  found.sort((a, b) => (order.get(a.indicator.id) ?? 0) - (order.get(b.indicator.id) ?? 0));
  const by = new Map<string, Follower[]>();
  for (const { form, ...follower } of found) by.set(form, [...(by.get(form) ?? []), follower]);
  return by;
}
