import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { answerCreate, computedOutputs, type AnswerContext } from "../../../local-cloud/answers";
import { FACTS } from "../../../local-cloud/answers/services";

const CONTEXT: AnswerContext = {
  account: "111111111111",
  region: "eu-central-1",
  partition: "aws",
  name: "thing",
  unique: "0123456789abcdef",
};

const HEX_17 = "[0-9a-f]{17}";

/** A type, its inputs, and the forms of its id and some outputs. */
const FORMS: readonly [
  type: string,
  inputs: Record<string, unknown>,
  id: string,
  outputs?: Record<string, string>,
][] = [
  [
    "aws:ec2/vpc:Vpc",
    { cidrBlock: "10.0.0.0/16" },
    `vpc-${HEX_17}`,
    { defaultSecurityGroupId: `sg-${HEX_17}`, ownerId: "111111111111" },
  ],
  [
    "aws:ec2/subnet:Subnet",
    {},
    `subnet-${HEX_17}`,
    { arn: `arn:aws:ec2:eu-central-1:111111111111:subnet/subnet-${HEX_17}` },
  ],
  ["aws:ec2/securityGroup:SecurityGroup", {}, `sg-${HEX_17}`],
  ["aws:ec2/vpcEndpoint:VpcEndpoint", {}, `vpce-${HEX_17}`, { prefixListId: "pl-[0-9a-f]{8}" }],
  ["aws:ec2/routeTable:RouteTable", {}, `rtb-${HEX_17}`],
  ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", {}, `sgr-${HEX_17}`],
  ["aws:kms/key:Key", {}, "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}"],
  [
    "aws:kms/alias:Alias",
    { name: "alias/x" },
    "alias/x",
    { arn: "arn:aws:kms:eu-central-1:111111111111:alias/x" },
  ],
  [
    "aws:iam/role:Role",
    { name: "r", path: "/ml/" },
    "r",
    { arn: "arn:aws:iam::111111111111:role/ml/r", uniqueId: "AROA[A-Z2-7]{17}" },
  ],
  ["aws:iam/role:Role", {}, "thing-[0-9a-f]{7}", { arn: "arn:aws:iam::111111111111:role/thing-[0-9a-f]{7}" }],
  [
    "aws:iam/policy:Policy",
    { name: "p" },
    "arn:aws:iam::111111111111:policy/p",
    { policyId: "ANPA[A-Z2-7]{17}" },
  ],
  ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: "r", policyArn: "arn:p" }, "r/arn:p"],
  [
    "aws:s3/bucket:Bucket",
    { bucket: "b" },
    "b",
    { arn: "arn:aws:s3:::b", bucketRegionalDomainName: "b.s3.eu-central-1.amazonaws.com" },
  ],
  ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b" }, "b"],
  [
    "aws:ssm/parameter:Parameter",
    { name: "/a/b" },
    "/a/b",
    { arn: "arn:aws:ssm:eu-central-1:111111111111:parameter/a/b" },
  ],
  [
    "aws:ssm/parameter:Parameter",
    { name: "a" },
    "a",
    { arn: "arn:aws:ssm:eu-central-1:111111111111:parameter/a" },
  ],
  [
    "aws:secretsmanager/secret:Secret",
    { name: "s", region: "eu-west-1" },
    "arn:aws:secretsmanager:eu-west-1:111111111111:secret:s-[0-9a-z]{6}",
  ],
  ["aws:sagemaker/domain:Domain", {}, "d-[0-9a-z]{12}"],
  ["aws:organizations/policy:Policy", {}, "p-[0-9a-f]{8}"],
  ["aws:cloudtrail/trail:Trail", { name: "t" }, "arn:aws:cloudtrail:eu-central-1:111111111111:trail/t"],
];

