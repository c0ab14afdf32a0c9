export { type Address, addressFrom, addressKey } from "./address.ts";
export { amend } from "./amend.ts";
export { type Anchor, type Cell, type CellInput, cellOf, type Domain, domainInterval, type Elsewhere, type Status } from "./cell.ts";
export { Checked, type CheckResult, check, outcomesUnder } from "./check.ts";
export { type FigureColumns, figureColumns } from "./compile/columns.ts";
export { type Compiled, compile } from "./compile/compile.ts";
export type { CompileScope } from "./compile/terms.ts";
export { Decimal } from "./decimal.ts";
export { type Derived, type DeriveOptions, derive, type Precision } from "./derive.ts";
export type { DocumentBlock, DocumentInline, DocumentRow } from "./document-block.ts";
export { dueDate, isWorkingDay, type WorkCalendar } from "./due-date.ts";
export { lineOfStretches, type Stretch, stretchesIn } from "./emphasis.ts";
export { type ErrorInfo, isKhopError, KhopError } from "./errors.ts";
export { type Examination, examine } from "./examine.ts";
export { examineAgainst, type Ties } from "./examine-against.ts";
export { addressOf, type Fact, type FactVersion, factKey, revise } from "./fact.ts";
export { atLeast, type Finding, type Severity, type Suspect, severities } from "./finding.ts";
export {
  asPercent,
  changeFits,
  fit,
  hundredFits,
  isMultiplierSlip,
  isOneSlipOff,
  isSlipOf,
  near,
  orderOf,
  shareFits,
  sumExceeds,
  sumFits,
  sumIsNear,
  withComma,
} from "./fit.ts";
export { cellsIn, type Formula, formulaOf } from "./formula.ts";
export { type Hedge, hedgeWords } from "./hedge.ts";
export { type Breakdown, domainOf, type Indicator, type IndicatorKind, type Member, membersOf } from "./indicator.ts";
export { instantiate } from "./instantiate.ts";
export { Interval, intervalOf } from "./interval.ts";
export { judge } from "./judge.ts";
export { checkLayout } from "./layout/check-layout.ts";
export type { LayoutFinding, LayoutPlace } from "./layout/finding.ts";
export type {
  Alignment,
  HeadingNumber,
  Look,
  MeasuredLayout,
  MeasuredLine,
  MeasuredPageNumber,
  MeasuredSection,
  Setting,
} from "./layout/measured.ts";
export { type Part, partNames } from "./layout/part.ts";
export { type Demand, type LayoutRegime, type LayoutRule, type MarginSide, type Range, regimeOn, type Said } from "./layout/rule.ts";
export { type PartStyle, type StyledPart, type StyleSheet, styledParts } from "./layout/style-sheet.ts";
export { type Level, type LevelId, levels, levelsOn } from "./level.ts";
export { type Ancestry, ancestry, type Comparability, comparability, type Lineage, predecessors } from "./lineage.ts";
export { type Culprits, type Edit, type LocateOptions, locate, type Repair } from "./locate.ts";
export { isMendedInWords, type Mend, mendOf } from "./mend.ts";
export { type Misfit, misfitOf } from "./misfit.ts";
export type { Misprint } from "./misprint.ts";
export { nearest } from "./nearest.ts";
export { type Choice, type Network, network } from "./network.ts";
export { pointLetters, roman } from "./numerals.ts";
export { childrenOf, existsIn, type OrgUnit } from "./org-unit.ts";
export { implied, impliedInterval, type Override, verdict } from "./outcome.ts";
export { judgeOutliers, type Told } from "./outliers.ts";
export {
  administrativeWindows,
  daysOf,
  type Frequency,
  following,
  type Period,
  period,
  periodName,
  previous,
  sinceYearStart,
  type Window,
  type WindowRule,
  windowOf,
  yearBefore,
} from "./period.ts";
export type { Amount } from "./plain/amount.ts";
export { type ByLevel, byLevel } from "./plain/by-level.ts";
export type { Computed } from "./plain/computed.ts";
export { difference } from "./plain/difference.ts";
export { growth } from "./plain/growth.ts";
export type { FormatOptions } from "./plain/print.ts";
export { share } from "./plain/share.ts";
export { total } from "./plain/total.ts";
export { count as countOf, excessDigits, multiplierName, Quantity, type QuantityInput, quantity, type Rounding } from "./quantity.ts";
export { type Comparison, checkAcross, type Recast, type RecastScope, recast, type WhyNotComparable } from "./recast.ts";
export { comparisonSaid } from "./recast-said.ts";
export {
  type AnyKind,
  defineRelation,
  type Language,
  type Reason,
  Relation,
  type RelationKind,
  relate,
  relateTrusted,
  type Verdict,
} from "./relation.ts";
export * as relations from "./relations/index.ts";
export {
  type Appendix,
  type Block,
  type Chart,
  type FigureForm,
  numbered,
  type Passage,
  parseReport,
  type Report,
  type Section,
  type Span,
  sectionNumber,
  type Table,
} from "./report.ts";
export { rollUpRules } from "./roll-up.ts";
export { at, defineRule, type Pattern, type Rule, type RulePlace, type When, type Whose } from "./rule.ts";
export type { Scope } from "./scope.ts";
export { sentence, sentenceOf } from "./sentence.ts";
export type { Carried, Place, Sign } from "./signs.ts";
export { formatStored, type StoredFormat } from "./stored-number.ts";
export { comparable, measureOf, multipliers, noUnit, percent, percentagePoint, type Unit, type UnitKind, unitOf } from "./unit.ts";
export { formatVi, type Numeral, otherReading, parseVi, readNumeral } from "./vi-number.ts";
export { type Working, type WorkingLine, workingOf } from "./working.ts";
