import { Link, Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Icon, Logo } from "../parts/icon.tsx";
import { chooseTheme, themeNow } from "../theme.ts";
import { words as all } from "./words.ts";

/** What stands around every page. */
export function Frame() {
  const words = useWords(all);
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="bar on-screen">
        <Link to="/" className="brand">
          <Logo />
          Khớp
        </Link>
        <nav className="pages" aria-label={words.pages}>
          <Link to="/">{words.check}</Link>
          <Link to="/nhap">{words.entry}</Link>
        </nav>
        <Choices />
      </header>
      <Outlet />
      <footer className="foot on-screen">
        <span>{words.promise}</span>
        <Link to="/bo-mau">{words.design}</Link>
      </footer>
    </>
  );
}

function Choices() {
  const words = useWords(all);
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
    </div>
  );
}
