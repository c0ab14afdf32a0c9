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
  if (to in routesByPath) {
    return (
      <Link to={to} activeOptions={{ includeSearch: false }} {...rest}>
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
