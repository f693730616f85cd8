import type { Properties, RawResource, Subject } from "../contract/subject";
import { currentType } from "./current-type";
import { propertiesOf } from "./properties";
import { readable } from "./readable";
import { rememberingFor } from "./remembering";

/**
 * A resource as controls read it. Its values are wrapped so that an unknown can only be met as one, whether they
 * come from the engine, which has wrapped them already, or from a recording. A hundred controls read the same subject.
 */
export const subjectOf = rememberingFor((raw: RawResource): Subject => ({
  urn: raw.urn,
  type: currentType(raw.type),
  name: raw.name,
  properties: propertiesOf(readable(raw.props)),
  options: raw.options,
  ...(raw.provider === undefined ? {} : { provider: providerProperties(raw.provider.props) }),
  ...(raw.parent === undefined ? {} : { parent: raw.parent }),
}));

/** The inputs of a provider, which are the same for every resource of it. */
export const providerProperties = rememberingFor((raw: object): Properties => propertiesOf(readable(raw)));
