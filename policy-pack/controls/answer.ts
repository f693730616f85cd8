/** Whether something holds: surely, surely not, or not to be told before deployment. */
export type Answer = "yes" | "no" | "unknown";