describe("what AWS answers to a creation", () => {
  for (const [type, inputs, id, outputs = {}] of FORMS) {
    it(`has the true form: ${type} ${JSON.stringify(inputs)}`, () => {
      const answer = answerCreate(type, inputs, CONTEXT);
      assert.match(answer.id, new RegExp(`^${id}$`));
      for (const [name, form] of Object.entries(outputs))
        assert.match(String(answer.outputs[name]), new RegExp(`^${form}$`), name);
    });
  }

  it("is the same for the same resource, and another for another one", () => {
    const one = answerCreate("aws:ec2/vpc:Vpc", {}, CONTEXT);
    assert.deepEqual(answerCreate("aws:ec2/vpc:Vpc", {}, CONTEXT), one);
    assert.notEqual(answerCreate("aws:ec2/vpc:Vpc", {}, { ...CONTEXT, unique: "fedcba" }).id, one.id);
  });

  it("holds for every type in the table: an id, no template left, the partition and account of the context", () => {
    const types = fc.constantFrom(...Object.keys(FACTS));
    const accounts = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(types, accounts, fc.stringMatching(/^[a-z]{1,12}$/), (type, account, name) => {
        const context = { ...CONTEXT, account, name, partition: "aws-cn", region: "cn-north-1" };
        const text = JSON.stringify(answerCreate(type, {}, context));
        assert.equal(/\{(\w+:\d+|uuid|id|arn|account|region|partition)\}/.test(text), false, text);
        assert.equal(text.includes("arn:aws:"), false, text);
        assert.equal(answerCreate(type, {}, context).id === "", false);
      }),
    );
  });

  it("never repeats what the inputs say otherwise", () => {
    const { outputs } = answerCreate(
      "aws:ec2/subnet:Subnet",
      { availabilityZone: "eu-central-1c", region: "eu-central-1" },
      CONTEXT,
    );
    assert.equal("availabilityZone" in outputs || "region" in outputs, false);
    assert.deepEqual(answerCreate("aws:ec2/vpc:Vpc", { tags: { a: "b" } }, CONTEXT).outputs.tagsAll, {
      a: "b",
    });
  });

  it("makes do for a type that the table doesn't list: its name as id, outputs of the SDK's kinds", () => {
    const answer = answerCreate("aws:xray/group:Group", { groupName: "g", filterExpression: "x" }, CONTEXT);
    assert.match(answer.id, /^thing-[0-9a-f]{7}$/);
    assert.match(
      String(answer.outputs.arn),
      /^arn:aws:xray:eu-central-1:111111111111:group\/thing-[0-9a-f]{7}$/,
    );
    assert.deepEqual(answerCreate("other:a/b:C", {}, CONTEXT), { id: answer.id, outputs: {} });
  });
});

describe("what is not known before AWS has answered", () => {
  it("is what only AWS decides, and what was left to it", () => {
    const unset = computedOutputs("aws:ec2/subnet:Subnet", {});
    assert.deepEqual(
      [unset.includes("arn"), unset.includes("availabilityZone"), unset.includes("vpcId")],
      [true, true, false],
    );
    assert.equal(
      computedOutputs("aws:ec2/subnet:Subnet", { availabilityZone: "eu-central-1a" }).includes(
        "availabilityZone",
      ),
      false,
    );
  });

  it("is what a plan of the real provider shows as known after apply", () => {
    assert.deepEqual(
      [...computedOutputs("aws:iam/role:Role", { name: "r", assumeRolePolicy: "{}" })].sort(),
      ["arn", "createDate", "inlinePolicies", "managedPolicyArns", "namePrefix", "uniqueId"],
    );
    assert.deepEqual([...computedOutputs("aws:kms/key:Key")].sort(), [
      "arn",
      "description",
      "keyId",
      "multiRegion",
      "policy",
      "rotationPeriodInDays",
    ]);
    const bucket = computedOutputs("aws:s3/bucket:Bucket", { bucket: "b" });
    assert.deepEqual(
      ["acl", "policy", "website", "versioning", "forceDestroy", "bucket", "tags"].filter((name) =>
        bucket.includes(name),
      ),
      ["acl", "policy", "website", "versioning"],
    );
  });

  it("is never the region, the merged tags, or an output that the SDK doesn't have", () => {
    for (const type of Object.keys(FACTS)) {
      const names = computedOutputs(type);
      assert.equal(names.includes("region") || names.includes("tagsAll"), false, type);
      assert.equal(new Set(names).size, names.length, type);
    }
    assert.deepEqual(computedOutputs("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"), []);
    assert.deepEqual(computedOutputs("random:index/randomPassword:RandomPassword"), ["bcryptHash", "result"]);
    assert.deepEqual(computedOutputs("other:a/b:C"), []);
  });
});
