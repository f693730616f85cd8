import * as pulumi from "@pulumi/pulumi";
import { Provider } from "@pulumi/aws/provider";
import { Provider as RandomProvider } from "@pulumi/random";
import { record, type RecordedResource, type Recording } from "../../../local-cloud/recording";
import { ACCOUNT, REGION } from "./fixtures";

/**
 * Records what a program of components registers, with explicit providers for the account of the fixtures.
 * @param preview True leaves what only AWS could know unknown. Default: false.
 */
export function run(
  program: (opts: pulumi.ComponentResourceOptions) => void,
  preview = false,
): Promise<Components> {
  return record(
    async () => {
      const aws = new Provider("aws", { region: REGION, allowedAccountIds: [ACCOUNT] });
      program({ providers: [aws, new RandomProvider("random")] });
      return {};
    },
    { stack: "dev", preview },
  ).then((recording) => new Components(recording));
}

/** A recording, with the questions that tests ask of it. */
export class Components {
  constructor(readonly recording: Recording) {}

  /** All resources of a type, such as `aws:s3/bucket:Bucket`, in the order of their URNs. */
  all(type: string): RecordedResource[] {
    return this.recording.resources.filter((resource) => resource.type === type);
  }

  /** The names of all resources of a type. */
  names(type: string): string[] {
    return this.all(type).map((resource) => resource.name);
  }

  /**
   * The one resource of a type and name.
   * @throws when there is none, or more than one.
   */
  one(type: string, name: string): RecordedResource {
    const found = this.all(type).filter((resource) => resource.name === name);
    const [resource] = found;
    if (resource === undefined || found.length > 1) {
      throw new Error(
        `${found.length} resources ${type} are named ${name}; there are ${this.names(type).join(", ")}.`,
      );
    }
    return resource;
  }

  /** A JSON document among the inputs of the one resource of a type and name. */
  document(type: string, name: string, property = "policy"): PolicyJson {
    return JSON.parse(String(this.one(type, name).inputs[property])) as PolicyJson;
  }
}

/** A policy as AWS reads it. */
export interface PolicyJson {
  readonly Version: string;
  readonly Statement: readonly StatementJson[];
}

export interface StatementJson {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
