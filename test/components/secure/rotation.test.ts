import assert from "node:assert/strict";
import { rotate, TOKEN_LENGTH } from "../../../components/secure/secret/rotation/index.js";

type Calls = [string, Record<string, unknown>][];
interface Version {
  readonly value?: string;
  readonly stages: string[];
}

/** Secrets Manager in miniature: versions with stages and values, and a list of the calls that were made. */
function fakeClient(versions: Record<string, Version>, enabled = true) {
  const calls: Calls = [];
  const call = (name: string, args: Record<string, unknown>) => void calls.push([name, args]);
  return {
    calls,
    async describeSecret(args: { SecretId: string }) {
      call("describeSecret", args);
      return {
        RotationEnabled: enabled,
        VersionIdsToStages: Object.fromEntries(
          Object.entries(versions).map(([id, { stages }]) => [id, stages]),
        ),
      };
    },
    async getSecretValue(args: { VersionId: string; VersionStage: string }) {
      call("getSecretValue", args);
      const value = versions[args.VersionId]?.value;
      if (value === undefined)
        throw Object.assign(new Error("no value"), { name: "ResourceNotFoundException" });
      return { SecretString: value };
    },
    async getRandomPassword(args: Record<string, unknown>) {
      call("getRandomPassword", args);
      return { RandomPassword: "r".repeat(TOKEN_LENGTH) };
    },
    async putSecretValue(args: Record<string, unknown>) {
      call("putSecretValue", args);
    },
    async updateSecretVersionStage(args: Record<string, unknown>) {
      call("updateSecretVersionStage", args);
    },
  };
}

const event = (step: string) => ({ Step: step, SecretId: "secret", ClientRequestToken: "new" });
const made = (client: { calls: Calls }) => client.calls.filter(([name]) => !name.startsWith("describe"));
const rotating = (value?: string) => ({
  old: { value: "o".repeat(TOKEN_LENGTH), stages: ["AWSCURRENT"] },
  new: { ...(value === undefined ? {} : { value }), stages: ["AWSPENDING"] },
});

describe("secret rotation", () => {
  it("creates a pending value, once", async () => {
    const first = fakeClient(rotating());
    await rotate(event("createSecret"), first);
    assert.deepEqual(made(first), [
      ["getSecretValue", { SecretId: "secret", VersionId: "new", VersionStage: "AWSPENDING" }],
      ["getRandomPassword", { PasswordLength: TOKEN_LENGTH, ExcludePunctuation: true }],
      [
        "putSecretValue",
        {
          SecretId: "secret",
          ClientRequestToken: "new",
          SecretString: "r".repeat(TOKEN_LENGTH),
          VersionStages: ["AWSPENDING"],
        },
      ],
    ]);
    const again = fakeClient(rotating("n".repeat(TOKEN_LENGTH)));
    await rotate(event("createSecret"), again);
    assert.deepEqual(
      made(again).map(([name]) => name),
      ["getSecretValue"],
    );
  });

  it("sets nothing elsewhere, because nothing else holds the token", async () => {
    const client = fakeClient(rotating());
    await rotate(event("setSecret"), client);
    assert.deepEqual(made(client), []);
  });

  it("tests that the pending value is there and as long as it must be", async () => {
    await rotate(event("testSecret"), fakeClient(rotating("n".repeat(TOKEN_LENGTH))));
    for (const value of [undefined, "", "short"]) {
      await assert.rejects(
        rotate(event("testSecret"), fakeClient(rotating(value))),
        new Error("The new version holds no value."),
      );
    }
  });

  it("makes the pending version the current one", async () => {
    const client = fakeClient(rotating("n".repeat(TOKEN_LENGTH)));
    await rotate(event("finishSecret"), client);
    assert.deepEqual(made(client), [
      [
        "updateSecretVersionStage",
        {
          SecretId: "secret",
          VersionStage: "AWSCURRENT",
          MoveToVersionId: "new",
          RemoveFromVersionId: "old",
        },
      ],
    ]);
  });

  it("gives a secret that had no current version its first", async () => {
    const client = fakeClient({ new: { value: "n".repeat(TOKEN_LENGTH), stages: ["AWSPENDING"] } });
    await rotate(event("finishSecret"), client);
    assert.deepEqual(made(client), [
      [
        "updateSecretVersionStage",
        { SecretId: "secret", VersionStage: "AWSCURRENT", MoveToVersionId: "new" },
      ],
    ]);
  });

  it("does nothing for a version that is current already", async () => {
    for (const step of ["createSecret", "setSecret", "testSecret", "finishSecret"]) {
      const client = fakeClient({ new: { stages: ["AWSCURRENT", "AWSPENDING"] } });
      await rotate(event(step), client);
      assert.deepEqual(made(client), []);
    }
  });

  it("refuses what is no step of a rotation in progress", async () => {
    const refuses = (step: string, client: ReturnType<typeof fakeClient>, message: string) =>
      assert.rejects(rotate(event(step), client), new Error(message));
    await refuses("constructor", fakeClient(rotating()), "The step is not one of a rotation's.");
    await refuses("createSecret", fakeClient(rotating(), false), "The secret does not rotate.");
    await refuses("createSecret", fakeClient({}), "The secret has no such version.");
    await refuses(
      "createSecret",
      fakeClient({ new: { stages: ["AWSPREVIOUS"] } }),
      "The version is not the one being rotated in.",
    );
  });

  it("passes on every other error, and no value with it", async () => {
    const client = {
      ...fakeClient(rotating()),
      getSecretValue: () => Promise.reject(new Error("throttled")),
    };
    await assert.rejects(rotate(event("createSecret"), client), new Error("throttled"));
  });
});
