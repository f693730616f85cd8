import assert from "node:assert/strict";
import { deferred, mustBe, mustBeCustomerKey, violation } from "../../../policy-pack/core";
import { subjectOf } from "../../../policy-pack/core/subject";
import { unknownCheckingProxy } from "../../../policy-pack/core/unknowns";
import { UNKNOWN_SENTINEL } from "../support/realise";

const subject = (props: Record<string, unknown>) =>
  subjectOf({
    urn: "urn:pulumi:dev::p::aws:sqs/queue:Queue::q",
    type: "aws:sqs/queue:Queue",
    name: "q",
    props: unknownCheckingProxy(props) as Record<string, unknown>,
    options: {},
  });

describe("what is demanded of one property", () => {
  it("takes a customer key that is set but not known, and waits for a block that is not", () => {
    const at = "encryption.keyArn";
    const late = subject({ encryption: { keyArn: UNKNOWN_SENTINEL } });
    assert.deepEqual(mustBeCustomerKey(late, at), []);
    const hidden = subject({ encryption: UNKNOWN_SENTINEL });
    assert.deepEqual(mustBeCustomerKey(hidden, at), [deferred(hidden, "encryption")]);
    const inList = subject({ disks: [UNKNOWN_SENTINEL] });
    assert.deepEqual(mustBeCustomerKey(inList, "disks[0].keyArn"), [deferred(inList, "disks[0]")]);
    const owned = subject({ encryption: { keyArn: "alias/aws/sqs" } });
    assert.deepEqual(mustBeCustomerKey(owned, at), [
      violation(owned, at, '"alias/aws/sqs"', "the ARN of a customer managed KMS key"),
    ]);
  });

  it("takes at the top what is set but not known, where being set is what counts", () => {
    const late = subject({ keyArn: UNKNOWN_SENTINEL });
    assert.deepEqual(
      mustBe(late, "keyArn", () => false, "anything", { unknown: true }),
      [],
    );
    assert.deepEqual(
      mustBe(late, "keyArn", () => false, "anything"),
      [deferred(late, "keyArn")],
    );
  });
});
