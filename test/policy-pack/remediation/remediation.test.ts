import assert from "node:assert/strict";
import { CONTROLS } from "../../../policy-pack/controls";
import { subjectOf } from "../../../policy-pack/core/subject";
import { REMEDIATIONS } from "../../../policy-pack/remediation";
import { setProperty } from "../../../policy-pack/remediation/set-property";
import { realise, UNKNOWN_SENTINEL } from "../support/realise";
import { declare } from "../support/resources";

const OPTIONS = {
  requiredTags: ["CostCenter", "Owner"],
  tags: { CostCenter: "CC-1234", Extra: "no" },
  tier: "prod" as const,
};

/** What the remediation of a name would set on a resource: `path = value` lines. */
function changes(
  name: string,
  type: string,
  props: Record<string, unknown>,
  options = OPTIONS,
): readonly string[] {
  const remediation = REMEDIATIONS.find((one) => one.name === name);
  assert.ok(remediation, name);
  const [raw] = realise([declare(type, "it", props)], "unknown");
  assert.ok(raw);
  assert.ok(
    remediation.types.some((one) => one === raw.type || one === "aws:*"),
    `${name} looks at ${raw.type}`,
  );
  return remediation.changes(subjectOf(raw), options).map(({ path, value }) => `${path} = ${String(value)}`);
}

describe("the remediations", () => {
  it("each speak of a control that there is, under a name of their own", () => {
    const names = new Set(CONTROLS.map((control) => control.name));
    for (const { name, controls } of REMEDIATIONS) {
      assert.match(name, /^remediate-[a-z0-9-]+$/);
      assert.ok(controls.length > 0, name);
      for (const control of controls) assert.ok(names.has(control), `${name}: ${control}`);
    }
    assert.equal(new Set(REMEDIATIONS.map(({ name }) => name)).size, REMEDIATIONS.length);
  });

  const unknown = UNKNOWN_SENTINEL;
  const cases: readonly (readonly [string, string, Record<string, unknown>, readonly string[]])[] = [
    // What is left out is filled in; what the program says, or will say, is left alone.
    ["remediate-disk-encryption", "ebs/volume:Volume", {}, ["encrypted = true"]],
    ["remediate-disk-encryption", "ebs/volume:Volume", { encrypted: false }, []],
    ["remediate-disk-encryption", "ebs/volume:Volume", { encrypted: unknown }, []],
    ["remediate-disk-encryption", "ec2/instance:Instance", {}, ["rootBlockDevice.encrypted = true"]],
    ["remediate-disk-encryption", "ec2/instance:Instance", { rootBlockDevice: unknown }, []],
    [
      "remediate-disk-encryption",
      "ec2/instance:Instance",
      {
        rootBlockDevice: { encrypted: true },
        ebsBlockDevices: [{ deviceName: "a" }, unknown, { encrypted: false }],
      },
      ["ebsBlockDevices[0].encrypted = true"],
    ],
    [
      "remediate-disk-encryption",
      "ec2/launchTemplate:LaunchTemplate",
      { blockDeviceMappings: [{ ebs: {} }, { noDevice: "x" }, { ebs: { encrypted: "false" } }] },
      ["blockDeviceMappings[0].ebs.encrypted = true"],
    ],
    ["remediate-imdsv2", "ec2/instance:Instance", {}, ["metadataOptions.httpTokens = required"]],
    ["remediate-imdsv2", "ec2/instance:Instance", { launchTemplate: { id: unknown } }, []],
    ["remediate-imdsv2", "ec2/instance:Instance", { metadataOptions: { httpTokens: "optional" } }, []],
    ["remediate-imdsv2", "ec2/launchTemplate:LaunchTemplate", { metadataOptions: unknown }, []],
    ["remediate-key-rotation", "kms/key:Key", {}, ["enableKeyRotation = true"]],
    ["remediate-key-rotation", "kms/key:Key", { customerMasterKeySpec: "RSA_2048" }, []],
    ["remediate-key-rotation", "kms/key:Key", { keyUsage: unknown }, []],
    ["remediate-key-rotation", "kms/key:Key", { enableKeyRotation: false }, []],
    // What the provider filled in, the program did not say.
    [
      "remediate-key-rotation",
      "kms/key:Key",
      { enableKeyRotation: false, __defaults: ["enableKeyRotation"] },
      ["enableKeyRotation = true"],
    ],
    [
      "remediate-imdsv2",
      "ec2/instance:Instance",
      { metadataOptions: { httpTokens: "optional", __defaults: ["httpTokens"] } },
      ["metadataOptions.httpTokens = required"],
    ],
    [
      "remediate-imdsv2",
      "ec2/instance:Instance",
      { metadataOptions: { httpTokens: "optional", __defaults: [] }, __defaults: ["httpTokens"] },
      [],
    ],
    ["remediate-queue-encryption", "sqs/queue:Queue", {}, ["sqsManagedSseEnabled = true"]],
    ["remediate-queue-encryption", "sqs/queue:Queue", { kmsMasterKeyId: unknown }, []],
    ["remediate-notebook-root", "sagemaker/notebookInstance:NotebookInstance", {}, ["rootAccess = Disabled"]],
    ["remediate-notebook-root", "sagemaker/notebookInstance:NotebookInstance", { rootAccess: "Enabled" }, []],
    ["remediate-required-tags", "sqs/queue:Queue", {}, ["tags.CostCenter = CC-1234"]],
    ["remediate-required-tags", "sqs/queue:Queue", { tags: { CostCenter: "" } }, []],
    ["remediate-required-tags", "sqs/queue:Queue", { tags: { CostCenter: unknown } }, []],
    ["remediate-required-tags", "sqs/queue:Queue", { tags: unknown }, []],
    ["remediate-required-tags", "ec2/route:Route", {}, []],
  ];
  for (const [name, type, props, expected] of cases) {
    it(`${name}: ${type} with ${JSON.stringify(props).replaceAll(unknown, "?")}`, () => {
      assert.deepEqual(changes(name, type, props), expected);
    });
  }

  it("make up no tags that the configuration does not give", () => {
    assert.deepEqual(
      changes("remediate-required-tags", "sqs/queue:Queue", {}, { ...OPTIONS, tags: {} as never }),
      [],
    );
  });
});

describe("setting a property", () => {
  const after = (props: Record<string, unknown>, path: string) => {
    setProperty(props, { path, value: "x" });
    return props;
  };

  it("makes the objects on the way, and keeps those that are there", () => {
    assert.deepEqual(after({}, "a.b.c"), { a: { b: { c: "x" } } });
    assert.deepEqual(after({ a: { d: 1 } }, "a.b"), { a: { d: 1, b: "x" } });
    assert.deepEqual(after({ a: [{ d: 1 }, {}] }, "a[1].b"), { a: [{ d: 1 }, { b: "x" }] });
    assert.deepEqual(after({}, 'tags["team.name"]'), { tags: { "team.name": "x" } });
  });

  it("takes it off the list of what the provider filled in", () => {
    assert.deepEqual(after({ a: "y", b: 1, __defaults: ["a", "b"] }, "a"), {
      a: "x",
      b: 1,
      __defaults: ["b"],
    });
  });

  it("leaves alone what is no object", () => {
    assert.deepEqual(after({ a: "text" }, "a.b"), { a: "text" });
  });
});
