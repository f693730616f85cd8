import type { Element, Subject } from "../../core";

/** The production and shadow variants of an endpoint configuration, as far as they are known. */
export function variantsOf(subject: Subject): readonly Element[] {
  return ["productionVariants", "shadowProductionVariants"].flatMap((property) => {
    const list = subject.properties.list(property);
    return list.state === "known" ? list.value : [];
  });
}
