import { CREATED_AT, type ServiceFacts } from "../resource-facts";

/** Lambda and Step Functions. */
export const LAMBDA: ServiceFacts = {
  "aws:lambda/function:Function": {
    id: "{name}",
    arn: "arn:{partition}:lambda:{region}:{account}:function:{name}",
    outputs: {
      invokeArn: "arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/{arn}/invocations",
      qualifiedArn: "{arn}:$LATEST",
      lastModified: CREATED_AT,
      version: "$LATEST",
    },
    unique: "account",
  },
  "aws:lambda/permission:Permission": {
    id: "{statementId}",
    key: "{function} {id}",
    outputs: { statementId: "{id}" },
  },
  "aws:lambda/alias:Alias": {
    id: "arn:{partition}:lambda:{region}:{account}:function:{functionName}:{name}",
    arn: "{id}",
  },
  "aws:lambda/eventSourceMapping:EventSourceMapping": {
    id: "{uuid}",
    arn: "arn:{partition}:lambda:{region}:{account}:event-source-mapping:{uuid}",
    outputs: { uuid: "{id}" },
  },
  "aws:lambda/layerVersion:LayerVersion": {
    id: "arn:{partition}:lambda:{region}:{account}:layer:{layerName}:1",
    arn: "{id}",
    outputs: { layerArn: "arn:{partition}:lambda:{region}:{account}:layer:{layerName}", version: "1" },
  },
  "aws:lambda/codeSigningConfig:CodeSigningConfig": {
    id: "arn:{partition}:lambda:{region}:{account}:code-signing-config:csc-{hex:17}",
    arn: "{id}",
    outputs: { configId: "csc-{hex:17}" },
  },
  "aws:sfn/stateMachine:StateMachine": {
    id: "arn:{partition}:states:{region}:{account}:stateMachine:{name}",
    arn: "{id}",
    outputs: { status: "ACTIVE", creationDate: CREATED_AT },
    unique: "account",
  },
};
