import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { preview } from "../../../cli/local/commands/preview";
import { up } from "../../../cli/local/commands/up";
import { deployedTeams } from "../../../cli/local/deployed-teams";
import { foldersIn, type LocalFolders } from "../../../cli/local/folders";
import { JudgedStacks } from "../../../cli/local/judged-stacks";
import type { Session } from "../../../cli/local/session";
import { readState, stateFile } from "../../../cli/local/state";
import { rememberedTeams } from "../../../cli/team-changes";
import type { EnvironmentSettings } from "../../../config";
import { exampleEnvironment, recordEnvironment, recordStack } from "../../stacks/support/record-stack";

/** Writes a state in which the environment is up with these outputs. */
function deployed(folders: LocalFolders, stack: string, outputs: Readonly<Record<string, unknown>>): string {
  const urn = `urn:pulumi:${stack}::mlplatform::pulumi:pulumi:Stack::mlplatform-${stack}`;
  const resources = [{ urn, type: "pulumi:pulumi:Stack", custom: false, outputs }];
  const file = stateFile(folders, stack);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ checkpoint: { latest: { resources } } }));
  return file;
}

const without = (settings: EnvironmentSettings, team: string): EnvironmentSettings => ({
  ...settings,
  teams: Object.fromEntries(Object.entries(settings.teams).filter(([name]) => name !== team)),
});

describe("the teams of the last deployment", () => {
  let folders: LocalFolders;
  beforeEach(() => {
    folders = foldersIn(fs.mkdtempSync(path.join(os.tmpdir(), "mlplatform-teams-")));
  });
  afterEach(() => fs.rmSync(folders.root, { recursive: true, force: true }));

  /** A session that has no engine: whatever goes on to one fails. */
  function session(): { readonly session: Session; readonly text: () => string } {
    let text = "";
    const output = { isTTY: false, columns: 80, write: (part: string) => void (text += part) };
    return {
      session: { cloud: { folders }, output, judged: new JudgedStacks() } as unknown as Session,
      text: () => stripVTControlCharacters(text),
    };
  }

  for (const stack of ["dev", "staging", "prod"]) {
    it(`are remembered by the outputs of ${stack}, each with state, slot and account`, async () => {
      deployed(folders, stack, (await recordStack(stack)).outputs);
      assert.deepEqual(deployedTeams(readState(folders, stack)), rememberedTeams(exampleEnvironment(stack)));
    });
  }

  it("remember a team that is leaving as such", async () => {
    const settings = exampleEnvironment("staging");
    const { vision } = settings.teams;
    assert.ok(vision);
    const leaving = {
      ...settings,
      teams: { ...settings.teams, vision: { ...vision, state: "offboarding" as const } },
    };
    deployed(folders, "staging", (await recordEnvironment(leaving)).outputs);
    assert.equal(deployedTeams(readState(folders, "staging"))["vision"]?.state, "offboarding");
  });

  it("are unknown where nothing is up, or an older version wrote the outputs", () => {
    assert.deepEqual(deployedTeams(readState(folders, "staging")), {});
    deployed(folders, "staging", { teams: { vision: { account: "staging", buckets: {} } } });
    assert.deepEqual(deployedTeams(readState(folders, "staging")), {});
  });

  for (const [name, command] of Object.entries({ up, preview })) {
    it(`keep ${name} from removing a protected team in one step`, async () => {
      const file = deployed(folders, "staging", (await recordStack("staging")).outputs);
      const before = fs.readFileSync(file, "utf8");
      const { session: given, text } = session();
      assert.equal(await command(given, without(exampleEnvironment("staging"), "vision")), 2);
      assert.match(text(), /^Pulumi\.staging\.yaml\n\n✗ mlplatform:teams\.vision\n/);
      assert.match(text(), /expected {2}"state: offboarding" to be deployed first\n/);
      assert.match(text(), /1 problem in the configuration\.\n/);
      assert.equal(fs.readFileSync(file, "utf8"), before);
    });

    it(`keep ${name} from moving a team to another slot`, async () => {
      deployed(folders, "dev", (await recordStack("dev")).outputs);
      const settings = exampleEnvironment("dev");
      const { vision } = settings.teams;
      assert.ok(vision);
      const { session: given, text } = session();
      const teams = { ...settings.teams, vision: { ...vision, networkSlot: 99 } };
      assert.equal(await command(given, { ...settings, teams }), 2);
      assert.match(text(), /✗ mlplatform:teams\.vision\.networkSlot\n/);
    });
  }
});
