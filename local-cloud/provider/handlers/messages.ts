import {
  CheckFailure as CheckFailureMessage,
  CheckRequest,
  DiffResponse,
  PropertyDiff,
} from "@pulumi/pulumi/proto/provider_pb";
import type { ChangeKind } from "../property-diff";
import type { Autonaming, CheckFailure, Difference } from "../stand-in";

const KINDS: Readonly<Record<ChangeKind, { readonly inPlace: number; readonly replacing: number }>> = {
  add: { inPlace: PropertyDiff.Kind.ADD, replacing: PropertyDiff.Kind.ADD_REPLACE },
  delete: { inPlace: PropertyDiff.Kind.DELETE, replacing: PropertyDiff.Kind.DELETE_REPLACE },
  update: { inPlace: PropertyDiff.Kind.UPDATE, replacing: PropertyDiff.Kind.UPDATE_REPLACE },
};

export function checkFailure({ property, reason }: CheckFailure): CheckFailureMessage {
  const message = new CheckFailureMessage();
  message.setProperty(property);
  message.setReason(reason);
  return message;
}

export function autonamingOf(request: CheckRequest): Autonaming | undefined {
  const options = request.getAutonaming();
  if (!options) return undefined;
  const { Mode } = CheckRequest.AutonamingOptions;
  const mode = options.getMode();
  return {
    mode: mode === Mode.DISABLE ? "disable" : mode === Mode.ENFORCE ? "enforce" : "propose",
    proposedName: options.getProposedName(),
  };
}

/** The engine's message for a difference: which properties, how, and whether any of them replaces. */
export function differenceResponse({ changes, deleteBeforeReplace }: Difference): DiffResponse {
  const response = new DiffResponse();
  const replaces = changes.filter((change) => change.replaces);
  response.setChanges(
    changes.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE,
  );
  response.setDiffsList([...new Set(changes.map(({ property }) => property))]);
  response.setReplacesList([...new Set(replaces.map(({ property }) => property))]);
  response.setDeletebeforereplace(replaces.length > 0 && deleteBeforeReplace);
  response.setHasdetaileddiff(true);
  const details = response.getDetaileddiffMap();
  for (const change of changes) {
    const detail = new PropertyDiff();
    detail.setKind(change.replaces ? KINDS[change.kind].replacing : KINDS[change.kind].inPlace);
    detail.setInputdiff(true);
    details.set(change.path, detail);
  }
  return response;
}
