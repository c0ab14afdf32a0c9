import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

interface Props {
  readonly words: { readonly keys: string; readonly close: string; readonly keyMap: readonly (readonly string[])[] };
  readonly onClose: () => void;
}

/** The map of keys of a page, in its words. */
export function KeysDialog({ words, onClose }: Props) {
  return (
    <Dialog title={words.keys} onClose={onClose}>
      <table className="keys">
        <tbody>
          {words.keyMap.map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="acts">
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </Dialog>
  );
}
