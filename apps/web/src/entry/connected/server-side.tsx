import { renewSubmission, type SubmissionKey, type useSubmission } from "../../api/collecting.ts";
import { useWords } from "../../language.tsx";
import { Comments } from "../../progress/comments.tsx";
import { Findings } from "../../progress/findings.tsx";
import { EvidenceList } from "./evidence.tsx";
import { words as all } from "./words.ts";

/** What the server says of a submission: the rules that decide whether it may be sent, and what people said about it. */
export function ServerSide({
  submissionKey,
  server,
  can,
}: {
  readonly submissionKey: SubmissionKey;
  readonly server: ReturnType<typeof useSubmission>;
  readonly can: (action: string) => boolean;
}) {
  const words = useWords(all);
  const { check, comments } = server;
  return (
    <>
      {check.data !== undefined && (
        <>
          <h2>{words.serverFindings}</h2>
          <Findings
            submissionKey={submissionKey}
            check={check.data}
            mayWaive={can("finding.waive")}
            onDone={() => void renewSubmission(submissionKey)}
          />
        </>
      )}
      <h2>{words.evidence}</h2>
      <EvidenceList submissionKey={submissionKey} mayAdd={can("evidence.add")} />
      {comments.data !== undefined && (
        <>
          <h2>{words.comments}</h2>
          <Comments
            submissionKey={submissionKey}
            comments={comments.data}
            mayAdd={can("comment.add")}
            onDone={() => void comments.refetch()}
          />
        </>
      )}
    </>
  );
}
