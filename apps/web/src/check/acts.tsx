import { useRef } from "react";
import { useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { UndoRedo } from "../parts/undo-redo.tsx";
import type { DeskState } from "./use-desk.ts";
import type { PaperView, Product } from "./view.ts";
import { words as all } from "./words.ts";

interface ActsProps {
  readonly paper: PaperView;
  readonly desk: DeskState;
  readonly onAnother: () => void;
  readonly onKeys: () => void;
  readonly onProduce: (product: Product) => void;
}

const takesNotes = (format: string): format is "docx" | "xlsx" | "pdf" => format === "docx" || format === "xlsx" || format === "pdf";

/** What may be done with the whole report; the strong button hands it back with notes, or as a page where it takes none. */
export function Acts({ paper, desk, onAnother, onKeys, onProduce }: ActsProps) {
  const words = useWords(all);
  const chooser = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  const { format } = paper;
  const rest: readonly ("html" | "json")[] = takesNotes(format) ? ["html", "json"] : ["json"];
  const chosen = (act: () => void) => () => {
    if (menu.current !== null) menu.current.open = false;
    act();
  };
  return (
    <div className="acts on-screen">
      <UndoRedo history={desk.history} onUndo={desk.undo} onRedo={desk.redo} />
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={words.addPrevious}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void desk.hold({ name: file.name, bytes: () => file.arrayBuffer() });
          currentTarget.value = "";
        }}
      />
      {desk.found?.previous === undefined ? (
        <Button onClick={() => chooser.current?.click()}>{words.addPrevious}</Button>
      ) : (
        <Button onClick={() => void desk.hold(null)}>{words.dropPrevious}</Button>
      )}
      <details
        className="menu"
        ref={menu}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || menu.current?.open !== true) return;
          event.stopPropagation();
          menu.current.open = false;
          menu.current.querySelector("summary")?.focus();
        }}
      >
        <summary className="button">
          {words.download}
          <Icon name="down" size={14} />
        </summary>
        <div>
          {rest.map((product) => (
            <button key={product} type="button" onClick={chosen(() => onProduce(product))}>
              {words.downloads[product]}
              <small>{words.downloadAbout[product]}</small>
            </button>
          ))}
          <button type="button" onClick={chosen(() => window.print())}>
            {words.print}
          </button>
          <button type="button" onClick={chosen(onKeys)}>
            {words.keys}
          </button>
          <button type="button" onClick={chosen(onAnother)}>
            {words.another}
          </button>
        </div>
      </details>
      <Button looks={["primary"]} onClick={() => onProduce(takesNotes(format) ? "annotated" : "html")}>
        {words.downloads[takesNotes(format) ? format : "html"]}
      </Button>
    </div>
  );
}
