import type { Graph, Node } from "../../core";
import { ROLE } from "../../core/resource-types";
import { parseArn } from "../../iam/arn";
import { covers } from "../../iam/covers";
import { allowing } from "../../iam/document";
import type { OwnedDocument } from "../../iam/identity-documents";
import type { Statement } from "../../iam/statement";
import { grantHolders } from "./grant-holders";
import { keyUses } from "./key-uses";
import { resourcesNamed, wordsFor } from "./named-resources";
import { keysOfStores } from "./stored-under";
import { rolesOfWorkload } from "./workload-links";

/** Actions on data, what it is held in, and what each takes of the key. */
const ACTIONS = [
  { action: "s3:GetObject", heldIn: "bucket", keyAction: "kms:Decrypt" },
  { action: "s3:PutObject", heldIn: "bucket", keyAction: "kms:GenerateDataKey" },
  { action: "secretsmanager:GetSecretValue", heldIn: "secret", keyAction: "kms:Decrypt" },
  { action: "secretsmanager:PutSecretValue", heldIn: "secret", keyAction: "kms:GenerateDataKey" },
] as const;

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
  return grantHolders(graph)
    .filter(({ node }) => node.type === ROLE)
    .flatMap(({ node: role, documents }) =>
      documents.flatMap((owned) =>
        allowing(owned.document).flatMap((statement) => accessesBy(graph, role, owned, statement)),
      ),
    );
}

function accessesBy(
  graph: Graph,
  role: Node,
  { subject, property: input }: OwnedDocument,
  statement: Statement,
): readonly DataAccess[] {
  const covered = ACTIONS.filter(({ action }) => covers(statement, action));
  // Most statements are about something else, and then where they are for is not looked up.
  if (covered.length === 0) return [];
  const holder = graph.byUrn(subject.urn) ?? role;
  return placesIn(graph, holder, input, statement).flatMap(({ store, property }) => {
    const keys = keysOfStores(graph).get(store) ?? [];
    const taken = covered.filter(({ heldIn }) => heldIn === wordsFor(store));
    return keys.flatMap((key) =>
      taken.map(({ action, keyAction }) => {
        const words = `${action} on ${store.name}`;
        return { role, holder, property, words, store, key, keyAction };
      }),
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
