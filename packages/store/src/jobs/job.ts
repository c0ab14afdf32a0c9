import { type Selectable, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

/** `queued` → `running` → `done` or `failed`; `cancelled` from either of the first two. */
export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

/** Why a job failed, as an answer over HTTP would say it. */
export type JobProblem = Readonly<Record<string, unknown>>;

/** Something that is done in the background for who asked. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly askedBy: string;
  /** None where it is about no province. */
  readonly province?: string;
  /** What was asked; whoever does it knows its shape. */
  readonly asked: Readonly<Record<string, unknown>>;
  readonly state: JobState;
  /** How many of the things that it does are done, of how many where that is known. */
  readonly done: number;
  readonly whole: number | null;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  /** It is kept until then, its result with it. */
  readonly keepUntil: Date;
  readonly problem?: JobProblem;
  readonly result?: { readonly name: string; readonly type: string };
}

/** Something that was told of a job; counted from 1. */
export interface JobEvent {
  readonly seq: number;
  readonly at: Date;
  readonly event: "queued" | "started" | "progress" | "done" | "failed" | "cancelled";
  readonly data: Readonly<Record<string, unknown>>;
}

/** States in which nothing more will come. */
export const ended: readonly JobState[] = ["done", "failed", "cancelled"];

/** How long a job and its result are kept: behind its end, and behind its asking where it has none. */
export const keptDays = 7;

export const keptFrom = (at: Date): Date => new Date(at.getTime() + keptDays * 24 * 3600 * 1000);

export const jobColumns = [
  "id",
  "kind",
  "asked_by",
  "province",
  "asked",
  "state",
  "done",
  "whole",
  "asked_at",
  "ended_at",
  "keep_until",
  "problem",
  "result_name",
  "result_type",
] as const;

export type JobRow = Pick<Selectable<Tables["job"]>, (typeof jobColumns)[number]>;

export function jobIn(row: JobRow): Job {
  const { id, kind, asked_by, province, asked, state, done, whole, asked_at, ended_at, keep_until, problem, result_name, result_type } =
    row;
  return {
    id,
    kind,
    askedBy: asked_by,
    ...(province === "" ? {} : { province }),
    asked,
    state: state as JobState,
    done,
    whole,
    askedAt: asked_at,
    endedAt: ended_at,
    keepUntil: keep_until,
    ...(problem === null ? {} : { problem }),
    ...(result_name === null || result_type === null ? {} : { result: { name: result_name, type: result_type } }),
  };
}

export const isUuid = (id: string) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);

/** That a job has not ended. */
export const going = sql<boolean>`state in ('queued', 'running')`;
