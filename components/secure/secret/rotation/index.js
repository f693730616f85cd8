"use strict";

/**
 * Rotates a generated token: a new random value takes the old one's place. Secrets Manager calls it four times
 * for each rotation, once for each step:
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 * No value is ever logged or returned.
 */

const TOKEN_LENGTH = 48;

/** What each step does. `client` has one method for each call that is made to Secrets Manager. */
const STEPS = {
  async createSecret(client, secretId, version) {
    if (await hasValue(client, secretId, version)) return;
    const { RandomPassword } = await client.getRandomPassword({
      PasswordLength: TOKEN_LENGTH,
      ExcludePunctuation: true,
    });
    await client.putSecretValue({
      SecretId: secretId,
      ClientRequestToken: version,
      SecretString: RandomPassword,
      VersionStages: ["AWSPENDING"],
    });
  },

  /** Nothing else holds the token, so there is nothing to set. */
  async setSecret() {},

  async testSecret(client, secretId, version) {
    if (!(await hasValue(client, secretId, version))) throw new Error("The new version holds no value.");
  },

  async finishSecret(client, secretId, version) {
    const { VersionIdsToStages: stages = {} } = await client.describeSecret({ SecretId: secretId });
    const current = Object.keys(stages).find((id) => stages[id].includes("AWSCURRENT"));
    if (current === version) return;
    await client.updateSecretVersionStage({
      SecretId: secretId,
      VersionStage: "AWSCURRENT",
      MoveToVersionId: version,
      ...(current === undefined ? {} : { RemoveFromVersionId: current }),
    });
  },
};

async function hasValue(client, secretId, version) {
  try {
    const found = await client.getSecretValue({
      SecretId: secretId,
      VersionId: version,
      VersionStage: "AWSPENDING",
    });
    return typeof found.SecretString === "string" && found.SecretString.length >= TOKEN_LENGTH;
  } catch (error) {
    if (error.name === "ResourceNotFoundException") return false;
    throw error;
  }
}

/** Refuses a call for a secret that does not rotate, or for a version that is not the one being made. */
async function demandPending(client, secretId, version) {
  const secret = await client.describeSecret({ SecretId: secretId });
  if (secret.RotationEnabled !== true) throw new Error("The secret does not rotate.");
  const stages = secret.VersionIdsToStages?.[version];
  if (stages === undefined) throw new Error("The secret has no such version.");
  if (stages.includes("AWSCURRENT")) return false;
  if (!stages.includes("AWSPENDING")) throw new Error("The version is not the one being rotated in.");
  return true;
}

/**
 * One step of a rotation.
 * @param event `{ Step, SecretId, ClientRequestToken }`, as Secrets Manager sends it.
 */
async function rotate(event, client) {
  const { Step: step, SecretId: secretId, ClientRequestToken: version } = event;
  if (!Object.hasOwn(STEPS, step)) throw new Error("The step is not one of a rotation's.");
  if (await demandPending(client, secretId, version)) await STEPS[step](client, secretId, version);
}

/** The SDK comes with the Lambda runtime. It is loaded when a call is made, so that tests do without it. */
async function handler(event) {
  const { SecretsManager } = require("@aws-sdk/client-secrets-manager");
  await rotate(event, new SecretsManager({}));
}

module.exports = { handler, rotate, TOKEN_LENGTH };
