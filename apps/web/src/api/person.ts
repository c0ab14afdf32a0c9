import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { type KnownPerson, remember } from "../frame/known-person.ts";
import { officeAddresses } from "../office/addresses.ts";
import { answered, khop } from "./khop.ts";
import { queries } from "./queries.ts";
import { isRefused } from "./refusal.ts";
import { closeSession, openSession, personInSession, verifyCode } from "./session.ts";

interface Grant {
  readonly province: string;
  readonly role: string;
  readonly orgUnit: string;
  readonly regime?: string;
}

/** Who is signed in, and what they may do in the province that they work with. */
export interface Person {
  readonly user: string;
  readonly name: string;
  /** Whether a code is asked of them besides their password. */
  readonly hasSecondStep: boolean;
  readonly roles: readonly Grant[];
  /** The provinces that they have a role in. */
  readonly provinces: readonly string[];
  /** The one that they work with; "" for whoever has no role yet. */
  readonly province: string;
  /** The units that an action may be done with. */
  readonly may: Readonly<Record<string, readonly string[]>>;
  /** What they may do of the matters of the whole province. */
  readonly mayInProvince: readonly string[];
}

const chosenProvince = "khop.province";

/** Works with another province from now on. */
export function chooseProvince(province: string): void {
  localStorage.setItem(chosenProvince, province);
  void queries.invalidateQueries();
}

async function whoAsks(): Promise<Person | null> {
  try {
    const { user, roles } = await answered(khop.GET("/api/v1/me"));
    const provinces = [...new Set(roles.map((one) => one.province))];
    const wanted = localStorage.getItem(chosenProvince) ?? "";
    const province = provinces.includes(wanted) ? wanted : (provinces[0] ?? "");
    const [{ name = user, hasSecondStep }, powers] = await Promise.all([
      personInSession(),
      province === "" ? null : answered(khop.GET("/api/v1/provinces/{province}/powers", { params: { path: { province } } })),
    ]);
    const may = Object.fromEntries((powers?.orgUnits ?? []).map(({ action, orgUnits }) => [action, orgUnits]));
    return { user, name, hasSecondStep, roles, provinces, province, may, mayInProvince: powers?.province ?? [] };
  } catch (error) {
    if (isRefused(error, 401)) return null;
    throw error;
  }
}

/** The person as the frame of the pages knows them. */
function known({ user, name, province, may }: Person): KnownPerson {
  const can = (action: string): boolean => (may[action]?.length ?? 0) > 0;
  const open: Readonly<Record<string, boolean>> = {
    "/tien-do": can("submission.read"),
    "/bao-cao": can("facts.read"),
    "/tra-cuu": can("facts.read"),
    "/quan-tri": true,
  };
  return { user, name, province, pages: officeAddresses.filter((address) => open[address] === true) };
}

/** Who is signed in: undefined until the server has said, null for nobody. */
export function usePerson() {
  const query = useQuery({ queryKey: ["me"], queryFn: whoAsks, staleTime: 60_000 });
  const { data } = query;
  useEffect(() => {
    if (data !== undefined) remember(data === null ? null : known(data));
  }, [data]);
  return query;
}

/** Signs in; true where a code is asked for besides. */
export async function signIn(email: string, password: string): Promise<boolean> {
  const wantsCode = await openSession(email, password);
  if (!wantsCode) await queries.resetQueries();
  return wantsCode;
}

/** The second step of signing in, or the end of its being set up. */
export async function showCode(code: string): Promise<void> {
  await verifyCode(code);
  await queries.resetQueries();
}

export async function signOut(): Promise<void> {
  await closeSession();
  await queries.resetQueries();
  remember(null);
}
