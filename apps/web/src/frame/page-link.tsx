import { Link, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** A link to another page. One of the same policy is shown at once; another is loaded, so that its own policy holds. */
export function PageLink({
  to,
  className,
  title,
  children,
}: {
  readonly to: string;
  readonly className?: string;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const { routesByPath } = useRouter();
  const rest = { ...(className === undefined ? {} : { className }), ...(title === undefined ? {} : { title }) };
  const [path = "", query = ""] = to.split("?");
  if (path in routesByPath) {
    const search = Object.fromEntries(new URLSearchParams(query)) as never;
    return (
      <Link to={path} search={search} activeOptions={{ includeSearch: false }} {...rest}>
        {children}
      </Link>
    );
  }
  return (
    <a href={to} {...rest}>
      {children}
    </a>
  );
}
