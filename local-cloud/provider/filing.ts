import {
  createRecord,
  recordOf,
  recordWithId,
  replaceRecord,
  TakenError,
  type CloudRecord,
} from "../store/records";
import { isKnownById, location, uniqueKey, uniquenessPlace } from "./address";
import type { Configuration } from "./configuration";
import { withSecrets } from "./outputs";
import { sealSecrets } from "./sealed-properties";
import { CloudError, type Existing, type Target } from "./stand-in";
import { hasUnknown, plain, type Properties } from "./values";

/** Files a new resource under what must be unique of it. @throws CloudError when that is taken. */
export function file(target: Target, created: Existing, configuration: Configuration): void {
  const inputs = plain<Properties>(created.inputs);
  if (hasUnknown(inputs))
    throw new CloudError(`${target.type} "${target.name}" has inputs that are still unknown.`);
  const place = location(target.type, inputs, configuration);
  try {
    createRecord({
      type: target.type,
      id: created.id,
      urn: target.urn,
      ...place,
      key: uniqueKey(target.type, target.urn, inputs, created.id),
      place: uniquenessPlace(target.type, place),
      ...sealed(target.type, created),
    });
  } catch (error) {
    throw error instanceof TakenError ? new CloudError(`AlreadyExists: ${error.message}`) : error;
  }
}

/** Files what became of a resource. */
export function refile(
  record: CloudRecord,
  target: Target,
  updated: Pick<Existing, "inputs" | "outputs">,
): void {
  replaceRecord({ ...record, urn: target.urn, ...sealed(target.type, updated) });
}

/** Looks a resource up by its id; what is known of it tells where it was filed. Only the provider's own account is seen. */
export function lookUp(
  target: Target,
  id: string,
  known: Properties,
  configuration: Configuration,
): CloudRecord | undefined {
  const properties = plain<Properties>(known);
  const place = uniquenessPlace(target.type, location(target.type, properties, configuration));
  const record =
    recordOf(place, target.type, id, uniqueKey(target.type, target.urn, properties, id)) ??
    (isKnownById(target.type) || Object.keys(known).length === 0
      ? recordWithId(place, target.type, id)
      : undefined);
  return record?.account === configuration.account ? record : undefined;
}

function sealed(type: string, { inputs, outputs }: Pick<Existing, "inputs" | "outputs">) {
  return { inputs: sealSecrets(withSecrets(type, inputs)), outputs: sealSecrets(withSecrets(type, outputs)) };
}
