import { accountOf, type Draft } from "../draft";
import { found } from "../found";
import { nearest } from "../nearest";
import { formatPath } from "../path";
import type { Problem } from "../problem";

/** The callers of a model are other teams of the environment, in the same account as the endpoint. */
export function callers(draft: Draft): Problem[] {
  return Object.entries(draft.teams).flatMap(([name, team]) =>
    Object.entries(team.models).flatMap(([model, { callers: listed }]) =>
      listed.flatMap((caller, index) => {
        const path = formatPath(["mlplatform:teams", name, "models", model, "callers", index]);
        const fault = faultOf(draft, name, caller);
        return fault === undefined ? [] : [{ path, ...fault }];
      }),
    ),
  );
}

function faultOf(draft: Draft, name: string, caller: string): Omit<Problem, "path"> | undefined {
  if (caller === name) {
    return {
      found: `${found(caller)}, the team itself`,
      expected: "another team",
      fix: "Remove it: a team may always call its own models.",
    };
  }
  if (!draft.teamNames.has(caller)) {
    const meant = nearest(caller, draft.teamNames);
    const fix =
      meant === undefined ? "Add the team to this environment, or remove the caller." : `Write "${meant}".`;
    return { found: `the unknown team ${found(caller)}`, expected: "a team of this environment", fix };
  }
  const [own, other] = [draft.teams[name], draft.teams[caller]];
  if (own === undefined || other === undefined || accountOf(draft, own) === accountOf(draft, other))
    return undefined;
  return {
    found: `${found(caller)}, which works in the account "${accountOf(draft, other) ?? ""}"`,
    expected: `a team that works in "${accountOf(draft, own) ?? ""}", because an endpoint is reached only from its own account`,
    fix: "Remove the caller, or serve the model in the account of its callers.",
  };
}
