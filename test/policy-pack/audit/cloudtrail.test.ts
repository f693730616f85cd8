import { cloudtrailDataEventsMl } from "../../../policy-pack/controls/audit/cloudtrail-data-events-ml";
import { cloudtrailOrgMultiregion } from "../../../policy-pack/controls/audit/cloudtrail-org-multiregion";
import { cloudtrailTamperEvidence } from "../../../policy-pack/controls/audit/cloudtrail-tamper-evidence";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const trail = (props: object = {}) =>
  declare("cloudtrail/trail:Trail", "t", { s3BucketName: "audit", isMultiRegionTrail: true, ...props });
const organization = declare("organizations/organization:Organization", "o");

describe("cloudtrail-org-multiregion", () => {
  const control = cloudtrailOrgMultiregion;
  const whole = { isOrganizationTrail: true };

  it("passes a trail of all regions, and in the organization's stack one of all accounts", () => {
    passes(control, [trail()]);
    passes(control, [trail({ includeGlobalServiceEvents: true, enableLogging: true })]);
    passes(control, [organization, trail(whole)]);
    passes(control, [
      organization,
      trail({
        ...whole,
        advancedEventSelectors: [{ fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] }],
      }),
    ]);
  });

  it("finds a trail of one region, without global services, or off", () => {
    violates(
      control,
      [trail({ isMultiRegionTrail: undefined })],
      ["t (cloudtrail/trail): isMultiRegionTrail"],
    );
    violates(control, [trail({ isMultiRegionTrail: false })], ["t (cloudtrail/trail): isMultiRegionTrail"]);
    violates(
      control,
      [trail({ includeGlobalServiceEvents: false, enableLogging: false })],
      ["t (cloudtrail/trail): includeGlobalServiceEvents", "t (cloudtrail/trail): enableLogging"],
    );
  });

  it("wants the organization's trail where the organization is, with management events", () => {
    violates(control, [organization], ["o (organizations/organization): trail"]);
    violates(control, [organization, trail()], ["o (organizations/organization): trail"]);
    const found = ["t (cloudtrail/trail): eventSelectors"];
    violates(
      control,
      [organization, trail({ ...whole, eventSelectors: [{ includeManagementEvents: false }] })],
      found,
    );
    violates(
      control,
      [organization, trail({ ...whole, eventSelectors: [{ readWriteType: "WriteOnly" }] })],
      found,
    );
    violates(
      control,
      [
        organization,
        trail({
          ...whole,
          advancedEventSelectors: [{ fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }] }],
        }),
      ],
      found,
    );
  });

  it("refuses selectors that leave some management events out", () => {
    const found = ["t (cloudtrail/trail): eventSelectors"];
    const management = { field: "eventCategory", equals: ["Management"] };
    for (const further of [
      { field: "readOnly", equals: ["false"] },
      { field: "eventSource", notEquals: ["kms.amazonaws.com"] },
    ]) {
      const advancedEventSelectors = [{ fieldSelectors: [management, further] }];
      violates(control, [organization, trail({ ...whole, advancedEventSelectors })], found);
    }
    const excluding = (...excludeManagementEventSources: readonly string[]) =>
      trail({ ...whole, eventSelectors: [{ readWriteType: "All", excludeManagementEventSources }] });
    violates(control, [organization, excluding("kms.amazonaws.com")], found);
    passes(control, [organization, excluding()]);
  });

  it("has nothing to judge without a trail or an organization", () => {
    notApplicable(control, [declare("s3/bucket:Bucket", "b")]);
  });
});

describe("cloudtrail-tamper-evidence", () => {
  const control = cloudtrailTamperEvidence;
  const key = declare("kms/key:Key", "k", { arn: "arn:aws:kms:eu-central-1:222222222222:key/1" });
  const logs = declare("cloudwatch/logGroup:LogGroup", "l");
  const role = declare("iam/role:Role", "r");
  const sealed = (props: object = {}) =>
    trail({
      enableLogFileValidation: true,
      kmsKeyId: ref(key, "arn"),
      cloudWatchLogsGroupArn: ref(logs, "arn"),
      cloudWatchLogsRoleArn: ref(role, "arn"),
      ...props,
    });

  it("passes what is validated, encrypted and sent on", () => {
    passes(control, [key, logs, role, sealed()]);
    passes(control, [
      key,
      declare("cloudtrail/eventDataStore:EventDataStore", "e", { kmsKeyId: ref(key, "arn") }),
    ]);
  });

  it("finds each that is missing or turned off", () => {
    violates(
      control,
      [trail()],
      ["enableLogFileValidation", "kmsKeyId", "cloudWatchLogsGroupArn", "cloudWatchLogsRoleArn"].map(
        (property) => `t (cloudtrail/trail): ${property}`,
      ),
    );
    violates(
      control,
      [key, logs, role, sealed({ enableLogFileValidation: false, cloudWatchLogsGroupArn: "" })],
      ["t (cloudtrail/trail): enableLogFileValidation", "t (cloudtrail/trail): cloudWatchLogsGroupArn"],
    );
    violates(
      control,
      [declare("cloudtrail/eventDataStore:EventDataStore", "e")],
      ["e (cloudtrail/eventDataStore): kmsKeyId"],
    );
    violates(control, [logs, role, sealed({ kmsKeyId: "alias/aws/s3" })], ["t (cloudtrail/trail): kmsKeyId"]);
  });
});

