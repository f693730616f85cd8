import { open, seal } from "../store/sealing";
import { isRecord, isSecret, mapDeep, secret, type Properties } from "./values";

const SEALED = "mlplatform:sealed";

/** Properties as they may lie on a disk: every secret is sealed. */
export function sealSecrets(properties: Properties): Properties {
  return mapDeep(properties, (value) =>
    isSecret(value) ? { [SEALED]: seal(JSON.stringify(value.value)) } : value,
  ) as Properties;
}

/** Properties as the engine wants them: every secret open, and marked as one. */
export function openSecrets(properties: Properties): Properties {
  return mapDeep(properties, (value) => {
    if (!isRecord(value)) return value;
    const sealed = value[SEALED];
    return typeof sealed === "string" ? secret(JSON.parse(open(sealed))) : value;
  }) as Properties;
}
