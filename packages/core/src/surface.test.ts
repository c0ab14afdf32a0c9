import { expect, it } from "vitest";
import * as core from "./index.ts";
import * as testing from "./testing/index.ts";

it("@khop/core offers these names and no others", () => {
  expect(Object.keys(core).sort().join(" ")).toMatchInlineSnapshot(`"Checked Decimal Interval KhopError Quantity Relation addressFrom addressKey addressOf administrativeWindows amend ancestry asPercent at atLeast byLevel cellOf cellsIn changeFits check checkAcross checkLayout childrenOf comparability comparable comparisonSaid compile countOf daysOf defineRelation defineRule derive difference domainInterval domainOf dueDate examine examineAgainst excessDigits existsIn factKey figureColumns fit following formatStored formatVi formulaOf growth hedgeWords hundredFits implied impliedInterval instantiate intervalOf isKhopError isMendedInWords isMultiplierSlip isOneSlipOff isSlipOf isWorkingDay judge judgeOutliers levels levelsOn lineOfStretches locate measureOf membersOf mendOf misfitOf multiplierName multipliers near nearest network noUnit numbered orderOf otherReading outcomesUnder parseReport parseVi partNames percent percentagePoint period periodName pointLetters predecessors previous quantity readNumeral recast regimeOn relate relateTrusted relations revise rollUpRules roman sectionNumber sentence sentenceOf severities share shareFits sinceYearStart stretchesIn styledParts sumExceeds sumFits sumIsNear total unitOf verdict windowOf withComma workingOf yearBefore"`);
});

it("@khop/core/testing offers these names and no others", () => {
  expect(Object.keys(testing).sort().join(" ")).toMatchInlineSnapshot(`"anyDecimal billionDong dossier models networkOf percentage point printed quantityIn said"`);
});
