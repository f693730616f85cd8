import assert from "node:assert/strict";
import { policyCommand } from "../../../cli/policy";
import { listed } from "../../../cli/policy/list-controls";
import { policyOptions } from "../../../cli/policy/options";
import { unknownControl } from "../../../cli/policy/unknown-control";
import { CONTROLS } from "../../../policy-pack/controls";

/** Runs the command, and returns what it printed and its exit code. */
async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: "", err: "" };
  const { log, error } = console;
  console.log = (text: string) => void (printed.out += `${text}\n`);
  console.error = (text: string) => void (printed.err += `${text}\n`);
  try {
    return { code: await policyCommand(argv, "/nowhere"), ...printed };
  } finally {
    Object.assign(console, { log, error });
  }
}

describe("npm run policy -- explain", () => {
  it("prints all that is known of a control", async () => {
    const { code, out } = await run("explain", "s3-bucket-versioned");
    assert.equal(code, 0);
    for (const part of [
      "s3-bucket-versioned  medium",
      "Every bucket keeps the versions of its objects.",
      "tells in dev, blocks in staging, blocks in prod",
      "all resources of a stack together",
      "NIST SP 800-53 Rev. 5: CP-9, CP-10, SI-12",
      'new s3.BucketVersioning("data", {',
    ])
      assert.ok(out.includes(part), part);
    assert.ok(
      out.split("\n").every((line) => line.length <= 100),
      "fits a terminal",
    );
  });

  it("prints the controls by which the pack judges itself, too", async () => {
    assert.match((await run("explain", "exceptions-valid")).out, /exception  none can be had\n/);
  });

  it("names the nearest spelling of a name that there is not", async () => {
    const { code, err } = await run("explain", "s3-bucket-versoined");
    assert.equal(code, 2);
    assert.match(err, /There is no control "s3-bucket-versoined"\. Did you mean s3-bucket-versioned\?/);
  });

  it("names the controls with the same words, or where to find them all", () => {
    const names = [{ name: "s3-bucket-versioned" }, { name: "kms-key-rotation" }];
    assert.match(unknownControl("rotation of keys", names), /Near it are: kms-key-rotation\./);
    assert.match(unknownControl("zzz", names), /npm run policy -- list names them all/);
  });
});

describe("npm run policy -- list", () => {
  it("lists every control, or those that a tier enforces", () => {
    const [off, tells] = [
      { ...CONTROLS[0], levels: { dev: "disabled", staging: "advisory", prod: "mandatory" } },
      CONTROLS[1],
    ];
    const both = [off, tells] as typeof CONTROLS;
    assert.match(listed(both, { json: false }), /\n2 controls\./);
    const dev = JSON.parse(listed(both, { tier: "dev", json: true })) as { name: string }[];
    assert.deepEqual(
      dev.map(({ name }) => name),
      [tells?.name],
    );
    assert.match(listed(both, { tier: "staging", json: false }), /tells/);
  });
});

describe("the arguments of npm run policy", () => {
  const refusals: readonly (readonly [string[], RegExp])[] = [
    [["explian", "x"], /There is no action "explian": explain, list or new\./],
    [["explain"], /Name the control: explain NAME\./],
    [["list", "--tier", "production"], /--tier is one of dev, staging, prod, not "production"\./],
    [["new", "Bad_Name", "--area", "storage"], /The name "Bad_Name" is not in kebab-case/],
    [["new", "good-name"], /The area "" is not in kebab-case/],
    [["new", "good-name", "--area", "../up"], /The area "\.\.\/up" is not in kebab-case/],
    [["new", "good-name", "--area", "storage", "--kind", "both"], /--kind is one of resource, graph/],
    [["new", "good-name", "--area", "storage", "--type", 'x"]; evil'], /--type is a type token/],
    [["list", "--teir", "dev"], /Unknown option '--teir'/],
    [["explain", "one", "two"], /"two" is too many/],
  ];
  for (const [argv, message] of refusals) {
    it(`refuses ${argv.join(" ")}`, async () => {
      const { code, err } = await run(...argv);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.doesNotMatch(err, /\n\s+at /);
    });
  }

  it("fills in what is not said", () => {
    assert.deepEqual(
      policyOptions(["new", "queue-private", "--area", "messaging", "--type", "sqs/queue:Queue"]),
      {
        action: "new",
        name: "queue-private",
        area: "messaging",
        kind: "resource",
        type: "aws:sqs/queue:Queue",
      },
    );
  });
});
