import { type ReactNode, useState } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Icon, Logo } from "../parts/icon.tsx";
import { chooseTheme, themeNow } from "../theme.ts";
import { useKnownPerson } from "./known-person.ts";
import { PageLink } from "./page-link.tsx";
import { words as all } from "./words.ts";

/** What stands around every page. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const words = useWords(all);
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="bar on-screen">
        <PageLink to="/" className="brand">
          <Logo />
          <span>Khớp</span>
        </PageLink>
        <Pages />
        <Choices />
      </header>
      {children}
      <footer className="foot on-screen">
        <span>{words.promise}</span>
        <PageLink to="/bo-mau">{words.design}</PageLink>
      </footer>
    </>
  );
}

/** The pages that are for everybody, and those for whoever is signed in. */
function Pages() {
  const words = useWords(all);
  const person = useKnownPerson();
  const open = ["/", "/nhap", ...(person?.pages ?? [])];
  return (
    <nav className="pages" aria-label={words.pages}>
      {words.names
        .filter(([address]) => open.includes(address))
        .map(([address, name]) => (
          <PageLink key={address} to={address}>
            {name}
          </PageLink>
        ))}
    </nav>
  );
}

function Choices() {
  const words = useWords(all);
  const person = useKnownPerson();
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useState(themeNow);
  const next = theme === "dark" ? "light" : "dark";
  return (
    <div className="choices">
      <Button looks={["plain"]} lang={language === "vi" ? "en" : "vi"} onClick={() => choose(language === "vi" ? "en" : "vi")}>
        {words.other}
      </Button>
      <Button
        looks={["plain"]}
        aria-label={words[next]}
        title={words[next]}
        onClick={() => {
          chooseTheme(next);
          setTheme(next);
        }}
      >
        <Icon name={next === "dark" ? "moon" : "sun"} />
      </Button>
      <PageLink to="/dang-nhap" className="button plain who" title={person?.user ?? words.signIn}>
        <Icon name="person" />
        <span>{person?.name ?? words.signIn}</span>
      </PageLink>
    </div>
  );
}
