import type { PolicyDocument } from "./document";
import { someCovers } from "./covers";

/**
 * Actions by which Lambda connects a function to a VPC, and which its role must have on every resource.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
const CONNECT = [
  "ec2:AssignPrivateIpAddresses",
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:UnassignPrivateIpAddresses",
];

/**
 * The actions of a document that Lambda needs on every resource and that the function's own code is denied, as the same
 * page tells: a Deny on every resource with `lambda:SourceFunctionArn`.
 */
export function deniedToFunctionCode(document: PolicyDocument): readonly string[] {
  if (document.state !== "read") return [];
  const denies = document.statements.filter(
    ({ effect, resources, conditions }) =>
      effect === "Deny" &&
      resources.values.some(({ value }) => value === "*") &&
      conditions.length === 1 &&
      conditions.every(
        ({ operator, key }) =>
          /^arn(equals|like)$/i.test(operator) && key.toLowerCase() === "lambda:sourcefunctionarn",
      ),
  );
  return CONNECT.filter((action) => denies.some(({ actions }) => someCovers(actions, action)));
}
