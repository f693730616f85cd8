import { z } from "zod";
import { LONGEST_CRITICAL_DAYS, LONGEST_DAYS, SHORTEST_REASON, TICKET } from "./rules";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const selectorShape = z
  .strictObject({
    stack: z
      .string()
      .optional()
      .describe("The stack that the resources are in. Required unless a urn is given."),
    urn: z.string().optional().describe("One resource, by its URN."),
    name: z.string().optional().describe("The resource's name; * stands for any text."),
    type: z.string().optional().describe("The resource's full type token, such as aws:s3/bucket:Bucket."),
    tag: z
      .strictObject({ name: z.string(), value: z.string() })
      .optional()
      .describe("A tag that the resource carries."),
  })
  .describe("Which resources are meant: a urn, or a stack with a type, a tag or a name that is more than *.");

/** One exception, in the shape in which it is written. Its meaning is judged by the rules. */
export const recordShape = z.strictObject({
  id: z.string().min(1).describe("A name of its own, such as EX-1."),
  ticket: z.string().describe("The ticket in which it was asked for and decided, such as SEC-123."),
  control: z.string().describe("The control that is excepted. npm run policy -- list names them all."),
  finding: z
    .string()
    .optional()
    .describe("The one finding of the control that is meant. Default: all of them."),
  select: selectorShape,
  reason: z.string().describe(`Why, in at least ${SHORTEST_REASON} characters.`),
  category: z
    .enum(["waiver", "mitigated"])
    .describe("Whether the risk is accepted, or met in another way (then compensatingControl says how)."),
  compensatingControl: z.string().optional().describe("What mitigates the risk instead."),
  requestedBy: z.string().min(1).describe("Who asked."),
  approvedBy: z
    .array(z.string().min(1))
    .describe(
      "Who approved, of the list of approvers and never who asked: one, for resources judged as prod two.",
    ),
  createdOn: z
    .string()
    .describe(
      "The day on which it was given, as YYYY-MM-DD, in UTC: it counts from then, and is never a later day.",
    ),
  expiresOn: z
    .string()
    .describe(
      `The last day, as YYYY-MM-DD, in UTC: at most ${LONGEST_DAYS} days, ${LONGEST_CRITICAL_DAYS} for a critical control.`,
    ),
});

/** The file `exceptions.yaml`, records not yet read. */
export const fileShape = z.strictObject({
  approvers: z.array(z.string()).default([]),
  exceptions: z.array(z.unknown()).default([]),
});

/** The JSON Schema that `exceptions.yaml` names in its first line, so that editors complete and check it. */
export function exceptionsSchema(): Readonly<Record<string, unknown>> {
  const record = recordShape.extend({
    ticket: recordShape.shape.ticket.regex(TICKET),
    reason: recordShape.shape.reason.min(SHORTEST_REASON),
    createdOn: recordShape.shape.createdOn.regex(DAY),
    expiresOn: recordShape.shape.expiresOn.regex(DAY),
  });
  const whole = z.strictObject({
    approvers: z.array(z.string()).optional().describe("Who may approve. Empty: anybody but who asked."),
    exceptions: z.array(record).optional().describe("The exceptions, each judged at every check."),
  });
  const { $schema, ...schema } = z.toJSONSchema(whole, { target: "draft-7", io: "input" });
  return { $schema, title: "Exceptions from the controls of the policy pack", ...schema };
}
