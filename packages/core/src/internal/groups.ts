/** Items joined into groups; the smallest possible union–find. */
export class Groups<T> {
  readonly #parent = new Map<T, T>();

  find(item: T): T {
    let root = item;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up;
    this.#parent.set(item, root);
    return root;
  }

  join(items: Iterable<T>): void {
    let first: T | undefined;
    for (const item of items) {
      const root = this.find(item);
      if (first === undefined) first = root;
      else this.#parent.set(root, first);
    }
  }
}
