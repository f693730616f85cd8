import type { PackSettings } from "../../../policy-pack/contract/control";

/** A well-made program, as the people of another company might write it. */
export interface Program {
  readonly name: string;
  /** Where AWS recommends what it does. */
  readonly sources: readonly string[];
  /** The stack that it is, and so the tier. @default "prod" */
  readonly stack?: "dev" | "prod";
  /** What its company approves of besides. @default nothing */
  readonly approves?: Partial<PackSettings>;
  readonly run: () => void;
}
