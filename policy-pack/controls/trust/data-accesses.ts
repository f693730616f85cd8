import type { Graph, Node } from "../../core";
import { parseArn } from "../../iam/arn";
import type { Statement } from "../../iam/statement";
import { grantHolders } from "./grant-holders";
import { keyUses } from "./key-uses";
import { resourcesNamed, wordsFor } from "./named-resources";
import { grantsFor, permissionsOf } from "./role-permissions";
import { ROLE } from "./roles";
import { keysOfStores } from "./stored-under";
import { rolesOfWorkload } from "./workload-links";

/** Actions on data, by what holds it, and what each takes of the key. */
const ACTIONS: Readonly<Record<string, readonly (readonly [data: string, key: string])[]>> = {
  bucket: [
    ["s3:GetObject", "kms:Decrypt"],
    ["s3:PutObject", "kms:GenerateDataKey"],
  ],
  secret: [
    ["secretsmanager:GetSecretValue", "kms:Decrypt"],
    ["secretsmanager:PutSecretValue", "kms:GenerateDataKey"],
  ],
};

/** What a role may do with data that is encrypted with a key of the stack. */
export interface DataAccess {
  readonly role: Node;
  readonly holder: Node;
  readonly property: string;
  /** What is read or written, as people call it. */
  readonly words: string;
  readonly store: Node;
  readonly key: Node;
  readonly keyAction: string;
}

/** What roles may read and write in buckets and secrets that are encrypted with keys of the stack. */
export function storeAccesses(graph: Graph): readonly DataAccess[] {
  const roles = grantHolders(graph).filter(({ node }) => node.type === ROLE);
  return roles.flatMap(({ node: role }) =>
    Object.entries(ACTIONS).flatMap(([words, pairs]) =>
      pairs.flatMap(([action, keyAction]) =>
        accessesOf(graph, role, words, action).map((access) => ({ ...access, keyAction })),
      ),
    ),
  );
}

function accessesOf(
  graph: Graph,
  role: Node,
  words: string,
  action: string,
): readonly Omit<DataAccess, "keyAction">[] {
  const permissions = permissionsOf(graph, role);
  if (permissions === undefined) return [];
  return grantsFor(permissions, action).flatMap(({ owned, statement }) => {
    const holder = graph.byUrn(owned.subject.urn) ?? role;
    return placesIn(graph, holder, owned.property, statement)
      .filter(({ store }) => wordsFor(store) === words)
      .flatMap(({ store, property }) =>
        (keysOfStores(graph).get(store) ?? []).map((key) => ({
          role,
          holder,
          property,
          words: `${action} on ${store.name}`,
          store,
          key,
        })),
      );
  });
}

/** Where workloads are told a key to write with. */
const WRITES: readonly { readonly type: string; readonly at: RegExp }[] = [
  { type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration", at: /^dataCaptureConfig\.kmsKeyId$/ },
  { type: "aws:sagemaker/featureGroup:FeatureGroup", at: /^offlineStoreConfig\..*kmsKeyId$/ },
];

/** What workloads write under their own roles with keys of the stack that they are told. */
export function workloadWrites(graph: Graph): readonly DataAccess[] {
  return keyUses(graph)
    .filter(({ node, property }) => WRITES.some(({ type, at }) => node.type === type && at.test(property)))
    .flatMap(({ node, property, key }) =>
      rolesOfWorkload(graph, node).map((role) => ({
        role,
        holder: node,
        property,
        words: "what it writes",
        store: node,
        key,
        keyAction: "kms:GenerateDataKey",
      })),
    );
}

/** What a statement is about, by name, or where that is not known yet, by reference. */
function placesIn(graph: Graph, holder: Node, input: string, { resources }: Statement) {
  const named = resources.values
    .filter(({ value }) => isOfContents(value))
    .flatMap(({ value, path }) => resourcesNamed(graph, value).map((store) => ({ store, property: path })));
  const behind = resources.unknown.length > 0 ? holder.references(input) : [];
  const unnamed = behind.filter((store) => !named.some((each) => each.store === store));
  return [...named, ...unnamed.map((store) => ({ store, property: input }))];
}

/** A bucket's own ARN is not about its objects. */
function isOfContents(text: string): boolean {
  const arn = parseArn(text);
  return arn?.service !== "s3" || /[/*?]/.test(arn.resource);
}
