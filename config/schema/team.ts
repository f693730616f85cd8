import { z } from "zod";
import { dataClassification, shortName } from "./primitives";

/** A SageMaker instance type: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html */
const instanceType = z.string().regex(/^ml\.[a-z0-9-]+\.[a-z0-9]+$/, "a SageMaker instance type such as ml.m5.xlarge");

const training = z.strictObject({
  instanceTypes: z.array(instanceType).min(1).describe("The instance types that training jobs may use."),
  maxRuntimeHours: z.number().int().min(1).max(672).default(24).describe("The longest that one job may run, in hours."),
});

const model = z.strictObject({
  image: z.string().min(1).describe("The inference image, an ECR address pinned by digest."),
  artifact: z.string().regex(/^[\w!.*'()/-]+\.tar\.gz$/, "the key of a .tar.gz object").describe("The model's object in the team's model bucket."),
  instanceType: instanceType.describe("The instance type of the endpoint."),
  instanceCount: z.number().int().min(1).max(100).default(2).describe("How many instances serve."),
  callers: z.array(shortName).default([]).describe("The teams that may invoke the endpoint, besides its own."),
});

const notebook = z.strictObject({
  instanceType: instanceType.describe("The notebook's instance type."),
  volumeSizeGb: z.number().int().min(5).max(16384).default(50).describe("The size of its encrypted volume, in GiB."),
});

const featureGroup = z.strictObject({
  recordIdentifier: z.string().min(1).describe("The feature that identifies a record."),
  eventTime: z.string().min(1).describe("The feature that holds a record's time."),
  features: z.record(z.string(), z.enum(["String", "Integral", "Fractional"])).describe("Each feature's type, by name."),
});

const secret = z.strictObject({
  description: z.string().min(1).describe("What the secret opens."),
  rotationDays: z.number().int().min(1).max(90).default(30).describe("How often it rotates, in days."),
});

/** A team: who it is, and what it wants in this environment. */
export const team = z.strictObject({
  costCenter: z.string().regex(/^CC-\d{4,8}$/, "a cost centre such as CC-1001").describe("The cost centre that pays."),
  owners: z.array(z.email()).min(1).max(10).describe("Mail addresses of the people who answer for the team."),
  dataClassification: dataClassification.describe("The most sensitive data that the team holds here."),
  networkSlot: z.number().int().min(0).max(119).describe("The team's place in its account's network. Unique in the account; never moves."),
  account: shortName.optional().describe("A workload account of the team's own. Default: the environment's."),
  state: z.enum(["active", "offboarding"]).default("active").describe("`offboarding` lifts deletion protection and freezes access, as the step before removal."),
  monthlyBudgetUsd: z.number().positive().describe("The monthly budget, in US dollars; the owners are told at 80 % and at a forecast of 100 %."),
  training: training.optional().describe("Training jobs. Default: none."),
  models: z.record(shortName, model).default({}).describe("The models that the team serves, by name. Default: none."),
  notebooks: z.record(shortName, notebook).default({}).describe("Notebook instances, by name. Default: none."),
  featureGroups: z.record(shortName, featureGroup).default({}).describe("Feature groups, by name. Default: none."),
  secrets: z.record(shortName, secret).default({}).describe("Rotated secrets, by name. Default: none."),
});
export type Team = z.infer<typeof team>;

/** All teams of an environment, by name. A name becomes part of physical names: at most 16 characters. */
export const teams = z.record(shortName.max(16), team);
export type Teams = z.infer<typeof teams>;
