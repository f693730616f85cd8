import type { CollectedCase } from "../support/collected-cases";
import { CONTROLS } from "../../../policy-pack/controls";
import type { RawResource } from "../../../policy-pack/contract/subject";
import { judgeStack } from "../../../policy-pack/core/judge-stack";
import { NO_EXCEPTIONS } from "../../../policy-pack/exceptions/record";
import { realise, UNKNOWN_SENTINEL } from "../support/realise";
import { declare } from "../support/resources";
import { NOW, SETTINGS, strictly } from "../support/verdicts";

/** A control, and an input that it passes in silence while the input is not known. */
export type Pair = `${string} | ${string}`;

const CONTROLS_BY_NAME = new Map(CONTROLS.map((control) => [control.name, strictly(control)]));

/** What an unknown value came from: nothing of the program, so that no reference tells more than the value does. */
const ELSEWHERE = realise([declare("pulumi:pulumi:StackReference", "elsewhere")], "known");

/**
 * Makes each input of each failing case unknown by itself, and judges the case as a preview would.
 * @returns The pairs for which nothing was found and nothing deferred, each once, in order.
 */
export function silentPairs(cases: readonly CollectedCase[]): readonly Pair[] {
  const pairs = cases
    .filter(({ lines }) => lines.length > 0)
    .flatMap((one) => {
      const raws = realise(one.resources, "known");
      return one.resources.flatMap(({ props }, index) =>
        Object.keys(props)
          .filter((input) => isSilent(one, [...withUnknown(raws, index, input), ...ELSEWHERE]))
          .map((input): Pair => `${one.control} | ${input}`),
      );
    });
  return [...new Set(pairs)].sort();
}

function withUnknown(raws: readonly RawResource[], index: number, input: string): readonly RawResource[] {
  return raws.map((raw, i) =>
    i !== index
      ? raw
      : {
          ...raw,
          props: { ...raw.props, [input]: UNKNOWN_SENTINEL },
          propertyDependencies: {
            ...raw.propertyDependencies,
            [input]: [...(raw.propertyDependencies?.[input] ?? []), ...ELSEWHERE.map(({ urn }) => urn)],
          },
        },
  );
}

function isSilent({ control, settings, tier }: CollectedCase, resources: readonly RawResource[]): boolean {
  const judging = CONTROLS_BY_NAME.get(control);
  if (judging === undefined) return false;
  const report = judgeStack(resources, {
    controls: [judging],
    settings: { ...SETTINGS, ...settings, stackTiers: { dev: tier } },
    exceptions: NO_EXCEPTIONS,
    now: NOW,
    preview: true,
  });
  return report.violations.length + report.deferred.length === 0;
}
