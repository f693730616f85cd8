import { BUCKETS, ROLE } from "../../core/resource-types";
import { KEYS } from "./key-uses";

/** A kind of resource that policies name by ARN: its service, what precedes its name there, and where its name is. */
export interface Kind {
  readonly words: string;
  readonly types: readonly string[];
  readonly service: string;
  readonly prefix: string;
  readonly name: string;
  /** The name in the rest of an ARN. Default: up to the first slash. */
  readonly nameIn?: (rest: string) => string;
  /** How ARNs write the name. Default: as it is. */
  readonly asInArn?: (name: string) => string;
}

export const KINDS: readonly Kind[] = [
  {
    words: "bucket",
    types: BUCKETS,
    service: "s3",
    prefix: "",
    name: "bucket",
  },
  { words: "key", types: KEYS, service: "kms", prefix: "key/", name: "keyId" },
  {
    words: "secret",
    types: ["aws:secretsmanager/secret:Secret"],
    service: "secretsmanager",
    prefix: "secret:",
    name: "name",
    // Secrets Manager adds a hyphen and six characters of its own.
    nameIn: (rest) => rest.replace(/-(\*|\?{6}|[A-Za-z0-9]{6})$/, ""),
  },
  {
    words: "role",
    types: [ROLE],
    service: "iam",
    prefix: "role/",
    name: "name",
    // A path may precede the name.
    nameIn: (rest) => rest.split("/").at(-1) ?? "",
  },
  {
    words: "endpoint",
    types: ["aws:sagemaker/endpoint:Endpoint"],
    service: "sagemaker",
    prefix: "endpoint/",
    name: "name",
  },
  {
    words: "feature group",
    types: ["aws:sagemaker/featureGroup:FeatureGroup"],
    service: "sagemaker",
    prefix: "feature-group/",
    name: "featureGroupName",
  },
  {
    words: "table",
    types: ["aws:dynamodb/table:Table"],
    service: "dynamodb",
    prefix: "table/",
    name: "name",
  },
  { words: "queue", types: ["aws:sqs/queue:Queue"], service: "sqs", prefix: "", name: "name" },
  { words: "topic", types: ["aws:sns/topic:Topic"], service: "sns", prefix: "", name: "name" },
  {
    words: "stream",
    types: ["aws:kinesis/stream:Stream"],
    service: "kinesis",
    prefix: "stream/",
    name: "name",
  },
  {
    words: "function",
    types: ["aws:lambda/function:Function"],
    service: "lambda",
    prefix: "function:",
    name: "name",
    nameIn: (rest) => rest.split(":")[0] ?? "",
  },
  {
    words: "repository",
    types: ["aws:ecr/repository:Repository"],
    service: "ecr",
    prefix: "repository/",
    name: "name",
    nameIn: (rest) => rest,
  },
  {
    words: "parameter",
    types: ["aws:ssm/parameter:Parameter"],
    service: "ssm",
    prefix: "parameter/",
    name: "name",
    nameIn: (rest) => rest,
    asInArn: (name) => name.replace(/^\//, ""),
  },
  {
    words: "state machine",
    types: ["aws:sfn/stateMachine:StateMachine"],
    service: "states",
    prefix: "stateMachine:",
    name: "name",
  },
  {
    words: "pipeline",
    types: ["aws:sagemaker/pipeline:Pipeline"],
    service: "sagemaker",
    prefix: "pipeline/",
    name: "pipelineName",
  },
  {
    words: "model package group",
    types: ["aws:sagemaker/modelPackageGroup:ModelPackageGroup"],
    service: "sagemaker",
    prefix: "model-package-group/",
    name: "modelPackageGroupName",
  },
  {
    words: "notebook",
    types: ["aws:sagemaker/notebookInstance:NotebookInstance"],
    service: "sagemaker",
    prefix: "notebook-instance/",
    name: "name",
  },
];
