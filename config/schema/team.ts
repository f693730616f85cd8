import { z } from "zod";
import { NETWORK_SLOTS } from "../limits";
import { featureGroup } from "./feature-group";
import { model } from "./model";
import { notebook } from "./notebook";
import { accountName, costCenter, dataClassification, itemName, mailAddress, teamName } from "./primitives";
import { secret } from "./secret";
import { training } from "./training";

const who = {
  costCenter: costCenter.describe("The cost centre that pays."),
  owners: z
    .array(mailAddress)
    .min(1)
    .max(10)
    .describe("Mail addresses of the people who answer for the team."),
  dataClassification: dataClassification.describe("The most sensitive data that the team holds here."),
  networkSlot: z
    .number()
    .int()
    .min(NETWORK_SLOTS.first)
    .max(NETWORK_SLOTS.last)
    .describe("The team's place in its account's network. Unique in the account; never moves."),
  account: accountName
    .optional()
    .describe("A workload account of the team's own. Default: the environment's account."),
  state: z
    .enum(["active", "offboarding"])
    .default("active")
    .describe("`offboarding` lifts deletion protection and freezes access, as the step before removal."),
  monthlyBudgetUsd: z
    .number()
    .positive()
    .max(10_000_000)
    .describe("The monthly budget, in US dollars; the owners are told at 80 % and at a forecast of 100 %."),
};

const wants = {
  training: training.optional().describe("Training jobs. Default: none."),
  modelPackageGroups: z
    .array(itemName)
    .max(100)
    .default([])
    .describe(
      "The team's model registry: names of the model package groups that it keeps here. Default: none.",
    ),
  models: z
    .record(itemName, model)
    .default({})
    .describe("The models that the team serves, by name. Default: none."),
  notebooks: z.record(itemName, notebook).default({}).describe("Notebook instances, by name. Default: none."),
  featureGroups: z
    .record(itemName, featureGroup)
    .default({})
    .describe("Feature groups, by name. Default: none."),
  secrets: z.record(itemName, secret).default({}).describe("Rotated secrets, by name. Default: none."),
};

/** A team: who it is, and what it wants in this environment. */
export const team = z.strictObject({ ...who, ...wants });
export type Team = z.infer<typeof team>;

/** All teams of an environment, by name. A name becomes part of physical names. */
export const teams = z.record(teamName, team);
export type Teams = z.infer<typeof teams>;
