import { opensearchInVpc as control } from "../../../policy-pack/controls/data-exposure/opensearch-in-vpc";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const subnet = declare("ec2/subnet:Subnet", "a");
const domain = (props: Declared["props"], service = "opensearch") => [
  subnet,
  declare(`${service}/domain:Domain`, "d", props),
];
const network = (policy: unknown, type: unknown = "network") => [
  declare("opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", "p", { type, policy }),
];
const RULES = { Rules: [{ ResourceType: "collection", Resource: ["collection/x"] }] };
const CLOSED = { ...RULES, AllowFromPublic: false, SourceVPCEs: ["vpce-1"] };
const OPEN = { ...RULES, AllowFromPublic: true };
const at = (path: string) => `p (opensearch/serverlessSecurityPolicy): ${path}`;

describe("opensearch-in-vpc", () => {
  it("passes domains in subnets, and collections behind VPC endpoints", () => {
    const vpcOptions = { subnetIds: [ref(subnet)] };
    passes(control, domain({ vpcOptions }));
    passes(control, domain({ vpcOptions }, "elasticsearch"));
    passes(control, network(JSON.stringify([CLOSED])));
    passes(control, network(JSON.stringify([RULES])));
    passes(control, network(JSON.stringify({ AWSOwnedKey: true }), "encryption"));
  });

  it("finds a domain without subnets", () => {
    for (const service of ["opensearch", "elasticsearch"]) {
      const line = [`d (${service}/domain): vpcOptions.subnetIds`];
      violates(control, domain({}, service), line);
      violates(control, domain({ vpcOptions: {} }, service), line);
      violates(control, domain({ vpcOptions: { subnetIds: [] } }, service), line);
    }
  });

  it("finds a collection that is open, by any policy of the document", () => {
    violates(control, network(JSON.stringify([OPEN])), [at("policy[0].AllowFromPublic")]);
    violates(control, network(JSON.stringify([CLOSED, OPEN])), [at("policy[1].AllowFromPublic")]);
    violates(control, network([OPEN]), [at("policy[0].AllowFromPublic")]);
    violates(control, network("not JSON"), [at("policy.AllowFromPublic")]);
  });

  it("waits for a document or a type that is not known yet", () => {
    const value = declare("made/up:Value", "v", { json: JSON.stringify([OPEN]), type: "network" });
    const line = [at("policy[0].AllowFromPublic")];
    defers(control, [value, ...network(ref(value, "json"))], [at("policy")], line);
    defers(control, [value, ...network(JSON.stringify([OPEN]), ref(value, "type"))], [at("policy")], line);
    notApplicable(control, [subnet]);
  });
});
