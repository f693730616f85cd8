/** A person's address as it is compared: people write the same one in more ways than one. */
export const samePerson = (address: string): string => address.trim().toLowerCase();

/** The people among some addresses, each once. */
export const distinctPeople = (addresses: readonly string[]): ReadonlySet<string> =>
  new Set(addresses.map(samePerson));
