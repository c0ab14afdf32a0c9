import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

const icons: Readonly<Record<"error" | "calm" | "busy", IconName>> = { error: "warning", calm: "done", busy: "file" };

/** A notice: what is the matter in bold, where and how to mend it below. */
export function Notice({
  tone,
  title,
  children,
}: {
  readonly tone: keyof typeof icons;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`card notice ${tone}`} role={tone === "error" ? "alert" : "status"}>
      <Icon name={icons[tone]} size={20} />
      <b>{title}</b>
      {children}
    </div>
  );
}
