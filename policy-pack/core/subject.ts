import { unknownCheckingProxy } from "@pulumi/policy";
import type { Properties, RawResource, Subject } from "../contract/subject";
import { propertiesOf } from "./properties";
import { remembering } from "./remembering";

/** A resource's subject lives as long as the resource does: a hundred controls read the same one. */
const SUBJECTS = new WeakMap<RawResource, Subject>();

/**
 * A resource as controls read it. Its values are wrapped so that an unknown can only be met as one, whether they
 * come from the engine, which has wrapped them already, or from a recording.
 */
export function subjectOf(raw: RawResource): Subject {
  const made = SUBJECTS.get(raw) ?? newSubject(raw);
  SUBJECTS.set(raw, made);
  return made;
}

function newSubject(raw: RawResource): Subject {
  return {
    urn: raw.urn,
    type: raw.type,
    name: raw.name,
    properties: readOnce(raw.props),
    options: raw.options,
    ...(raw.provider === undefined ? {} : { provider: readOnce(raw.provider.props) }),
    ...(raw.parent === undefined ? {} : { parent: raw.parent }),
  };
}

/** Properties that read each path once, for all the controls that ask for it. */
function readOnce(raw: unknown): Properties {
  const properties = propertiesOf(unknownCheckingProxy(raw));
  return { ...properties, get: remembering(properties.get), list: remembering(properties.list) };
}
