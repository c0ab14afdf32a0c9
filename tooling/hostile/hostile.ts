/** A file made to do harm: what it is, what it is called, its bytes, and what is said of it in Vietnamese; "read" where it does none. */
export type Hostile = readonly [what: string, name: string, make: () => Uint8Array | string, said: string];
