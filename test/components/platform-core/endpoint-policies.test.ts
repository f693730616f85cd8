import assert from "node:assert/strict";
import { interfaceEndpointPolicy } from "../../../components/platform-core/endpoints/interface-endpoint-policy";
import { s3EndpointPolicy } from "../../../components/platform-core/endpoints/s3-endpoint-policy";
import {
  INTERFACE_ENDPOINT_ACTIONS,
  INTERFACE_ENDPOINT_SERVICES,
} from "../../../components/platform-core/endpoints/services";
import {
  actionsOf,
  unknownActions,
  type Document,
  type DocumentStatement,
} from "../../stacks/support/iam-facts";
import { byName, recordStack } from "../../stacks/support/record-stack";

const ORGANIZATION = "o-exampleorgid";
const PERIMETER = {
  StringEquals: { "aws:PrincipalOrgID": ORGANIZATION, "aws:ResourceOrgID": ORGANIZATION },
};

describe("the policy of an interface endpoint", () => {
  it("lets the organization's principals use the named actions on the organization's resources", () => {
    assert.deepEqual(interfaceEndpointPolicy("sagemaker.runtime", ORGANIZATION), [
      {
        Sid: "AllowOrganizationPrincipalsToOrganizationResources",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["sagemaker:InvokeEndpoint", "sagemaker:InvokeEndpointAsync"],
        Resource: ["*"],
        Condition: PERIMETER,
      },
    ]);
  });

  it("has the perimeter for every service", () => {
    const conditions = INTERFACE_ENDPOINT_SERVICES.map((service) =>
      interfaceEndpointPolicy(service, ORGANIZATION).map(({ Condition }) => Condition),
    );
    assert.deepEqual(
      conditions,
      INTERFACE_ENDPOINT_SERVICES.map(() => [PERIMETER]),
    );
  });

  it("names actions that exist, of the endpoint's own service, and no wildcard", async () => {
    const statements = INTERFACE_ENDPOINT_SERVICES.flatMap((service) =>
      interfaceEndpointPolicy(service, ORGANIZATION),
    ) as DocumentStatement[];
    assert.deepEqual(await unknownActions(statements), []);
    const prefixes: Record<string, string> = { "ecr.api": "ecr", "ecr.dkr": "ecr", monitoring: "cloudwatch" };
    for (const [service, actions] of Object.entries(INTERFACE_ENDPOINT_ACTIONS)) {
      const prefix = prefixes[service] ?? service.split(".")[0];
      for (const action of actions) assert.match(action, new RegExp(`^${String(prefix)}:[A-Za-z]+$`));
    }
  });
});

describe("the policy of the S3 endpoint", () => {
  const statements = s3EndpointPolicy("aws", "eu-central-1", ORGANIZATION);

  it("lets the organization's principals to the organization's buckets, and nobody else to any", () => {
    const [own, layers, ...others] = statements;
    assert.deepEqual(others, []);
    assert.deepEqual(own?.Principal, { AWS: "*" });
    assert.deepEqual(own?.Condition, PERIMETER);
    assert.deepEqual(layers, {
      Sid: "AllowImageLayersOfEcr",
      Effect: "Allow",
      Principal: "*",
      Action: ["s3:GetObject"],
      Resource: ["arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*"],
    });
  });

  it("names actions that exist, none of which changes a bucket", async () => {
    assert.deepEqual(await unknownActions(statements as DocumentStatement[]), []);
    const actions = statements.flatMap(({ Action }) => Action ?? []);
    assert.deepEqual(
      actions.filter((action) => /Policy|Acl|Encryption|Versioning|Bypass|\*/.test(action)),
      [],
    );
  });
});

describe("the endpoints of an environment", () => {
  it("let pass everything that roles inside the VPC are granted of the endpoints' services", async () => {
    const passing = new Set([
      ...Object.values(INTERFACE_ENDPOINT_ACTIONS).flat(),
      ...s3EndpointPolicy("aws", "eu-central-1", ORGANIZATION).flatMap(({ Action }) => Action ?? []),
    ] as string[]);
    const services = new Set([...passing].map((action) => action.split(":")[0]));
    // SageMaker takes a grant, and writes the offline store, from its own network; AWS Backup works in its own, too.
    const fromOutside = (name: string, action: string) =>
      action === "kms:CreateGrant" || /-features-role-|-backup-(restore-)?role-/.test(name);
    for (const stack of ["dev", "staging", "prod"]) {
      const policies = Object.values(byName(await recordStack(stack), "aws:iam/rolePolicy:RolePolicy"));
      const blocked = policies.flatMap(({ name, inputs }) =>
        (JSON.parse(String(inputs["policy"])) as Document).Statement.filter(
          ({ Effect }) => Effect === "Allow",
        )
          .flatMap(actionsOf)
          .filter((action) => services.has(action.split(":")[0] ?? "") && !fromOutside(name, action))
          .filter((action) => !passing.has(action))
          .map((action) => `${name} ${action}`),
      );
      assert.deepEqual(blocked, [], stack);
    }
  });

  it("are one for each service, private under the service's own name, in every zone's endpoint subnet", async () => {
    const recording = await recordStack("prod");
    const endpoints = byName(recording, "aws:ec2/vpcEndpoint:VpcEndpoint");
    const subnets = byName(recording, "aws:ec2/subnet:Subnet");
    const expected = ["s3", ...INTERFACE_ENDPOINT_SERVICES].flatMap((service) => [
      `prod-endpoint-${service}`,
      `prod-credit-endpoint-${service}`,
    ]);
    assert.deepEqual(Object.keys(endpoints).sort(), expected.sort());
    assert.deepEqual(
      INTERFACE_ENDPOINT_SERVICES.map((service) => endpoints[`prod-endpoint-${service}`]?.inputs).map(
        (inputs) => [inputs?.["serviceName"], inputs?.["privateDnsEnabled"], inputs?.["subnetIds"]],
      ),
      INTERFACE_ENDPOINT_SERVICES.map((service) => [
        `com.amazonaws.eu-central-1.${service}`,
        true,
        ["a", "b", "c"].map((zone) => subnets[`prod-endpoint-${zone}`]?.id),
      ]),
    );
  });

  it("are called by HTTPS from inside the VPC, and call nobody", async () => {
    const recording = await recordStack("dev");
    const rules = byName(recording, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    const group = byName(recording, "aws:ec2/securityGroup:SecurityGroup")["dev-endpoint-interface"];
    const ingress = Object.values(rules).filter(({ inputs }) => inputs["securityGroupId"] === group?.id);
    assert.deepEqual(
      ingress.map(({ inputs: { cidrIpv4, fromPort, toPort, ipProtocol } }) => [
        cidrIpv4,
        fromPort,
        toPort,
        ipProtocol,
      ]),
      [["10.16.0.0/16", 443, 443, "tcp"]],
    );
    const egress = byName(recording, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    assert.deepEqual(
      Object.values(egress).filter(({ inputs }) => inputs["securityGroupId"] === group?.id),
      [],
    );
  });
});
