import type { Graph, Node } from "../../core";
import { identityDocuments } from "../../iam/identity-documents";
import { allowing } from "../../iam/document";
import { coversAction } from "../../iam/wildcard";

/** What runs models. */
const INVOKING = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];

/** Settings that are there for Bedrock, and do not use it themselves. */
const SETTINGS = /^aws:(bedrockmodel\/invocationLoggingConfiguration|bedrock\/useCaseForModelAccess):/;

/** What of a stack uses Bedrock: its resources, and whoever is allowed by name to run a model. */
export function usersOfBedrock(graph: Graph): readonly Node[] {
  const resources = graph.nodes.filter(
    ({ type }) => /^aws:bedrock(foundation|model)?\//.test(type) && !SETTINGS.test(type),
  );
  const allowed = identityDocuments(graph)
    .filter(({ document }) =>
      allowing(document).some(({ actions }) => actions.values.some(({ value }) => namesInvoking(value))),
    )
    .flatMap(({ subject }) => graph.byUrn(subject.urn) ?? []);
  return [...resources, ...allowed];
}

/** A star for everything is another control's; here the service must be meant. */
function namesInvoking(pattern: string): boolean {
  return /^bedrock:/i.test(pattern) && INVOKING.some((action) => coversAction(pattern, action));
}
