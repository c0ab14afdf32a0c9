import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { answered, khop } from "../api/khop.ts";
import type { Person } from "../api/person.ts";
import { wordsOf } from "../api/refusal.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Sideways } from "../parts/sideways.tsx";
import { momentIn } from "../time.ts";
import { words as all } from "./words.ts";

/** Who did what, the newest first; and whether the past was changed. */
export function AuditPart({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { province } = person;
  const path = { province };
  const trail = useInfiniteQuery({
    queryKey: ["audit", province],
    queryFn: ({ pageParam }) =>
      answered(
        khop.GET("/api/v1/provinces/{province}/audit/latest", {
          params: { path, query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const verification = useMutation({
    mutationFn: () => answered(khop.GET("/api/v1/provinces/{province}/audit/verification", { params: { path } })),
  });
  if (trail.data === undefined) return <Asking query={trail} />;
  const { data: report, error } = verification;
  return (
    <>
      <Button looks={["primary"]} disabled={verification.isPending} onClick={() => verification.mutate()}>
        {verification.isPending ? words.verifying : words.verify}
      </Button>
      {report !== undefined &&
        (report.faults.length === 0 ? (
          <Notice tone="calm" title={words.whole(report.entries, report.seal.slice(0, 12))} />
        ) : (
          <Notice tone="error" title={words.broken(report.faults.length)}>
            <ul>
              {report.faults.map(({ seq, what, row = "" }) => (
                <li key={`${seq} ${what} ${row}`}>
                  {seq}: {words.faults[what]}
                  {row !== "" && ` (${row})`}
                </li>
              ))}
            </ul>
          </Notice>
        ))}
      {error !== null && <Notice tone="error" title={wordsOf(error)[language]} />}
      <Sideways label={words.parts.audit ?? ""}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col" className="number">
                #
              </th>
              <th scope="col">{words.at}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">{words.action}</th>
              <th scope="col">{words.subject}</th>
            </tr>
          </thead>
          <tbody>
            {trail.data.pages
              .flatMap(({ items }) => items)
              .map(({ seq, at, by, action, subject }) => (
                <tr key={seq}>
                  <td className="number">{seq}</td>
                  <td>{momentIn(at, language)}</td>
                  <td>{by}</td>
                  <td>{words.deeds[action] ?? action}</td>
                  <td className="quiet">{subject}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </Sideways>
      {trail.hasNextPage && (
        <Button disabled={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          {words.older}
        </Button>
      )}
    </>
  );
}
