import { strict as assert } from "node:assert";
import { parseShape, sdkShape } from "../../../local-cloud/answers/sdk-shape";

const SCRIPT = `
            if (args?.needed === undefined && !opts.urn) {
            resourceInputs["needed"] = args?.needed;
            resourceInputs["hidden"] = args?.hidden ? pulumi.secret(args.hidden) : undefined;
            resourceInputs["left"] = args?.left;
            resourceInputs["zones"] = args?.zones;
            resourceInputs["made"] = undefined /*out*/;
            resourceInputs["tagsAll"] = undefined /*out*/;
        const secretOpts = { additionalSecretOutputs: ["hidden", "made"] };
`;
const DECLARATIONS = `
    readonly needed: pulumi.Output<string>;
    readonly hidden: pulumi.Output<string | undefined>;
    readonly left: pulumi.Output<number>;
    readonly zones: pulumi.Output<outputs.x.Zone[]>;
    readonly made: pulumi.Output<boolean>;
    readonly tagsAll: pulumi.Output<{
        [key: string]: string;
    }>;
`;

describe("the SDK's own text", () => {
  it("tells outputs, inputs that may be left to AWS, and secrets", () => {
    assert.deepEqual(parseShape(SCRIPT, DECLARATIONS), {
      outputs: { made: "boolean", tagsAll: "map" },
      optionalOutputs: { left: "number", zones: "list" },
      inputs: new Set(["needed", "hidden", "left", "zones"]),
      secretOutputs: ["hidden", "made"],
    });
  });

  it("is found for types of both SDKs", () => {
    assert.equal(sdkShape("aws:s3/bucket:Bucket").outputs.arn, "string");
    assert.deepEqual(sdkShape("random:index/randomPassword:RandomPassword").secretOutputs, [
      "bcryptHash",
      "result",
    ]);
  });

  it("is empty for anything else, a path out of the SDK included", () => {
    for (const type of [
      "aws:s3/nothing:Nothing",
      "gcp:storage/bucket:Bucket",
      "aws:../../typescript/package:X",
      "",
    ]) {
      assert.equal(sdkShape(type).inputs.size, 0, type);
    }
  });
});
