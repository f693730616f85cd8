import type { Properties } from "../../core";
import { rememberingFor } from "../../core/remembering";
import { leavesOf } from "../../core/walk";

/** A text among a resource's inputs, and its path. */
export interface LocatedText {
  readonly path: string;
  readonly text: string;
}

/** The known texts anywhere inside a resource's inputs that may speak of something of AWS: ARNs, hosts, services. */
export const awsTexts = rememberingFor((properties: Properties): readonly LocatedText[] =>
  properties.keys().flatMap((input) =>
    leavesOf(properties.get(input), input).flatMap(({ path, value }) => {
      const text = value.state === "known" ? value.value : undefined;
      return typeof text === "string" && (text.startsWith("arn:") || text.includes("aws"))
        ? [{ path, text }]
        : [];
    }),
  ),
);
