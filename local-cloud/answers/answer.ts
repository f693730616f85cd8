/**
 * "What AWS would answer": the one table that feeds the stand-in providers, the offline check and the unit
 * tests' mocks. It answers with ids, ARNs and computed outputs of the true shape, and nothing more.
 */
export interface AnswerContext {
  /** The account that the provider acts in: twelve digits. */
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** The resource's logical name, for those that AWS would name itself. */
  readonly name: string;
  /** Hexadecimal digits, the same for the same resource in every run: the source of its generated ids. */
  readonly unique: string;
}

/** What a created resource answers: its id, and the outputs that are not simply its inputs. */
export interface Answer {
  readonly id: string;
  readonly outputs: Readonly<Record<string, unknown>>;
}

export type Answerer = (inputs: Readonly<Record<string, unknown>>, context: AnswerContext) => Answer;

/** The table has no entry for a data source: its token is in the message, so that it can be added. */
export class UnknownInvokeError extends Error {
  constructor(readonly token: string) {
    super(`No answer is known for the data source ${token}: add one to local-cloud/answers/invokes.ts.`);
  }
}
