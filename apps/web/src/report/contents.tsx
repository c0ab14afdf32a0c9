import { useWords } from "../language.tsx";
import type { Heading } from "./page-tree.ts";
import type { Room } from "./queries.ts";
import { words as all } from "./words.ts";

/** The parts of the report, to go to; those that a person writes say whether they are. */
export function Contents({ headings, rooms }: { readonly headings: readonly Heading[]; readonly rooms: readonly Room[] }) {
  const words = useWords(all);
  const goTo = (id: string): void => document.querySelector(".letter")?.shadowRoot?.getElementById(id)?.scrollIntoView({ block: "start" });
  const roomOf = (text: string): Room | undefined =>
    rooms.find(({ title }) => text.toLowerCase().endsWith(title.replace(/ \(thêm\)$/, "").toLowerCase()));
  return (
    <nav className="contents" aria-label={words.contents}>
      <details open={!window.matchMedia("(max-width: 1180px)").matches}>
        <summary>{words.contents}</summary>
        <ol>
          {headings
            .filter(({ level }) => level > 1)
            .map(({ id, level, text }) => {
              const room = roomOf(text);
              return (
                <li key={id} data-level={level}>
                  <button type="button" onClick={() => goTo(id)}>
                    {text}
                  </button>
                  {room !== undefined && <small>{room.stands === null || room.stands.text === "" ? words.waits : words.written}</small>}
                </li>
              );
            })}
        </ol>
      </details>
    </nav>
  );
}
