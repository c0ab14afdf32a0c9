import { shelfFor, shelvesOf } from "../shelf.ts";
import { type Ledger, waitingIn } from "./ledger.ts";

/** Lets go of what a person's submissions left on this machine, but for what the server has not got yet. */
export async function forgetSent(user: string): Promise<void> {
  for (const name of await shelvesOf(`${user} `)) {
    const shelf = shelfFor<Ledger>(name);
    const ledger = await shelf.last();
    if (ledger !== undefined && waitingIn(ledger).length === 0 && ledger.conflicts.length === 0) await shelf.clear();
  }
}
