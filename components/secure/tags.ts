import type { Scope } from "./scope";

/** What AWS accepts in a tag's value: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const REFUSED_IN_TAG_VALUES = /[^\p{L}\p{N} _.:/=+\-@]/gu;
const TAG_VALUE_LIMIT = 256;

/**
 * The tags that every taggable resource carries: whose it is, who pays, who answers for it, how sensitive it is.
 * @param name The resource's `Name` tag, for what the console would otherwise list by id alone. Default: none.
 */
export function tagsOf(scope: Scope, name?: string): Record<string, string> {
  return {
    ...(name === undefined ? {} : { Name: name }),
    Environment: scope.environment,
    Team: scope.owner,
    CostCenter: scope.costCenter,
    DataClassification: scope.dataClassification,
    Owner: ownerTag(scope.contacts),
    ManagedBy: "pulumi",
  };
}

/** As many of the contacts as fit into one tag value, separated by spaces (a comma is refused). */
export function ownerTag(contacts: readonly string[]): string {
  return contacts
    .map((contact) => contact.replace(REFUSED_IN_TAG_VALUES, "_").slice(0, TAG_VALUE_LIMIT))
    .reduce((owners, contact) => {
      const longer = owners === "" ? contact : `${owners} ${contact}`;
      return longer.length <= TAG_VALUE_LIMIT ? longer : owners;
    }, "");
}
