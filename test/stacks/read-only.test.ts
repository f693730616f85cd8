import assert from "node:assert/strict";
import { program } from "../../stacks/program";
import { record } from "../../local-cloud/recording";
import { exampleSettings } from "./support/record-stack";

const VARIABLE = "MLPLATFORM_READ_ONLY";

/** The roles that the providers of `org` assume when the variable has a value. */
async function rolesWhen(value: string | undefined): Promise<string[]> {
  const before = process.env[VARIABLE];
  const set = (text: string | undefined) => {
    if (text === undefined) delete process.env[VARIABLE];
    else process.env[VARIABLE] = text;
  };
  set(value);
  try {
    const { resources } = await record(() => program(exampleSettings("org")), { stack: "org" });
    return resources
      .filter(({ type }) => type === "pulumi:providers:aws")
      .flatMap(({ inputs }) => JSON.parse(String(inputs["assumeRoles"])) as { roleArn: string }[])
      .map(({ roleArn }) => roleArn)
      .sort();
  } finally {
    set(before);
  }
}

const rolesNamed = (name: string) =>
  ["111111111111", "222222222222", "333333333333", "444444444444"].map(
    (id) => `arn:aws:iam::${id}:role/${name}`,
  );

describe("the providers", () => {
  it("assume the role that only reads where nothing may be changed", async () => {
    assert.deepEqual(await rolesWhen("true"), rolesNamed("mlplatform-preview"));
  });

  for (const value of [undefined, "", "false", "TRUE", "1"]) {
    it(`assume the deployment role when ${VARIABLE} is ${value === undefined ? "not set" : `"${value}"`}`, async () => {
      assert.deepEqual(await rolesWhen(value), rolesNamed("mlplatform-deployment"));
    });
  }
});
