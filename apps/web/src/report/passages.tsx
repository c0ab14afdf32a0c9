import { useState } from "react";
import type { SubmissionKey } from "../api/collecting.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { momentIn } from "../time.ts";
import { PassageEditor } from "./passage-editor.tsx";
import type { usePassages } from "./queries.ts";
import { SetText } from "./set-text.tsx";
import { words as all } from "./words.ts";

/** The places of the report that a person writes: what stands in each, and the one that is being written. */
export function Passages({
  submissionKey,
  user,
  rooms,
  mayWrite,
}: {
  readonly submissionKey: SubmissionKey;
  readonly user: string;
  readonly rooms: ReturnType<typeof usePassages>;
  readonly mayWrite: boolean;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  if (rooms.data === undefined) return <Asking query={rooms} />;
  return (
    <div className="told">
      {rooms.data.length === 0 && <p className="quiet">{words.noRooms}</p>}
      {!mayWrite && <p className="quiet small">{words.readOnly}</p>}
      <ul className="rooms">
        {rooms.data.map((room) => (
          <li key={room.passage}>
            {open === room.passage ? (
              <PassageEditor submissionKey={submissionKey} user={user} room={room} onClose={() => setOpen(null)} />
            ) : (
              <>
                <b>{room.title}</b>
                {room.stands !== null && room.stands.text !== "" ? (
                  <>
                    <div className="excerpt">
                      <SetText text={room.stands.text} />
                    </div>
                    <small>{words.savedBy(room.stands.by, momentIn(room.stands.at, language), room.stands.version)}</small>
                  </>
                ) : (
                  <p className="quiet small">{words.waits}</p>
                )}
                {mayWrite && (
                  <button type="button" className="go" aria-label={`${words.write}: ${room.title}`} onClick={() => setOpen(room.passage)}>
                    {words.write}
                  </button>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
