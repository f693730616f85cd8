/**
 * What AWS answers for one resource type, as templates (`template.ts`). The forms of ARNs are those of the
 * Service Authorization Reference: https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
export interface ResourceFacts {
  /** The form of the id, as the provider's own documentation of imports gives it. */
  readonly id: string;
  /** The form of the ARN, for types that have one. `{id}` may be used. */
  readonly arn?: string;
  /** The output that holds the ARN. Default: `arn`. */
  readonly arnProperty?: string;
  /** Other outputs that only AWS decides; `{id}` and `{arn}` may be used in their strings. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** Where its name must be unique: in all of AWS, or in the account (and region, where the service has them). */
  readonly unique?: "global" | "account";
  /** What tells it from others of the type, where the id alone doesn't: a parent and `{id}`. */
  readonly key?: string;
}

/** The facts of one service, by full type token. */
export type ServiceFacts = Readonly<Record<string, ResourceFacts>>;

/** A moment that all answers share, so that they are the same in every run. */
export const CREATED_AT = "2026-01-01T00:00:00Z";
