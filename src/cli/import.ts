// import() of a module of the user's. A script of which V8 keeps the compiled code has none of its own on Node 20: start.ts lends it one.

/** Handed to the program by start.ts; absent where the sources run as modules. */
declare const IMPORT: ((url: string) => Promise<object>) | undefined;

export const importModule = (url: string): Promise<object> =>
  typeof IMPORT === 'undefined' ? import(url) : IMPORT(url);
