import { smNotebookCmk } from "../../../policy-pack/controls/sagemaker/sm-notebook-cmk";
import { smNotebookImdsv2AndPlatform } from "../../../policy-pack/controls/sagemaker/sm-notebook-imdsv2-and-platform";
import { smNotebookInVpc } from "../../../policy-pack/controls/sagemaker/sm-notebook-in-vpc";
import { smNotebookNoDirectInternet } from "../../../policy-pack/controls/sagemaker/sm-notebook-no-direct-internet";
import { smNotebookNoRoot } from "../../../policy-pack/controls/sagemaker/sm-notebook-no-root";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const notebook = (props: Declared["props"]) =>
  declare("sagemaker/notebookInstance:NotebookInstance", "lab", props);
const at = (property: string) => [`lab (sagemaker/notebookInstance): ${property}`];
const key = declare("kms/key:Key", "team");
const setting = (value: string) => declare("ssm/parameter:Parameter", "setting", { value });

describe("sm-notebook-no-direct-internet", () => {
  const control = smNotebookNoDirectInternet;

  it("passes only what is Disabled", () => {
    passes(control, [notebook({ directInternetAccess: "Disabled" })]);
    violates(control, [notebook({ directInternetAccess: "Enabled" })], at("directInternetAccess"));
    violates(control, [notebook({})], at("directInternetAccess"));
    violates(control, [notebook({ directInternetAccess: "disabled" })], at("directInternetAccess"));
    defers(
      control,
      [notebook({ directInternetAccess: ref(setting("Enabled"), "value") })],
      at("directInternetAccess"),
      at("directInternetAccess"),
    );
    notApplicable(control, [key]);
  });
});

describe("sm-notebook-no-root", () => {
  it("passes only what is Disabled", () => {
    passes(smNotebookNoRoot, [notebook({ rootAccess: "Disabled" })]);
    violates(smNotebookNoRoot, [notebook({ rootAccess: "Enabled" })], at("rootAccess"));
    violates(smNotebookNoRoot, [notebook({})], at("rootAccess"));
    notApplicable(smNotebookNoRoot, [key]);
  });
});

describe("sm-notebook-cmk", () => {
  it("passes only a customer key", () => {
    passes(smNotebookCmk, [key, notebook({ kmsKeyId: ref(key, "arn") })]);
    passes(smNotebookCmk, [notebook({ kmsKeyId: "alias/ml-team" })]);
    violates(smNotebookCmk, [notebook({})], at("kmsKeyId"));
    violates(smNotebookCmk, [notebook({ kmsKeyId: "" })], at("kmsKeyId"));
    violates(smNotebookCmk, [notebook({ kmsKeyId: "alias/aws/sagemaker" })], at("kmsKeyId"));
    notApplicable(smNotebookCmk, [key]);
  });
});

describe("sm-notebook-imdsv2-and-platform", () => {
  const control = smNotebookImdsv2AndPlatform;
  const version = (v: unknown) => ({
    instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: v },
  });
  const VERSION = "instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion";

  it("passes version 2 on a current platform", () => {
    passes(control, [notebook(version("2"))]);
    passes(control, [notebook({ ...version("2"), platformIdentifier: "notebook-al2023-v1" })]);
  });

  it("finds version 1, no version, and a deprecated platform", () => {
    violates(control, [notebook(version("1"))], at(VERSION));
    violates(control, [notebook({})], at(VERSION));
    violates(
      control,
      [notebook({ ...version("2"), platformIdentifier: "notebook-al2-v1" })],
      at("platformIdentifier"),
    );
    notApplicable(control, [key]);
  });
});

describe("sm-notebook-in-vpc", () => {
  const control = smNotebookInVpc;
  const subnet = declare("ec2/subnet:Subnet", "a");
  const gateway = declare("ec2/internetGateway:InternetGateway", "igw");
  const table = declare("ec2/routeTable:RouteTable", "rtb");
  const publicRoutes = [
    gateway,
    table,
    declare("ec2/routeTableAssociation:RouteTableAssociation", "as", {
      subnetId: ref(subnet),
      routeTableId: ref(table),
    }),
    declare("ec2/route:Route", "r", {
      routeTableId: ref(table),
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: ref(gateway),
    }),
  ];
  const inside = notebook({ subnetId: ref(subnet), securityGroups: ["sg-1"] });

  it("passes a private subnet, here or elsewhere, with groups", () => {
    passes(control, [subnet, inside]);
    passes(control, [notebook({ subnetId: "subnet-1", securityGroups: ["sg-1"] })]);
  });

  it("finds no subnet, no groups, and a subnet that routes to the internet", () => {
    violates(control, [notebook({})], [...at("subnetId"), ...at("securityGroups")]);
    violates(
      control,
      [subnet, notebook({ subnetId: ref(subnet), securityGroups: [] })],
      at("securityGroups"),
    );
    violates(control, [subnet, ...publicRoutes, inside], at("subnetId"));
    const defaultSubnet = declare("ec2/defaultSubnet:DefaultSubnet", "d");
    violates(
      control,
      [defaultSubnet, notebook({ subnetId: ref(defaultSubnet), securityGroups: ["sg-1"] })],
      at("subnetId"),
    );
    notApplicable(control, [subnet]);
  });
});
