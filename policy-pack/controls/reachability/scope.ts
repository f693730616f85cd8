import type { Subject } from "../../core";
import { providerInput } from "../../core/provider-input";
import { accountOf } from "../../iam/account";

/** The account and the region that a resource is in, as far as its provider tells; for comparing resources only. */
export function scopeOf(subject: Subject): string {
  const own = subject.properties.get("region");
  const region = own.state === "known" ? own : providerInput(subject.provider, "region");
  return `${accountOf(subject) ?? ""} ${region.state === "known" ? String(region.value) : ""}`;
}
