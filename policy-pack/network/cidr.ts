import ipaddr from "ipaddr.js";

/** The addresses from `first` to `last`, both within. */
export interface AddressRange {
  readonly family: "ipv4" | "ipv6";
  readonly first: bigint;
  readonly last: bigint;
}

const BITS = { ipv4: 32, ipv6: 128 } as const;

/** The addresses of a CIDR, or of one address by itself; undefined when the text is neither. */
export function addressesOf(text: string): AddressRange | undefined {
  const parsed = parse(text.trim());
  if (parsed === undefined) return undefined;
  const { address, prefix } = parsed;
  const family = address.kind();
  const size = 1n << BigInt(BITS[family] - prefix);
  const number = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  // Bits beyond the prefix are ignored, as AWS does: 10.1.2.3/8 is 10.0.0.0/8.
  const first = number - (number % size);
  return { family, first, last: first + size - 1n };
}

function parse(
  text: string,
): { readonly address: ipaddr.IPv4 | ipaddr.IPv6; readonly prefix: number } | undefined {
  if (ipaddr.isValidCIDR(text)) {
    const [address, prefix] = ipaddr.parseCIDR(text);
    return { address, prefix };
  }
  // Only the full form: "10" and "0x7f.1" are addresses to some libraries, and to nobody else.
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !text.includes(":")) return undefined;
  if (!ipaddr.isValid(text)) return undefined;
  const address = ipaddr.parse(text);
  return { address, prefix: BITS[address.kind()] };
}

/** How many addresses a range holds. */
export const sizeOf = (range: AddressRange): bigint => range.last - range.first + 1n;

/** Whether a range holds every address of another. */
export function holds(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two ranges share an address. */
export function overlap(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** The same addresses in the fewest ranges: neighbours and overlaps become one. */
export function merged(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const sorted = [...ranges].sort((a, b) => {
    if (a.family !== b.family) return a.family < b.family ? -1 : 1;
    return a.first < b.first ? -1 : a.first > b.first ? 1 : 0;
  });
  const result: AddressRange[] = [];
  for (const range of sorted) {
    const previous = result.at(-1);
    if (previous?.family === range.family && range.first <= previous.last + 1n) {
      result[result.length - 1] = {
        ...previous,
        last: range.last > previous.last ? range.last : previous.last,
      };
    } else {
      result.push(range);
    }
  }
  return result;
}

/** What is left of ranges when other ranges are taken away. */
export function without(
  ranges: readonly AddressRange[],
  taken: readonly AddressRange[],
): readonly AddressRange[] {
  return taken.reduce<readonly AddressRange[]>(
    (left, gone) => left.flatMap((range) => cut(range, gone)),
    ranges,
  );
}

function cut(range: AddressRange, gone: AddressRange): readonly AddressRange[] {
  if (!overlap(range, gone)) return [range];
  const before = range.first < gone.first ? [{ ...range, last: gone.first - 1n }] : [];
  const after = gone.last < range.last ? [{ ...range, first: gone.last + 1n }] : [];
  return [...before, ...after];
}
