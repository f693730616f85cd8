import type { Scope } from "../../secure";
import { INTERFACE_ENDPOINT_SERVICES } from "../endpoints/services";

/**
 * The endpoint that GuardDuty itself makes in a VPC for its runtime agents:
 * https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring-shared-vpc.html
 */
const GUARDDUTY_AGENTS = "guardduty-data";

/**
 * The only names that a VPC may resolve: those of the services with a private endpoint, S3's, and the VPC's own.
 * Their name servers are AWS's, so that no question about them can carry data to anyone else.
 * https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
 */
export function allowedDomains(scope: Pick<Scope, "partition" | "region">): string[] {
  const { region } = scope;
  const suffix = scope.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  const inRegion = (host: string) => `${host}.${region}.${suffix}`;
  // Instances of one region alone have names without the region in them.
  const internal = region === "us-east-1" ? "*.ec2.internal" : `*.${region}.compute.internal`;
  return [
    ...INTERFACE_ENDPOINT_SERVICES.map(hostOf).map(inRegion),
    inRegion(GUARDDUTY_AGENTS),
    inRegion("s3"),
    inRegion("*.s3"),
    `*.${region}.vpce.${suffix}`,
    internal,
  ];
}

/** `sagemaker.api` answers at `api.sagemaker.<region>`; each account's image registry has a name of its own. */
function hostOf(service: string): string {
  const host = service.split(".").reverse().join(".");
  return service === "ecr.dkr" ? `*.${host}` : host;
}
