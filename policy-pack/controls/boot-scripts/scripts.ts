import type { Subject, Value } from "../../core";
import { leavesNamed } from "../../core/walk";
import { withDecoded } from "../secrets/decoded";

/** A script that a machine runs when it starts. */
export interface Script {
  readonly path: string;
  /** The script in plain words, and what is encoded inside it, each by itself; unknown before deployment. */
  readonly texts: readonly string[] | "unknown";
}

/** Inputs by type in which scripts stand, and the names that they have inside. */
const HOLDERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "aws:ec2/instance:Instance": { userData: ["userData"], userDataBase64: ["userDataBase64"] },
  "aws:ec2/launchConfiguration:LaunchConfiguration": {
    userData: ["userData"],
    userDataBase64: ["userDataBase64"],
  },
  "aws:ec2/launchTemplate:LaunchTemplate": { userData: ["userData"] },
  "aws:ec2/spotFleetRequest:SpotFleetRequest": { launchSpecifications: ["userData"] },
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": {
    userData: ["userData"],
    userDataBase64: ["userDataBase64"],
  },
  "aws:imagebuilder/component:Component": { data: ["data"] },
  "aws:lightsail/instance:Instance": { userData: ["userData"] },
  "aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration": {
    onCreate: ["onCreate"],
    onStart: ["onStart"],
  },
  "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig": {
    studioLifecycleConfigContent: ["studioLifecycleConfigContent"],
  },
  "aws:ssm/document:Document": { content: ["content"] },
};

/** Every type that holds scripts. */
export const SCRIPT_TYPES: readonly string[] = Object.keys(HOLDERS);

/** The scripts of a resource. */
export function scriptsOf(subject: Subject): readonly Script[] {
  return Object.entries(HOLDERS[subject.type] ?? {}).flatMap(([input, names]) => {
    const value = subject.properties.get(input);
    if (value.state === "unknown") return [{ path: input, texts: "unknown" as const }];
    return leavesNamed(value, input, names).flatMap((leaf) => scriptAt(leaf.path, leaf.value));
  });
}

function scriptAt(path: string, value: Value): readonly Script[] {
  if (value.state === "unknown") return [{ path, texts: "unknown" }];
  if (value.state !== "known" || typeof value.value !== "string") return [];
  return [{ path, texts: withDecoded(value.value) }];
}
