import { Link, useRouter } from "@tanstack/react-router";
import { LoadingLink, type PageLinkProps } from "../frame/page-link.tsx";

/** A link to a page of this document, shown at once; one to another is loaded. */
export function RoutedLink(props: PageLinkProps) {
  const { routesByPath } = useRouter();
  const { to, className, title, children } = props;
  const [path = "", query = ""] = to.split("?");
  if (!(path in routesByPath)) return <LoadingLink {...props} />;
  const search = Object.fromEntries(new URLSearchParams(query)) as never;
  const rest = { ...(className === undefined ? {} : { className }), ...(title === undefined ? {} : { title }) };
  return (
    <Link to={path} search={search} activeOptions={{ includeSearch: false }} {...rest}>
      {children}
    </Link>
  );
}
