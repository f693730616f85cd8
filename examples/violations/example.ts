/** A control that fires besides the one that an example is for, and why it does. */
export interface AlsoFires {
  readonly control: string;
  readonly why: string;
}

/** A small program with a mistake that people really make, and the same program mended. */
export interface Example {
  /** The folder's name, unique. */
  readonly name: string;
  /** The control that blocks it. */
  readonly control: string;
  /** The stack to run it in: a tier in which the control is mandatory. */
  readonly tier: "dev" | "staging" | "prod";
  /** What happened, in one sentence. */
  readonly mistake: string;
  /** Controls that fire as well while the mistake is there. Nothing else does, and mended nothing at all. */
  readonly others: readonly AlsoFires[];
  /** Registers the resources: with the mistake, or mended. */
  readonly program: (mended: boolean) => void;
}
