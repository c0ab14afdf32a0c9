import { useSyncExternalStore } from "react";

function listen(changed: () => void): () => void {
  for (const event of ["online", "offline"]) window.addEventListener(event, changed);
  return () => {
    for (const event of ["online", "offline"]) window.removeEventListener(event, changed);
  };
}

/** Whether the browser has a network; checking needs none. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine);
