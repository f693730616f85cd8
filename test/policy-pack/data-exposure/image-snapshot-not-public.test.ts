import { imageSnapshotNotPublic as control } from "../../../policy-pack/controls/data-exposure/image-snapshot-not-public";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const launch = (props: Declared["props"]) => [
  declare("ec2/amiLaunchPermission:AmiLaunchPermission", "l", props),
];
const snapshots = (state: unknown) =>
  declare("ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", "s", { state });
const images = (state: unknown) =>
  declare("ec2/imageBlockPublicAccess:ImageBlockPublicAccess", "i", { state });
const BLOCKS = [snapshots("block-all-sharing"), images("block-new-sharing")];
const document = (permissions: object) => [declare("ssm/document:Document", "d", { permissions })];
const setting = (settingId: string, settingValue: string) => [
  declare("ssm/serviceSetting:ServiceSetting", "x", { settingId, settingValue }),
];
const SHARING = "/ssm/documents/console/public-sharing-permission";

describe("image-snapshot-not-public", () => {
  it("passes what is shared with accounts, and blocks that are on", () => {
    passes(control, launch({ accountId: "222222222222" }));
    passes(control, BLOCKS);
    passes(control, document({ type: "Share", accountIds: "222222222222,333333333333" }));
    passes(control, setting(SHARING, "Disable"));
    passes(control, setting("/ssm/parameter-store/high-throughput-enabled", "Enable"));
  });

  it("finds what is shared with everyone", () => {
    violates(control, launch({ group: "all" }), ["l (ec2/amiLaunchPermission): group"]);
    for (const accountIds of ["All", "all", "222222222222, All"]) {
      violates(control, document({ type: "Share", accountIds }), [
        "d (ssm/document): permissions.accountIds",
      ]);
    }
    violates(control, document({ type: "Share", account_ids: "All" }), [
      "d (ssm/document): permissions.account_ids",
    ]);
  });

  for (const type of [
    "rds/snapshot:Snapshot",
    "rds/snapshotCopy:SnapshotCopy",
    "rds/clusterSnapshot:ClusterSnapshot",
    "rds/clusterSnapshotCopy:ClusterSnapshotCopy",
  ])
    it(`finds ${type} shared with everyone`, () => {
      const snapshot = (sharedAccounts: unknown) => declare(type, "d", { sharedAccounts });
      const line = (property: string) => [`d (${type.split(":")[0] ?? ""}): ${property}`];
      passes(control, [snapshot(["222222222222"])]);
      passes(control, [declare(type, "d")]);
      violates(control, [snapshot(["all"])], line("sharedAccounts[0]"));
      violates(control, [snapshot(["222222222222", "all"])], line("sharedAccounts[1]"));
      const value = declare("made/up:Value", "v", { accounts: ["all"] });
      const whole = ref(value, "accounts");
      defers(control, [value, snapshot(whole)], line("sharedAccounts"), line("sharedAccounts[0]"));
    });

  it("finds images that Image Builder hands out to everyone", () => {
    const distribution = (launchPermission: object) => [
      declare("imagebuilder/distributionConfiguration:DistributionConfiguration", "d", {
        distributions: [{ region: "eu-central-1", amiDistributionConfiguration: { launchPermission } }],
      }),
    ];
    passes(control, distribution({ userIds: ["222222222222"] }));
    violates(control, distribution({ userGroups: ["all"] }), [
      "d (imagebuilder/distributionConfiguration): distributions[0].amiDistributionConfiguration.launchPermission.userGroups[0]",
    ]);
  });

  it("finds blocks that are off, or keep what was public", () => {
    const off = ["s (ebs/snapshotBlockPublicAccess): state", "i (ec2/imageBlockPublicAccess): state"];
    violates(control, [snapshots("unblocked"), images("unblocked")], off);
    violates(control, [snapshots("block-new-sharing")], off.slice(0, 1));
    violates(control, setting(SHARING, "Enable"), ["x (ssm/serviceSetting): settingValue"]);
    violates(control, setting(`arn:aws:ssm:eu-central-1:1:servicesetting${SHARING}`, "Enable"), [
      "x (ssm/serviceSetting): settingValue",
    ]);
  });

  it("finds a stack that makes images or snapshots without the account's blocks", () => {
    const image = declare("ec2/amiCopy:AmiCopy", "a");
    const snapshot = declare("ebs/snapshot:Snapshot", "s");
    passes(control, [image, snapshot, ...BLOCKS]);
    violates(
      control,
      [image],
      ["a (ec2/amiCopy): snapshotBlockPublicAccess", "a (ec2/amiCopy): imageBlockPublicAccess"],
    );
    violates(control, [snapshot], ["s (ebs/snapshot): snapshotBlockPublicAccess"]);
  });

  it("waits for a group that is not known yet", () => {
    const value = declare("made/up:Value", "v", { group: "all" });
    const line = ["l (ec2/amiLaunchPermission): group"];
    defers(control, [value, ...launch({ group: ref(value, "group") })], line, line);
    notApplicable(control, [key]);
  });
});
