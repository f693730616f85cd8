/**
 * Values as they travel between engine and provider: plain data in which unknowns are sentinels and secrets
 * are wrapped. Source: `sdk/go/common/resource/plugin/rpc.go` and `sdk/go/common/resource/sig` of pulumi/pulumi.
 */
export type Properties = Readonly<Record<string, unknown>>;

/** The sentinel of a value that is not known yet, whatever its type. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const UNKNOWNS: ReadonlySet<unknown> = new Set([
  UNKNOWN,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // list
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

export function isUnknown(value: unknown): boolean {
  return UNKNOWNS.has(value);
}

export function isSecret(value: unknown): value is { readonly value: unknown } {
  return isRecord(value) && value[SIGNATURE] === SECRET;
}

/** Wraps a value as a secret, once. */
export function secret(value: unknown): unknown {
  return isSecret(value) ? value : { [SIGNATURE]: SECRET, value };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A copy in which `change` has replaced every value, innermost first. */
export function mapDeep(value: unknown, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return change(value.map((element) => mapDeep(element, change)));
  if (!isRecord(value)) return change(value);
  return change(
    Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapDeep(inner, change)])),
  );
}

/** The plain data: secrets and output values unwrapped, unknowns left as they are. */
export function plain<T = unknown>(value: unknown): T {
  return mapDeep(value, (inner) => {
    if (isSecret(inner)) return inner.value;
    if (isRecord(inner) && inner[SIGNATURE] === OUTPUT) return "value" in inner ? inner.value : UNKNOWN;
    return inner;
  }) as T;
}

/** Whether anything inside is not known yet. */
export function hasUnknown(value: unknown): boolean {
  let found = false;
  mapDeep(value, (inner) => {
    found ||= isUnknown(inner);
    return inner;
  });
  return found;
}

/** Every text inside a secret. */
export function secretTexts(value: unknown): ReadonlySet<string> {
  const texts = new Set<string>();
  mapDeep(value, (inner) => {
    if (isSecret(inner)) {
      mapDeep(inner.value, (text) => {
        if (typeof text === "string" && text !== "") texts.add(text);
        return text;
      });
    }
    return inner;
  });
  return texts;
}
