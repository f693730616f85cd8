import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { leavesNamed } from "../../core/walk";

const SNAPSHOT_BLOCK = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess";
const IMAGE_BLOCK = "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess";
const LAUNCH_PERMISSION = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";
const DOCUMENT = "aws:ssm/document:Document";
const SETTING = "aws:ssm/serviceSetting:ServiceSetting";
const DISTRIBUTION = "aws:imagebuilder/distributionConfiguration:DistributionConfiguration";

const IMAGES = ["aws:ec2/ami:Ami", "aws:ec2/amiCopy:AmiCopy", "aws:ec2/amiFromInstance:AmiFromInstance"];
const SNAPSHOTS = [
  "aws:ebs/snapshot:Snapshot",
  "aws:ebs/snapshotCopy:SnapshotCopy",
  "aws:ebs/snapshotImport:SnapshotImport",
];

/** Snapshots of databases say in one list whom they are shared with. */
const DATABASE_SNAPSHOTS = [
  "aws:rds/clusterSnapshot:ClusterSnapshot",
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
  "aws:rds/snapshot:Snapshot",
  "aws:rds/snapshotCopy:SnapshotCopy",
];

type Judge = (node: Node) => readonly Finding[];

/** What each type must say. */
const JUDGES: Readonly<Record<string, Judge>> = {
  [LAUNCH_PERMISSION]: (node) =>
    mustBe(node, "group", (group) => group !== "all", "an account or an organization, not everyone", {
      unset: true,
    }),
  // "block-new-sharing" leaves public what was public before.
  [SNAPSHOT_BLOCK]: (node) =>
    mustBe(node, "state", (state) => state === "block-all-sharing", '"block-all-sharing"'),
  [IMAGE_BLOCK]: (node) =>
    mustBe(node, "state", (state) => state === "block-new-sharing", '"block-new-sharing"'),
  [DOCUMENT]: judgeDocument,
  [SETTING]: judgeSetting,
  [DISTRIBUTION]: judgeDistribution,
  ...Object.fromEntries(DATABASE_SNAPSHOTS.map((type) => [type, judgeSharedAccounts])),
};

export const imageSnapshotNotPublic: GraphControl = {
  kind: "graph",
  name: "image-snapshot-not-public",
  description:
    "No image, snapshot or Systems Manager document is shared with everyone, and the account that makes images and snapshots blocks it.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "A public image or snapshot is a copy of the disk, data and credentials included, for every AWS account there is.",
  fix: {
    text: "Share with accounts or the organization, and block public sharing in the account.",
    code: `new ebs.SnapshotBlockPublicAccess("account", { state: "block-all-sharing" });
new ec2.ImageBlockPublicAccess("account", { state: "block-new-sharing" });`,
  },
  frameworks: {
    nist: ["SC-7", "SC-7(3)", "SC-7(9)", "SC-7(11)", "SC-7(20)"],
    fsbp: ["EC2.1", "RDS.1", "SSM.4"],
    checkov: ["CKV_AWS_205", "CKV_AWS_303"],
  },
  check: (graph) => {
    const judged = graph.byType(...Object.keys(JUDGES));
    const made = graph.byType(...IMAGES, ...SNAPSHOTS);
    if (judged.length + made.length === 0) return "not-applicable";
    return [
      ...judged.flatMap((node) => JUDGES[node.type]?.(node) ?? []),
      ...mustBlock(graph, [...IMAGES, ...SNAPSHOTS], SNAPSHOT_BLOCK, "snapshotBlockPublicAccess"),
      ...mustBlock(graph, IMAGES, IMAGE_BLOCK, "imageBlockPublicAccess"),
    ];
  },
};

/** A stack that makes what could be shared has the account's block beside it; an image has snapshots too. */
function mustBlock(
  graph: Graph,
  makers: readonly string[],
  block: string,
  property: string,
): readonly Finding[] {
  const [first] = graph.byType(...makers);
  if (first === undefined || graph.byType(block).length > 0) return [];
  const name = block.split(":").at(-1) ?? block;
  return [violation(first, property, `no ${name} in the stack`, `a ${name} that blocks public sharing`)];
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html */
function judgeSharedAccounts(snapshot: Node): readonly Finding[] {
  const accounts = snapshot.properties.list("sharedAccounts");
  if (accounts.state === "unknown") return [deferred(snapshot, "sharedAccounts")];
  if (accounts.state === "unset") return [];
  return accounts.value.flatMap(({ path, value }) =>
    value.state === "known" && String(value.value).toLowerCase() === "all"
      ? [violation(snapshot, path, value, "account ids, not everyone")]
      : [],
  );
}

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/cross-account-dist.html */
function judgeDistribution(distribution: Node): readonly Finding[] {
  const input = "distributions";
  return leavesNamed(distribution.properties.get(input), input, [input, "userGroups"]).flatMap(
    ({ path, value }): readonly Finding[] => {
      if (value.state === "unknown") return [deferred(distribution, path)];
      return value.state === "known" && value.value === "all"
        ? [violation(distribution, path, value, "accounts or an organization, not everyone")]
        : [];
    },
  );
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html */
function judgeDocument(document: Node): readonly Finding[] {
  const isPrivate = (accounts: unknown) => !/(^|,)\s*all\s*(,|$)/i.test(String(accounts));
  return ["accountIds", "account_ids"].flatMap((name) =>
    mustBe(document, `permissions.${name}`, isPrivate, "account ids, not everyone", { unset: true }),
  );
}

function judgeSetting(setting: Node): readonly Finding[] {
  const id = setting.properties.get("settingId");
  const isSharing =
    id.state !== "known" || String(id.value).endsWith("/ssm/documents/console/public-sharing-permission");
  return isSharing ? mustBe(setting, "settingValue", (value) => value !== "Enable", '"Disable"') : [];
}
