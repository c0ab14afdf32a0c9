/** How the pages look: as the system says, until a person says otherwise. */
export type Theme = "light" | "dark";

const kept = "khop.theme";
const system = window.matchMedia("(prefers-color-scheme: dark)");

/** What a person chose; null where the system decides. */
const chosenTheme = (): Theme | null => {
  const theme = localStorage.getItem(kept);
  return theme === "light" || theme === "dark" ? theme : null;
};

export const themeNow = (): Theme => chosenTheme() ?? (system.matches ? "dark" : "light");

function paint(): void {
  document.documentElement.dataset.theme = themeNow();
}

/** Chooses a theme; one that the system has too is left to the system again. */
export function chooseTheme(theme: Theme): void {
  if (theme === (system.matches ? "dark" : "light")) localStorage.removeItem(kept);
  else localStorage.setItem(kept, theme);
  paint();
}

/** Paints the theme, and again when the system changes its mind. */
export function startTheme(): void {
  paint();
  system.addEventListener("change", paint);
  // Paper is light.
  let before: string | undefined;
  window.addEventListener("beforeprint", () => {
    before = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
  });
  window.addEventListener("afterprint", () => {
    if (before !== undefined) document.documentElement.dataset.theme = before;
  });
}
