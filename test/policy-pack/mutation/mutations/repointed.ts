import type { Edit, Mutation, Site } from "../mutant";
import type { Identity } from "../real-graphs";
import { FOREIGN_ACCOUNT } from "./policy-documents";

const ACCOUNT = /(?<=^|:|-)\d{12}(?=$|:|-|\.)/;
const KEY_ARN = /^arn:[\w-]+:kms:([\w-]+):(\d{12}):key\//;

/**
 * A reference to one resource made one to another of the same type: another owner's, or another of the same owner.
 * References inside longer texts, such as policy documents and S3 locations, are re-pointed where they stand.
 */
export const toAnotherResource: Mutation = (site) => {
  const { graph, value, path } = site;
  if (typeof value !== "string") return [];
  const whole = graph.identities.get(value);
  const within = whole === undefined ? identitiesWithin(site) : [{ text: value, identity: whole }];
  return within
    .filter(({ identity }) => identity.urn !== site.resource.urn)
    .flatMap(({ text, identity }) =>
      others(site, identity).map(([kind, other, instead]): Edit => {
        const place = whole === undefined ? ` › ${shortType(identity)}` : "";
        return {
          path,
          kind,
          value: value.split(text).join(instead),
          ...(whole === undefined ? {} : { from: other.urn }),
          property: propertyOf(site) + place,
        };
      }),
    );
};

/** An account's number made that of nobody; a customer's key made AWS's own. */
export const toForeignAccount: Mutation = (site) => {
  const { path, value } = site;
  if (typeof value !== "string" || value.startsWith("{")) return [];
  const edits: Edit[] = [];
  const foreign = value.replace(ACCOUNT, FOREIGN_ACCOUNT);
  if (foreign !== value) edits.push({ path, kind: "re-pointed to a foreign account", value: foreign });
  const [, region, account] = KEY_ARN.exec(value) ?? [];
  if (region !== undefined)
    edits.push({
      path,
      kind: "re-pointed to AWS's own key",
      value: `arn:aws:kms:${region}:${account}:alias/aws/s3`,
    });
  return edits;
};

function identitiesWithin({ graph, value }: Site): { text: string; identity: Identity }[] {
  const text = value as string;
  const tokens = new Set(text.split(/["'\s,]|\/\*|(?<=s3:\/\/)|(?<=s3:\/\/[^/]+)\//));
  return [...tokens].flatMap((token) => {
    const identity = graph.identities.get(token);
    return identity === undefined || identity.output === "name" ? [] : [{ text: token, identity }];
  });
}

/** One of the same type that another owner has, and one that the same owner has. */
function others({ graph, resource }: Site, identity: Identity): [string, Identity, string][] {
  const alike = [...graph.identities].filter(
    ([, other]) =>
      other.type === identity.type && other.output === identity.output && other.urn !== identity.urn,
  );
  const owner = graph.ownerOf(resource.urn);
  const elsewhere = alike.find(([, other]) => other.owner !== owner && other.owner !== identity.owner);
  const beside = alike.find(([, other]) => other.owner === identity.owner && other.urn !== resource.urn);
  return [
    ...(elsewhere === undefined ? [] : [named("re-pointed to another team", elsewhere)]),
    ...(beside === undefined ? [] : [named("re-pointed to another of its owner", beside)]),
  ];
}

const named = (kind: string, [text, other]: [string, Identity]): [string, Identity, string] => [
  kind,
  other,
  text,
];

const shortType = ({ type }: Identity) => type.split(":").at(-1) ?? type;

const propertyOf = ({ path }: Site) =>
  path.map((step, i) => (typeof step === "number" ? "[]" : i === 0 ? step : `.${step}`)).join("");
