import { useSyncExternalStore } from "react";

/** Who was signed in on this machine when a page last asked, and which pages are for them. It opens nothing: the server decides. */
export interface KnownPerson {
  readonly user: string;
  readonly name: string;
  /** The province that they work with. */
  readonly province: string;
  readonly pages: readonly string[];
}

const kept = "khop.person";
const changed = "khop-person";

/** Remembers who is signed in; null, that nobody is. */
export function remember(person: KnownPerson | null): void {
  const text = person === null ? null : JSON.stringify(person);
  if (text === localStorage.getItem(kept)) return;
  if (text === null) localStorage.removeItem(kept);
  else localStorage.setItem(kept, text);
  window.dispatchEvent(new Event(changed));
}

function listen(listener: () => void): () => void {
  for (const name of [changed, "storage"]) window.addEventListener(name, listener);
  return () => {
    for (const name of [changed, "storage"]) window.removeEventListener(name, listener);
  };
}

/** Who was signed in when a page last asked; null for nobody. */
export function useKnownPerson(): KnownPerson | null {
  const text = useSyncExternalStore(listen, () => localStorage.getItem(kept));
  return personIn(text);
}

function personIn(text: string | null): KnownPerson | null {
  try {
    const { user, name, province, pages } = JSON.parse(text ?? "null") ?? {};
    return typeof user === "string" && Array.isArray(pages)
      ? { user, name: String(name ?? user), province: String(province ?? ""), pages }
      : null;
  } catch {
    return null;
  }
}
