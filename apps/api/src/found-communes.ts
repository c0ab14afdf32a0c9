import { collecting, communeMonthly, communes2024, workCalendar } from "@khop/catalog/report";
import { type Fact, period, quantity } from "@khop/core";
import { approve, giveBack, openPeriod, type Store, saveEntries, submit, writeFacts } from "@khop/store";

const day = 24 * 3_600_000;
const regime = collecting(communeMonthly);
const october = period("2024-M10");

/** The communes of the example: what they told to September, and October with each at another step of its way. */
export async function foundCommunes(store: Store, province: string): Promise<void> {
  const acting = { province, by: "khop" };
  const earlier = communes2024.filter((fact) => fact.period.id !== october.id);
  await writeFacts(
    store,
    acting,
    earlier.map((fact) => ({ fact })),
  );
  // The deadline is put off, so that there is one that is not over yet.
  const dueOn = new Date(store.now().getTime() + 3 * day).toISOString().slice(0, 10);
  await openPeriod(store, acting, regime, october, { calendar: workCalendar, dueOn, blocks: "review" });
  const keyOf = (orgUnit: string) => ({ regime: regime.id, period: october.id, orgUnit });
  const enter = async (orgUnit: string, change: (facts: readonly Fact[]) => readonly Fact[] = (facts) => facts) => {
    const facts = communes2024.filter((fact) => fact.orgUnit === orgUnit && fact.period.id === october.id);
    const entries = change(facts).map((fact) => ({ fact }));
    await saveEntries(store, acting, regime, keyOf(orgUnit), entries);
    return keyOf(orgUnit);
  };
  const [hoaLac, dongCon] = [`${province}.hoa-lac`, `${province}.dong-con`];

  const approved = await enter(`${hoaLac}.binh-minh`);
  await submit(store, acting, regime, approved);
  await approve(store, acting, approved, { as: hoaLac });

  await submit(store, acting, regime, await enter(`${hoaLac}.tan-lap`));

  const returned = await enter(`${dongCon}.gio-lanh`);
  await submit(store, acting, regime, returned);
  const cells = [{ cell: "indicator:citizens.petitions|petition=complaint", reason: "Sổ tiếp công dân ghi khác, hãy đối chiếu lại." }];
  await giveBack(store, acting, returned, { as: dongCon, reason: "Đề nghị rà soát số đơn khiếu nại.", cells });

  // A digit that slipped: what is pending does not follow from what came and went.
  await enter(`${dongCon}.cua-lach`, (facts) => facts.map((fact) => (fact.indicator === "one-stop.pending" ? slipped(fact) : fact)));

  await enter(`${dongCon}.cat-vang`, (facts) => facts.slice(0, 4));
}

function slipped(fact: Fact): Fact {
  const { quantity: figure } = fact;
  if (figure === null) return fact;
  return {
    ...fact,
    quantity: quantity({ value: figure.value.toFixed().replace(/\d$/, (last) => (last === "6" ? "9" : "6")), unit: figure.unit }),
  };
}
