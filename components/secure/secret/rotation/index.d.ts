/** How Secrets Manager calls the function: one step of a rotation at a time. */
export interface RotationEvent {
  readonly Step: string;
  readonly SecretId: string;
  /** The id of the version that is being rotated in. */
  readonly ClientRequestToken: string;
}

/** The calls that a rotation makes, as the SDK's `SecretsManager` has them. */
export interface RotationClient {
  describeSecret(args: object): Promise<object>;
  getSecretValue(args: object): Promise<object>;
  getRandomPassword(args: object): Promise<object>;
  putSecretValue(args: object): Promise<unknown>;
  updateSecretVersionStage(args: object): Promise<unknown>;
}

/** The length of a token, in characters. */
export const TOKEN_LENGTH: number;
/**
 * Makes one step of a rotation.
 * @throws Error when the step, the secret or the version is not one of a rotation in progress.
 */
export function rotate(event: RotationEvent, client: RotationClient): Promise<void>;
/** What Lambda calls. */
export function handler(event: RotationEvent): Promise<void>;
