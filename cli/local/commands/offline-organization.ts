import { loadAndValidate } from "../../../config";
import { record } from "../../../local-cloud/recording";
import { program } from "../../../stacks/program";

/**
 * What `org` would share, from a run of it with no engine: real names and ARNs, with made-up parts only where AWS
 * would make them up.
 * @throws Error when org's own configuration is not valid, which the check tells in full.
 */
export async function offlineOrganization(root: string): Promise<Readonly<Record<string, unknown>>> {
  const loaded = loadAndValidate(root, "org");
  if (!loaded.ok) throw new Error("The configuration of org is not valid: npm run check -- org");
  const { outputs } = await record(() => program(loaded.settings), { stack: "org" });
  return outputs;
}
