/**
 * The longest names that a person may give. Physical names join them (`acme-staging-fraud-model-scoring`),
 * and AWS's limits hold for the whole: 63 characters of a bucket, which ends in its account's id, and of
 * everything in SageMaker, 64 of a role. A test joins the longest names and compares them with those limits.
 */
export const LONGEST = {
  /** The company, in front of every name. */
  company: 12,
  /** An account's name in the config, which is in no physical name. */
  account: 24,
  /** A team. */
  team: 16,
  /** A model, notebook, feature group or secret of a team. */
  item: 16,
  /** What a component appends to a name that ends in an account's id, such as `models`. */
  bucketPurpose: 12,
  /** What a component appends to any other name, an item's own name included. */
  purpose: 25,
} as const;

/** The slots of an account's network: each is the place of one team, and never given to another. */
export const NETWORK_SLOTS = { first: 0, last: 119 } as const;
