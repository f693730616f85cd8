import { unknownCheckingProxy } from "@pulumi/policy";
import type { RawResource, Subject } from "../contract/subject";
import { propertiesOf } from "./properties";

/**
 * A resource as controls read it. Its values are wrapped so that an unknown can only be met as one, whether they
 * come from the engine, which has wrapped them already, or from a recording.
 */
export function subjectOf(raw: RawResource): Subject {
  return {
    urn: raw.urn,
    type: raw.type,
    name: raw.name,
    properties: propertiesOf(unknownCheckingProxy(raw.props)),
    options: raw.options,
    ...(raw.provider === undefined
      ? {}
      : { provider: propertiesOf(unknownCheckingProxy(raw.provider.props)) }),
    ...(raw.parent === undefined ? {} : { parent: raw.parent }),
  };
}
