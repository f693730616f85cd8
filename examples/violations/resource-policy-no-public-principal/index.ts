import { account, ORGANIZATION, PARTITION } from "../support/account";
import { bucketWithout, demandTls } from "../support/bucket";
import type { Example } from "../example";

export const example: Example = {
  name: "resource-policy-no-public-principal",
  control: "resource-policy-no-public-principal",
  tier: "dev",
  mistake: "A partner was to read the bucket, and its account number was not at hand.",
  others: [],
  program: (mended) => {
    const options = account("dev");
    const bucket = bucketWithout("tlsOnly", "shared", "dev", options);
    const reading = { Effect: "Allow", Principal: "*", Action: "s3:GetObject" };
    const Condition = { StringEquals: { "aws:PrincipalOrgID": ORGANIZATION } };
    demandTls("shared", bucket, options, {
      Sid: "AllowPartner",
      ...reading,
      Resource: `arn:${PARTITION}:s3:::acme-fraud-shared/*`,
      ...(mended ? { Condition } : {}),
    });
  },
};
