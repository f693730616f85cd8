import type { Draft } from "../draft";
import { postureOf } from "../posture";
import type { Problem } from "../problem";

/** There are as many different zones as the tier spans. */
export function zones({ stack, environment }: Draft): Problem[] {
  if (environment === undefined) return [];
  const different = new Set(environment.zones).size;
  const needed = postureOf(stack).zones;
  if (different === environment.zones.length && different >= needed) return [];
  return [
    {
      path: "mlplatform:environment.zones",
      found: environment.zones.join(", "),
      expected: `at least ${needed} zones, each once, because ${stack} spans ${needed}`,
      fix: 'Write letters such as "zones: [a, b, c]", or remove "zones".',
    },
  ];
}
