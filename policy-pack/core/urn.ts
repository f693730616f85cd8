import { remembering } from "./remembering";

/** The parts of a URN: `urn:pulumi:dev::mlplatform::parent$aws:s3/bucket:Bucket::data`. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  readonly type: string;
  readonly name: string;
}

/** The parts of a URN; undefined when it is none. */
export const parseUrn = remembering((urn): UrnParts | undefined => {
  const match = /^urn:pulumi:([^:]+)::([^:]*)::((?:(?!::).)+)::(.*)$/s.exec(urn);
  if (match === null) return undefined;
  const [, stack = "", project = "", chain = "", name = ""] = match;
  return { stack, project, type: chain.split("$").at(-1) ?? chain, name };
});

/** What a person calls a resource: its name and its short type, `data (s3/bucket)`. */
export function resourceLabel(urn: string): string {
  const parts = parseUrn(urn);
  if (parts === undefined) return urn;
  const short = /^aws:(.+):[^:]+$/.exec(parts.type)?.[1] ?? parts.type;
  return `${parts.name} (${short})`;
}
