import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";

export type Language = "vi" | "en";

interface Chosen {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const kept = "khop.language";

const LanguageContext = createContext<Chosen>({ language: "vi", choose: () => {} });

/** Vietnamese unless English was chosen on this machine. */
export function LanguageOf({ children }: { readonly children: ReactNode }) {
  const [language, set] = useState<Language>(() => {
    const first = localStorage.getItem(kept) === "en" ? "en" : "vi";
    document.documentElement.lang = first;
    return first;
  });
  const choose = useCallback((next: Language) => {
    localStorage.setItem(kept, next);
    document.documentElement.lang = next;
    set(next);
  }, []);
  const chosen = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext value={chosen}>{children}</LanguageContext>;
}

export const useLanguage = (): Chosen => use(LanguageContext);

/** The words of a part of the pages, in the language that is chosen. */
export const useWords = <W,>(words: Readonly<Record<Language, W>>): W => words[useLanguage().language];
