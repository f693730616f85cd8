import table from "../tables/actions.json";
import { patternTest } from "./wildcard";

/** What AWS says of one action. */
export interface ActionFacts {
  /** With its service: `s3:GetObject`. */
  readonly name: string;
  /** Whether it only reads or lists. */
  readonly reads: boolean;
  /** Whether a policy may name the resources that it is used on. */
  readonly scopable: boolean;
}

/** A row of the table: names of actions, with spaces between, by what they do. */
type Row = Readonly<Partial<Record<"read" | "readUnscoped" | "write" | "writeUnscoped", string>>>;

const ROWS: Readonly<Record<string, Row>> = table;
const services = new Map<string, readonly ActionFacts[]>();
const patterns = new Map<string, readonly ActionFacts[]>();

/** The actions that a pattern covers: `s3:Get*`, `*`, `iam:PassRole`. None when AWS has no such action. */
export function actionsCoveredBy(pattern: string): readonly ActionFacts[] {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const ofService = patternTest(pattern.split(":")[0] ?? "", { ignoreCase: true });
  const ofAction = patternTest(pattern, { ignoreCase: true });
  const candidates = Object.keys(ROWS).filter(ofService);
  const covered = candidates.flatMap(actionsOf).filter((action) => ofAction(action.name));
  patterns.set(pattern, covered);
  return covered;
}

function actionsOf(service: string): readonly ActionFacts[] {
  const known = services.get(service);
  if (known !== undefined) return known;
  const row = ROWS[service] ?? {};
  const named = (names: string | undefined, reads: boolean, scopable: boolean): readonly ActionFacts[] =>
    names === undefined
      ? []
      : names.split(" ").map((name) => ({ name: `${service}:${name}`, reads, scopable }));
  const actions = [
    ...named(row.read, true, true),
    ...named(row.readUnscoped, true, false),
    ...named(row.write, false, true),
    ...named(row.writeUnscoped, false, false),
  ];
  services.set(service, actions);
  return actions;
}
