import { opensearchEncryption as control } from "../../../policy-pack/controls/data-encryption/opensearch-encryption";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const GOOD = {
  encryptAtRest: { enabled: true, kmsKeyId: ref(key, "arn") },
  nodeToNodeEncryption: { enabled: true },
  domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
};
const domain = (props: Declared["props"]) => [key, declare("opensearch/domain:Domain", "d", props)];
const at = (path: string) => `d (opensearch/domain): ${path}`;
const collectionPolicy = (type: string, policy: unknown) => [
  key,
  declare("opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", "p", { type, policy }),
];

describe("opensearch-encryption", () => {
  it("passes a domain that is encrypted on every way, under both names of the service", () => {
    passes(control, domain(GOOD));
    passes(control, [key, declare("elasticsearch/domain:Domain", "d", GOOD)]);
    const byDefault = { tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" };
    passes(control, domain({ ...GOOD, domainEndpointOptions: byDefault }));
  });

  it("finds a domain that says nothing", () => {
    violates(control, domain({}), [
      at("encryptAtRest.enabled"),
      at("encryptAtRest.kmsKeyId"),
      at("nodeToNodeEncryption.enabled"),
      at("domainEndpointOptions.enforceHttps"),
      at("domainEndpointOptions.tlsSecurityPolicy"),
    ]);
  });

  it("asks for a customer key in prod only", () => {
    const withoutKey = { ...GOOD, encryptAtRest: { enabled: true } };
    const ofAws = { ...GOOD, encryptAtRest: { enabled: true, kmsKeyId: "alias/aws/es" } };
    violates(control, domain(withoutKey), [at("encryptAtRest.kmsKeyId")]);
    violates(control, domain(ofAws), [at("encryptAtRest.kmsKeyId")]);
    passes(control, domain(withoutKey), { tier: "staging" });
  });

  it("finds each switch that is off, and old TLS", () => {
    violates(control, domain({ ...GOOD, nodeToNodeEncryption: { enabled: false } }), [
      at("nodeToNodeEncryption.enabled"),
    ]);
    const endpoint = (more: object) => ({
      ...GOOD,
      domainEndpointOptions: { ...GOOD.domainEndpointOptions, ...more },
    });
    violates(control, domain(endpoint({ enforceHttps: false })), [at("domainEndpointOptions.enforceHttps")]);
    for (const tlsSecurityPolicy of ["Policy-Min-TLS-1-0-2019-07", undefined]) {
      violates(control, domain(endpoint({ tlsSecurityPolicy })), [
        at("domainEndpointOptions.tlsSecurityPolicy"),
      ]);
    }
  });

  it("judges the key of serverless collections in prod", () => {
    const rules = { Rules: [{ ResourceType: "collection", Resource: ["collection/x"] }] };
    const withKey = { ...rules, AWSOwnedKey: false, KmsARN: "arn:aws:kms:eu-central-1:1:key/1" };
    const line = ["p (opensearch/serverlessSecurityPolicy): policy.KmsARN"];
    passes(control, collectionPolicy("encryption", JSON.stringify(withKey)));
    passes(control, collectionPolicy("network", JSON.stringify([rules])));
    passes(control, collectionPolicy("encryption", JSON.stringify({ ...rules, AWSOwnedKey: true })), {
      tier: "dev",
    });
    violates(control, collectionPolicy("encryption", JSON.stringify({ ...rules, AWSOwnedKey: true })), line);
    violates(control, collectionPolicy("encryption", "not JSON"), line);
  });

  it("waits for what is not known yet", () => {
    const document = declare("made/up:Document", "doc", { json: JSON.stringify({ AWSOwnedKey: true }) });
    defers(
      control,
      collectionPolicy("encryption", ref(document, "json")),
      ["p (opensearch/serverlessSecurityPolicy): policy"],
      ["p (opensearch/serverlessSecurityPolicy): policy.KmsARN"],
    );
    notApplicable(control, [key]);
  });
});
