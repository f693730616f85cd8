import type { Element, Subject } from "../../core";

/** Where an endpoint configuration has its variants. */
export const VARIANTS: readonly string[] = ["productionVariants", "shadowProductionVariants"];

/** The production and shadow variants of an endpoint configuration, as far as they are known. */
export function variantsOf(subject: Subject): readonly Element[] {
  return VARIANTS.flatMap((property) => {
    const list = subject.properties.list(property);
    return list.state === "known" ? list.value : [];
  });
}
