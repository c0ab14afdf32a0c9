import { type ComponentType, createContext, type ReactNode, useContext } from "react";

export interface PageLinkProps {
  readonly to: string;
  readonly className?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** How pages of one document go to each other without a load, where they do. */
export const Routed = createContext<ComponentType<PageLinkProps> | null>(null);

/** A link to another page. One of the same document may be shown at once; another is loaded, so that its own policy holds. */
export function PageLink(props: PageLinkProps) {
  const Link = useContext(Routed);
  return Link === null ? <LoadingLink {...props} /> : <Link {...props} />;
}

/** A link that loads. */
export function LoadingLink({ to, className, title, children }: PageLinkProps) {
  const rest = { ...(className === undefined ? {} : { className }), ...(title === undefined ? {} : { title }) };
  const isHere = to === window.location.pathname;
  return (
    <a href={to} {...rest} {...(isHere ? { "aria-current": "page" as const } : {})}>
      {children}
    </a>
  );
}
