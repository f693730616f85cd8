/** What the config means, once its shape is right: one file for each rule. */
import type { Draft } from "../draft";
import type { Problem } from "../problem";
import { accountIds } from "./account-ids";
import { callers } from "./callers";
import { companyName } from "./company-name";
import { dataClassification } from "./data-classification";
import { endpointInstances } from "./endpoint-instances";
import { environmentAccount } from "./environment-account";
import { featureGroups } from "./feature-groups";
import { images } from "./images";
import { modelPackages } from "./model-packages";
import { modelSources } from "./model-sources";
import { networks } from "./networks";
import { networkSlots } from "./network-slots";
import { notebooks } from "./notebooks";
import { organizationalUnits } from "./organizational-units";
import { regions } from "./regions";
import { repeatedEntries } from "./repeated-entries";
import { teamAccount } from "./team-account";
import { teamNames } from "./team-names";
import { tierIsStack } from "./tier";
import { zones } from "./zones";

/** The company's rules, the environment's, then the teams'. */
const RULES: readonly ((draft: Draft) => Problem[])[] = [
  companyName,
  organizationalUnits,
  regions,
  accountIds,
  networks,
  tierIsStack,
  environmentAccount,
  zones,
  teamNames,
  teamAccount,
  networkSlots,
  dataClassification,
  notebooks,
  modelSources,
  images,
  modelPackages,
  endpointInstances,
  callers,
  featureGroups,
  repeatedEntries,
];

/** Everything that is wrong with what a draft says. */
export const meaningProblems = (draft: Draft): Problem[] => RULES.flatMap((rule) => rule(draft));
