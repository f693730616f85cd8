import * as rpc from "@pulumi/pulumi/runtime/rpc";

type Plain = Record<string, unknown>;

/** Inputs as a program sent them, with their secrets opened and the places of the secrets kept. */
export interface OpenedInputs {
  readonly inputs: Plain;
  readonly secretInputs: readonly string[];
}

/** Opens the secrets of one request's properties. Unknown sentinels and assets stay as they are. */
export function openSecrets(wire: Plain): OpenedInputs {
  const secretInputs: string[] = [];
  const open = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => open(item, `${path}[${index}]`));
    if (value === null || typeof value !== "object") return value;
    const object = value as Plain;
    if (object[rpc.specialSigKey] === rpc.specialSecretSig) {
      secretInputs.push(path);
      return open(object["value"], path);
    }
    const entries = Object.entries(object).map(([key, item]) => [
      key,
      open(item, path === "" ? key : `${path}.${key}`),
    ]);
    return Object.fromEntries(entries);
  };
  return { inputs: open(wire, "") as Plain, secretInputs };
}

/** The same properties with every secret masked, for whatever is shown or stored. */
export function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (value === null || typeof value !== "object") return value;
  const object = value as Plain;
  if (object[rpc.specialSigKey] === rpc.specialSecretSig) return "[secret]";
  return Object.fromEntries(Object.entries(object).map(([key, item]) => [key, maskSecrets(item)]));
}
