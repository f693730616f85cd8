import type { Tier } from "../../../policy-pack/contract/control";
import type { RawResource } from "../../../policy-pack/contract/subject";

type Replacement = readonly [from: RegExp, to: string];

/** A whole text, or a whole text in the JSON in which a provider is told its inputs. */
const whole = (text: string) => new RegExp(`(?<=^|")(?:${text})(?="|$)`, "g");

/** A program of prod is another tier's when these of its texts are that tier's. */
const TEXTS: Readonly<Record<Exclude<Tier, "prod">, readonly Replacement[]>> = {
  staging: [
    [/888888888888/g, "666666666666"],
    [/999999999999/g, "777777777777"],
    [/acme-prod-core/g, "acme-staging-core"],
    [whole("prod"), "staging"],
    [/^urn:pulumi:prod::/, "urn:pulumi:staging::"],
  ],
  dev: [
    [/(888888888888|999999999999)/g, "555555555555"],
    [/acme-prod-core/g, "acme-dev-core"],
    [whole("prod"), "dev"],
    [whole("confidential|internal"), "synthetic"],
    [/^urn:pulumi:prod::/, "urn:pulumi:dev::"],
  ],
};

/** What a program of prod registers, as the same program registers it in another tier's stack and account. */
export function inTier(tier: Exclude<Tier, "prod">, resources: readonly RawResource[]): RawResource[] {
  return resources.map((resource) => moved(resource, TEXTS[tier]) as RawResource);
}

/** A value with its texts replaced, those that name its parts too: edges are told by them. */
function moved(value: unknown, texts: readonly Replacement[]): unknown {
  if (typeof value === "string") return texts.reduce((text, [from, to]) => text.replace(from, to), value);
  if (Array.isArray(value)) return value.map((item) => moved(item, texts));
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, moved(item, texts)]));
}
