import type { ServiceFacts } from "../resource-facts";

/** CloudTrail. */
export const CLOUDTRAIL: ServiceFacts = {
  "aws:cloudtrail/trail:Trail": {
    id: "arn:{partition}:cloudtrail:{region}:{account}:trail/{name}",
    arn: "{id}",
    outputs: { homeRegion: "{region}", snsTopicArn: "" },
    unique: "account",
  },
  "aws:cloudtrail/eventDataStore:EventDataStore": {
    id: "arn:{partition}:cloudtrail:{region}:{account}:eventdatastore/{uuid}",
    arn: "{id}",
  },
};
