import assert from "node:assert/strict";
import { allow, deny, PolicyError, renderPolicy } from "../../../components/secure";

describe("policy document", () => {
  it("renders statements in AWS's form", () => {
    const statements = [
      allow("Read", { Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::a/*"] }),
      deny("NoHttp", {
        Principal: "*",
        Action: ["s3:*"],
        Resource: ["*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    ];
    assert.deepEqual(JSON.parse(renderPolicy(statements)), {
      Version: "2012-10-17",
      Statement: [
        { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::a/*"] },
        {
          Sid: "NoHttp",
          Effect: "Deny",
          Principal: "*",
          Action: ["s3:*"],
          Resource: ["*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("refuses a document without statements, and two statements of one Sid", () => {
    assert.throws(() => renderPolicy([]), new PolicyError("A policy needs at least one statement."));
    const twice = allow("Twice", { Action: ["s3:GetObject"], Resource: ["*"] });
    assert.throws(
      () => renderPolicy([twice, twice]),
      new PolicyError('Two statements of one policy have the Sid "Twice".'),
    );
  });
});
