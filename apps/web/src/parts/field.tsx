import { type ComponentProps, type ReactNode, useId } from "react";

/** A field of a form with its label, and how to fill it in below. */
export function Field({
  label,
  how,
  ...rest
}: { readonly label: string; readonly how?: string } & Omit<ComponentProps<"input">, "className" | "id">) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input className="field" id={id} {...(how === undefined ? {} : { "aria-describedby": `${id}h` })} {...rest} />
      {how !== undefined && (
        <p className="quiet small" id={`${id}h`}>
          {how}
        </p>
      )}
    </div>
  );
}

/** A choice of a form with its label. */
export function Select({
  label,
  children,
  ...rest
}: { readonly label: string; readonly children: ReactNode } & Omit<ComponentProps<"select">, "className" | "id">) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select className="field" id={id} {...rest}>
        {children}
      </select>
    </div>
  );
}
