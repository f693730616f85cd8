import { isMap, parseDocument, visit, type Document } from "yaml";

/** What stands in for a secret of the stack file: its real value is encrypted with a key that is not used here. */
const PLACEHOLDER = "local-cloud-placeholder";

/**
 * A stack file as the local cloud uses it: the tracked one, with the encryption of the local passphrase instead of
 * that of the real backend, and placeholders for the secrets that only the real backend could decrypt.
 * @param tracked The text of the tracked file.
 * @param earlier The copy that an earlier run left, whose salt belongs to the state. Default: none.
 */
export function localStackFile(tracked: string, earlier?: string): string {
  const document = parseDocument(tracked);
  for (const key of ["secretsprovider", "encryptedkey", "encryptionsalt"]) document.delete(key);
  visit(document, {
    Map: (_key, map) =>
      map.items.length === 1 && map.has("secure") ? document.createNode(PLACEHOLDER) : undefined,
  });
  const salt = earlier === undefined ? undefined : saltOf(parseDocument(earlier));
  if (salt !== undefined) document.set("encryptionsalt", salt);
  return document.toString();
}

function saltOf(document: Document): unknown {
  return isMap(document.contents) ? document.get("encryptionsalt") : undefined;
}
