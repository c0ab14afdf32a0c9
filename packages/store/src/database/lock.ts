import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { refusal } from "../errors.ts";

/** The file whose existence says that a process has the directory open. */
const lockName = "khop.lock";

const attempts = 8;

interface Holder {
  readonly process: number;
  /** When the process began, in ticks since the machine did; numbers of processes are used again, this is not. Null where it cannot be told. */
  readonly began: string | null;
}

/**
 * Takes a directory for this process; the function handed back lets it go.
 *
 * An embedded database is one process's: a second would destroy it without a word. What a process left that was killed is taken over.
 *
 * - Throws: KhopError `store/directory-in-use` while another process has it.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, lockName);
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (create(path)) return () => rmSync(path, { force: true });
    const holder = holderOf(path);
    if (holder === null && attempt < attempts / 2) {
      // Another process may be about to write its name.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      continue;
    }
    if (holder !== null && isAlive(holder)) {
      throw refusal(
        "store/directory-in-use",
        {
          vi: `Thư mục dữ liệu ${directory} đang được tiến trình ${holder.process} dùng. Hãy dừng tiến trình đó, chọn thư mục khác bằng --data, hoặc dùng PostgreSQL bằng DATABASE_URL để nhiều tiến trình chạy cùng lúc.`,
          en: `The data directory ${directory} is in use by process ${holder.process}. Stop that process, choose another directory with --data, or use PostgreSQL by DATABASE_URL so that several processes can run.`,
        },
        { directory, process: holder.process },
      );
    }
    setAside(path, holder);
  }
  throw refusal(
    "store/cannot-open",
    {
      vi: `Không khóa được thư mục ${directory}: hãy thử lại.`,
      en: `The directory ${directory} could not be locked: try again.`,
    },
    { where: directory },
  );
}

function create(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  const own: Holder = { process: process.pid, began: beginningOf(process.pid) };
  writeSync(file, JSON.stringify(own));
  closeSync(file);
  return true;
}

/** Takes a stale lock away; one that another process has put there in the meantime goes back. */
function setAside(path: string, stale: Holder | null): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return;
  }
  const found = holderOf(aside);
  if (found?.process !== stale?.process || found?.began !== stale?.began) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function holderOf(path: string): Holder | null {
  try {
    const { process: id, began } = JSON.parse(readFileSync(path, "utf8")) as Partial<Holder>;
    return typeof id === "number" ? { process: id, began: began ?? null } : null;
  } catch {
    return null;
  }
}

function isAlive({ process: id, began }: Holder): boolean {
  try {
    process.kill(id, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return began === null || began === beginningOf(id);
}

function beginningOf(id: number): string | null {
  try {
    // The name of the program, in parentheses, may hold spaces; field 22 counts from behind it.
    return readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1]?.split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
