/** Stands where something was that isn't text: code, an address, an unknown command. It is part of no claim. */
export const opaque = '\uFFFC';
