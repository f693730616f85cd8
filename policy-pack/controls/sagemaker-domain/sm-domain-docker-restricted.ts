import {
  type Context,
  deferred,
  type Finding,
  isText,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { DOMAIN } from "./settings";

const DOCKER = "domainSettings.dockerSettings";
const TRUSTED = `${DOCKER}.vpcOnlyTrustedAccounts`;

export const smDomainDockerRestricted: ResourceControl = {
  kind: "resource",
  name: "sm-domain-docker-restricted",
  description: "Studio has no access to Docker, or only to images of the organization's accounts.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "With Docker anyone runs images from anywhere next to the data, and pushes what they hold to a registry of their own.",
  fix: {
    text: "Leave Docker off, or name the accounts whose registries are trusted.",
    code: `domainSettings: { ..., dockerSettings: { enableDockerAccess: "ENABLED", vpcOnlyTrustedAccounts: [registryAccountId] } },`,
  },
  frameworks: { nist: ["CM-7", "SC-7"], gdpr: ["32"] },
  types: [DOMAIN],
  check: (subject, context) => {
    // Docker is off unless it is enabled.
    const enabled = subject.properties.get(`${DOCKER}.enableDockerAccess`);
    if (enabled.state === "unknown") return [deferred(subject, `${DOCKER}.enableDockerAccess`)];
    return enabled.state === "known" && enabled.value === "ENABLED" ? judgeTrusted(subject, context) : [];
  },
};

function judgeTrusted(subject: Subject, { settings }: Context): readonly Finding[] {
  const list = subject.properties.list(TRUSTED);
  if (list.state === "unknown") return [deferred(subject, TRUSTED)];
  if (list.state === "unset" || list.value.length === 0) {
    return [violation(subject, TRUSTED, "Docker with images from anywhere", "the accounts that are trusted")];
  }
  const own = Object.values(settings.accounts).flat();
  return list.value.flatMap(({ path, value }): readonly Finding[] => {
    if (value.state === "unknown") return [deferred(subject, path)];
    const isOwn =
      value.state === "known" && isText(value.value) && (own.length === 0 || own.includes(value.value));
    return isOwn ? [] : [violation(subject, path, value, "an account of the organization")];
  });
}
