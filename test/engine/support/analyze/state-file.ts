import type { RawResource } from "../../../../policy-pack/contract/subject";

const STACK = "urn:pulumi:dev::mlplatform::pulumi:pulumi:Stack::mlplatform-dev";

/** A resource as a state file keeps it. */
type StateResource = Readonly<Record<string, unknown>> & { readonly urn: string };

/** A state as `pulumi stack export` writes it, of resources that are all deployed. */
export function stateOf(resources: readonly RawResource[]): object {
  const providers = new Map<string, StateResource>();
  const parts = resources.map((raw) => stateResource(raw, providers));
  return {
    version: 3,
    deployment: {
      manifest: { time: "2026-06-01T12:00:00Z", magic: "", version: "v3.0.0" },
      resources: [
        { urn: STACK, type: "pulumi:pulumi:Stack", custom: false },
        ...providers.values(),
        ...parts,
      ],
    },
  };
}

function stateResource(raw: RawResource, providers: Map<string, StateResource>): StateResource {
  const { urn, type, props, options, parent, propertyDependencies = {} } = raw;
  const isComponent = type.startsWith("mlplatform:");
  const reference = providerReference(raw, providers);
  return {
    urn,
    type,
    custom: !isComponent,
    ...(isComponent ? {} : { id: props["id"] ?? "id" }),
    inputs: props,
    outputs: props,
    parent: parent ?? STACK,
    dependencies: [...new Set(Object.values(propertyDependencies).flat())],
    propertyDependencies,
    ...(reference === undefined ? {} : { provider: reference }),
    ...options,
  };
}

/** Providers with the same name and other inputs, of different cases, have URNs of their own. */
function providerReference(
  { provider }: RawResource,
  providers: Map<string, StateResource>,
): string | undefined {
  if (provider === undefined) return undefined;
  const { type, name, props } = provider;
  const key = JSON.stringify(provider);
  const known = providers.get(key) ?? {
    urn: `urn:pulumi:dev::mlplatform::${type}::${name}${providers.size === 0 ? "" : `-${providers.size}`}`,
    ...{ type, custom: true, id: "id", inputs: props, outputs: props },
  };
  providers.set(key, known);
  return `${known.urn}::id`;
}