describe("cloudtrail-data-events-ml", () => {
  const control = cloudtrailDataEventsMl;
  const data = declare("s3/bucket:Bucket", "data", { bucket: "acme-data" });
  const FOUND = ["data (s3/bucket): dataEvents"];
  const fields = (...more: readonly object[]) => [
    { field: "eventCategory", equals: ["Data"] },
    { field: "resources.type", equals: ["AWS::S3::Object"] },
    ...more,
  ];
  const advanced = (...more: readonly object[]) =>
    trail({ advancedEventSelectors: [{ fieldSelectors: fields(...more) }] });
  const basic = (dataResource: object, more: object = {}) =>
    trail({ eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", ...dataResource }], ...more }] });

  it("passes all objects, those of the bucket, and all but those of another", () => {
    passes(control, [data, advanced()]);
    passes(control, [data, advanced({ field: "resources.ARN", startsWiths: ["arn:aws:s3:::acme-"] })]);
    passes(control, [data, advanced({ field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::logs/"] })]);
    passes(control, [data, basic({ values: ["arn:aws:s3"] })]);
    passes(control, [data, basic({ values: ["arn:aws-us-gov:s3:::acme-data/"] }, { readWriteType: "All" })]);
  });

  it("finds half of the events, other buckets, and other kinds", () => {
    for (const wrong of [
      trail(),
      advanced({ field: "readOnly", equals: ["false"] }),
      advanced({ field: "eventName", equals: ["DeleteObject"] }),
      advanced({ field: "resources.ARN" }),
      advanced({ field: "resources.ARN", notStartsWiths: [] }),
      advanced({ field: "resources.ARN", startsWiths: ["arn:aws:s3:::other/"] }),
      advanced({ field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::acme-data/"] }),
      advanced({ field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::acme-data/private/"] }),
      basic({ values: ["arn:aws:s3:::other/"] }),
      basic({ values: ["arn:aws:s3:::acme-data/public/"] }),
      basic({ values: ["arn:aws:s3"] }, { readWriteType: "WriteOnly" }),
      basic({ type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] }),
    ])
      violates(control, [data, wrong], FOUND);
  });

  it("wants feature groups, endpoints and functions recorded too", () => {
    const group = declare("sagemaker/featureGroup:FeatureGroup", "features");
    const endpoint = declare("sagemaker/endpoint:Endpoint", "scorer");
    const lambda = declare("lambda/function:Function", "f");
    violates(
      control,
      [data, group, endpoint, lambda, advanced()],
      [
        "features (sagemaker/featureGroup): dataEvents",
        "scorer (sagemaker/endpoint): dataEvents",
        "f (lambda/function): dataEvents",
      ],
    );
  });

  it("wants the kinds of one account recorded in the stack's others, where a trail has data events", () => {
    const account = (id: string) => ({
      provider: {
        type: "pulumi:providers:aws",
        name: id,
        props: { allowedAccountIds: JSON.stringify([id]) },
      },
    });
    const f = declare("lambda/function:Function", "f", {}, account("222222222222"));
    const of = (...kinds: readonly string[]) =>
      kinds.map((kind) => ({
        fieldSelectors: [
          { field: "eventCategory", equals: ["Data"] },
          { field: "resources.type", equals: [kind] },
        ],
      }));
    const trailOf = (name: string, id: string, advancedEventSelectors: readonly object[]) =>
      declare("cloudtrail/trail:Trail", name, { s3BucketName: "audit", advancedEventSelectors }, account(id));
    const here = trailOf("here", "222222222222", of("AWS::Lambda::Function"));
    passes(control, [
      f,
      here,
      trailOf("there", "333333333333", of("AWS::S3::Object", "AWS::Lambda::Function")),
    ]);
    violates(
      control,
      [f, here, trailOf("there", "333333333333", of("AWS::S3::Object"))],
      ["there (cloudtrail/trail): dataEvents"],
    );
    const management = [{ fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] }];
    passes(control, [f, here, trailOf("there", "333333333333", management)]);
    passes(control, [f, here, trailOf("there", "333333333333", [])]);
  });

  it("takes a trail of the same account, or of the organization", () => {
    const account = (id: string) => ({
      provider: {
        type: "pulumi:providers:aws",
        name: id,
        props: { allowedAccountIds: JSON.stringify([id]) },
      },
    });
    const here = declare("s3/bucket:Bucket", "data", { bucket: "acme-data" }, account("222222222222"));
    const all = { advancedEventSelectors: [{ fieldSelectors: fields() }] };
    const there = (props: object) =>
      declare("cloudtrail/trail:Trail", "t", { ...all, ...props }, account("333333333333"));
    violates(control, [here, there({})], FOUND);
    passes(control, [here, there({ isOrganizationTrail: true })]);
  });

  it("wants a trail where the stack sets the account up, unless the organization has one", () => {
    const setUp = declare("iam/accountPasswordPolicy:AccountPasswordPolicy", "passwords");
    violates(control, [data, setUp], FOUND);
    notApplicable(control, [data, setUp], { settings: { organizationServices: ["cloudtrail"] } });
    notApplicable(control, [setUp]);
  });

  it("leaves out buckets of logs", () => {
    const audit = declare("s3/bucket:Bucket", "audit", { bucket: "audit" });
    notApplicable(control, [audit, trail({ s3BucketName: ref(audit, "bucket") })]);
  });

  it("waits for selectors that are not known, and leaves trails of other stacks to them", () => {
    const selectors = declare("ssm/parameter:Parameter", "p", { value: [] });
    defers(
      control,
      [data, selectors, trail({ advancedEventSelectors: ref(selectors, "value") })],
      FOUND,
      FOUND,
    );
    notApplicable(control, [data]);
  });
});
