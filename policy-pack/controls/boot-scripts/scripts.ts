import { gunzipSync } from "node:zlib";
import type { Subject, Value } from "../../core";
import { leavesNamed } from "../../core/walk";

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
  return [{ path, texts: withDecoded(value.value, MOST_LAYERS) }];
}

const MOST_LAYERS = 3;

/** Blocks of base64 that are long enough to hide a command: whole, or broken into lines as in MIME. */
const BLOCK = /[A-Za-z0-9+/]{4}(?:[A-Za-z0-9+/]|\r?\n(?=[A-Za-z0-9+/=])){12,}={0,2}/g;

/** A text and what is encoded in it. Scripts are handed over in base64, compressed or in MIME parts, or all of them. */
function withDecoded(text: string, layers: number): readonly string[] {
  if (layers === 0) return [text];
  const inner = [...text.matchAll(BLOCK)].flatMap(([block]) => decoded(block));
  return [text, ...inner.flatMap((one) => withDecoded(one, layers - 1))];
}

/** A block in plain words; nothing when it holds none. */
function decoded(block: string): readonly string[] {
  const bytes = Buffer.from(block, "base64");
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unzipped(bytes) : bytes;
  const text = plain?.toString("utf8") ?? "";
  return /^[\t\n\r -~\u00a0-\uffef]+$/.test(text) && !text.includes("\ufffd") ? [text] : [];
}

function unzipped(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: 1_000_000 });
  } catch {
    return undefined;
  }
}
