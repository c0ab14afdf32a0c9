import { type Acting, digestOf } from "../audit.ts";
import type { Store } from "../database/open.ts";
import { refusal } from "../errors.ts";
import { transact } from "../transact.ts";

/** How a province tells a part of a regime's reports. */
export interface StoredTemplate {
  /** The part: a section, an appendix or a wording of the regime. */
  readonly template: string;
  /** Null where the province went back to the regime's own. */
  readonly text: string | null;
  readonly version: number;
  readonly by: string;
  readonly at: Date;
  readonly why?: string;
}

/** Which template, of whose reports. */
export interface TemplateKey {
  readonly regime: string;
  readonly template: string;
}

/**
 * Writes a template of a province, or goes back to the regime's own with null; what stood before stays as a version.
 *
 * - `seen` is the version that its author had seen, 0 for none. One that says what stands there makes no version.
 * - Throws: KhopError `store/stale`.
 */
export async function writeTemplate(
  store: Store,
  acting: Acting,
  { regime, template }: TemplateKey,
  { text, seen, why }: { readonly text: string | null; readonly seen?: number; readonly why?: string },
): Promise<StoredTemplate> {
  const { province, by } = acting;
  return transact(store, acting, async ({ trx, at, record }) => {
    const before = (await readTemplateVersions({ db: trx }, province, { regime, template })).at(-1);
    const stands = before?.version ?? 0;
    if (seen !== undefined && seen !== stands) throw stale(seen, stands, text, before?.text ?? null);
    if (before !== undefined && before.text === text) return before;
    const row = { template, text, version: stands + 1, by, at, why: why ?? null };
    // Of two that write at once one finds its version taken, and does it again on what the other left.
    await trx
      .insertInto("template")
      .values({ province, regime, ...row })
      .execute();
    record({
      action: "template.write",
      subject: `${regime}|${template}`,
      detail: { regime, template, version: row.version, digest: digestOf(text), ...(why === undefined ? {} : { why }) },
    });
    return templateIn(row);
  });
}

/** Every template of a province's own for a regime as it stands, or stood at a time; those that went back to the regime's are told with null. */
export async function readTemplates(
  store: Pick<Store, "db">,
  province: string,
  regime: string,
  { until }: { readonly until?: Date } = {},
): Promise<readonly StoredTemplate[]> {
  let rows = store.db
    .selectFrom("template")
    .selectAll()
    .distinctOn("template")
    .where("province", "=", province)
    .where("regime", "=", regime);
  if (until !== undefined) rows = rows.where("at", "<=", until);
  return (await rows.orderBy("template").orderBy("version", "desc").execute()).map(templateIn);
}

/** All that one template has said, the oldest first. */
export async function readTemplateVersions(
  store: Pick<Store, "db">,
  province: string,
  { regime, template }: TemplateKey,
): Promise<readonly StoredTemplate[]> {
  const rows = await store.db
    .selectFrom("template")
    .selectAll()
    .where("province", "=", province)
    .where("regime", "=", regime)
    .where("template", "=", template)
    .orderBy("version")
    .execute();
  return rows.map(templateIn);
}

function templateIn({
  template,
  text,
  version,
  by,
  at,
  why,
}: Omit<StoredTemplate, "why"> & { readonly why: string | null }): StoredTemplate {
  return { template, text, version, by, at, ...(why === null ? {} : { why }) };
}

function stale(seen: number, version: number, mine: string | null, theirs: string | null): Error {
  const said = {
    vi: `Mẫu đã được người khác sửa sau khi bạn mở (bản ${seen}, nay là bản ${version}). Hãy tải lại, rồi sửa trên bản mới.`,
    en: `Somebody else changed the template since you opened it (version ${seen}, now ${version}). Load it again and change that.`,
  };
  return refusal("store/stale", said, { seen, version, mine, theirs });
}
