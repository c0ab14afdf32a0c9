import { Component, type ReactNode } from "react";
import { Fault } from "./no-page.tsx";

/** Shows that the page has a fault, where it has one. */
export class Guard extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Fault /> : this.props.children;
  }
}
