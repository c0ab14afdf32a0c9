import type { ReactNode } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Sign } from "../parts/sign.tsx";
import type { RuleSaid, Said } from "./view.ts";
import { words as all } from "./words.ts";

/** What is said below a cell. */
export function Told({ said, grave, children }: { readonly said: Said; readonly grave: boolean; readonly children?: ReactNode }) {
  const { language } = useLanguage();
  return (
    <div className={grave ? "tip grave" : "tip"}>
      <Sign mark={grave ? "misfit" : "unsure"} />
      <p>{said[language]}</p>
      {children}
    </div>
  );
}

/** What a rule says, and the value that would mend it. */
export function RuleTold({
  rule,
  onEnter,
}: {
  readonly rule: RuleSaid;
  readonly onEnter: (changes: Readonly<Record<string, string>>) => void;
}) {
  const words = useWords(all);
  const { likely } = rule;
  return (
    <Told said={rule.message} grave={rule.grave}>
      {likely !== undefined && (
        <Button looks={["primary", "small"]} onClick={() => onEnter({ [likely.key]: likely.text })}>
          {words.accept(likely.text)}
        </Button>
      )}
    </Told>
  );
}
