import { type Fact, type Hedge, period, quantity, type Status, type Unit, type UnitKind } from "@khop/core";

/** A fact as `khop.facts/1` has it: numbers as strings with a dot before decimals, in the unit and multiplier beside them. */
export interface FactJson {
  readonly indicator: string;
  readonly orgUnit: string;
  readonly period: string;
  readonly members?: Readonly<Record<string, string>> | undefined;
  readonly value: string | null;
  readonly upper?: string | undefined;
  readonly decimals?: number | undefined;
  readonly unit?: { readonly id: string; readonly kind: UnitKind } | undefined;
  readonly exponent?: number | undefined;
  readonly hedge?: Hedge | undefined;
  readonly status?: Status | undefined;
  readonly asOf?: string | undefined;
  readonly source?: string | undefined;
}

/** A fact in that form. */
export function factJson({ indicator, orgUnit, period: of, members, quantity: figure, status, asOf, source }: Fact): FactJson {
  return {
    indicator,
    orgUnit,
    period: of.id,
    ...(members === undefined || Object.keys(members).length === 0 ? {} : { members }),
    value: figure === null ? null : figure.value.toFixed(Math.max(figure.decimals, 0)),
    ...(figure === null
      ? {}
      : {
          ...(figure.upper === undefined ? {} : { upper: figure.upper.toFixed() }),
          decimals: figure.decimals,
          unit: { id: figure.unit.id, kind: figure.unit.kind },
          ...(figure.exponent === 0 ? {} : { exponent: figure.exponent }),
          ...(figure.hedge === undefined ? {} : { hedge: figure.hedge }),
        }),
    ...(status === undefined ? {} : { status }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(source === undefined ? {} : { source }),
  };
}

/**
 * The fact that such a form says.
 *
 * @throws KhopError `core/bad-period` for a period that is none.
 */
export function factFromJson(one: FactJson): Fact {
  const { indicator, orgUnit, members, value, upper, decimals, unit, exponent, hedge, status, asOf, source } = one;
  return {
    indicator,
    orgUnit,
    period: period(one.period),
    ...(members === undefined ? {} : { members }),
    quantity:
      value === null
        ? null
        : quantity({
            value,
            ...(unit === undefined ? {} : { unit: unit as Unit }),
            ...(exponent === undefined ? {} : { exponent }),
            ...(decimals === undefined ? {} : { decimals }),
            ...(hedge === undefined ? {} : { hedge }),
            ...(upper === undefined ? {} : { upper }),
          }),
    ...(status === undefined ? {} : { status }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(source === undefined ? {} : { source }),
  };
}
