import type { PackSettings } from "../contract/control";
import type { ReportedRemediation } from "../contract/report";
import type { RawResource } from "../contract/subject";
import { isTypeOf } from "../core/evaluate";
import { subjectOf } from "../core/subject";
import { tierOfResource } from "../core/tier";
import { differences } from "./differences";
import type { Remediation } from "./remediation";
import { setProperty } from "./set-property";

/** A remediation that the configuration asks for, with what it says for it. */
export interface AskedRemediation {
  readonly remediation: Remediation;
  /** The values of required tags that are missing, by name. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Resources as remediations leave them, each seeing what the one before has set, as in the engine. The given resources
 * stay as they are; of one that is changed there is a copy.
 */
export function remediate(
  resources: readonly RawResource[],
  asked: readonly AskedRemediation[],
  settings: PackSettings,
): { readonly resources: readonly RawResource[]; readonly remediated: readonly ReportedRemediation[] } {
  const remediated: ReportedRemediation[] = [];
  const mended = resources.map((given) => {
    const tier = tierOfResource(given, settings);
    let raw = given;
    for (const { remediation, tags } of asked) {
      if (!isTypeOf(remediation.types, raw.type)) continue;
      const changes = remediation.changes(subjectOf(raw), {
        requiredTags: settings.requiredTags,
        tags,
        tier,
      });
      if (changes.length === 0) continue;
      const props = structuredClone(raw.props) as Record<string, unknown>;
      for (const change of changes) setProperty(props, change);
      const { name } = remediation;
      remediated.push({ remediation: name, urn: raw.urn, changes: differences(raw.props, props) });
      raw = { ...raw, props };
    }
    return raw;
  });
  return { resources: mended, remediated };
}
