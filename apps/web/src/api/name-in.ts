/** What is named by an id in a list that may not have come yet: nobody is shown an id while its name is on the way. */
export function nameIn<T extends { readonly id: string }>(list: readonly T[] | undefined, id: string, nameOf: (one: T) => string): string {
  if (list === undefined) return "…";
  const one = list.find((each) => each.id === id);
  return one === undefined ? id : nameOf(one);
}
