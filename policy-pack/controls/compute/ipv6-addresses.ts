import { deferred, type Finding, type Subject, violation } from "../../core";
import { type Inner, leavesNamedOrHidden } from "../../core/walk";

/** By these an instance, or a template's interface, asks for addresses of IPv6. */
const NAMES = ["ipv6AddressCount", "ipv6Addresses", "ipv6PrefixCount", "ipv6Prefixes"];

/**
 * Findings for the addresses of IPv6 that are asked for: all of a VPC's are public, and only routes keep the internet
 * from them. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html
 * @param inputs Where else than at the top they may stand.
 */
export function ipv6Asked(subject: Subject, inputs: readonly string[]): readonly Finding[] {
  const places = [...NAMES, ...inputs.filter((input) => input !== "associatePublicIpAddress")];
  return places
    .flatMap((input) => leavesNamedOrHidden(subject.properties.get(input), input, NAMES))
    .filter(mayAsk)
    .map(({ path, value }) =>
      value.state === "unknown"
        ? deferred(subject, path)
        : violation(subject, path, value, "none: addresses of IPv6 are public"),
    );
}

const mayAsk = ({ value }: Inner): boolean =>
  value.state === "unknown" || (value.state === "known" && !/^0?$/.test(String(value.value)));
