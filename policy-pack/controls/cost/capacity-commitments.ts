import type { Subject } from "../../core";
import { isTrue } from "../../core";
import { tagOf } from "../../core/tags";

/** Inputs that, once set, tie a machine to capacity that was reserved for it. */
const RESERVATIONS = [
  "capacityReservationSpecification.capacityReservationTarget",
  "resourceConfig.trainingPlanArn",
];

/** Inputs that ask for spot machines or a reserved block, and the values with which they do. */
const MARKETS: Readonly<Record<string, readonly unknown[]>> = {
  "instanceMarketOptions.marketType": ["spot", "capacity-block"],
  capacityType: ["SPOT", "CAPACITY_BLOCK"],
  "computeResources.type": ["SPOT"],
};

/**
 * Whether somebody thought of what large machines cost: spot, a reservation, a training plan, or a tag
 * `CapacityReservation` that names one. What is set but not known yet counts.
 */
export function isCommitted(subject: Subject): boolean {
  const { properties } = subject;
  if (subject.type === "aws:ec2/spotInstanceRequest:SpotInstanceRequest") return true;
  if (subject.type === "aws:ec2/spotFleetRequest:SpotFleetRequest") return true;
  if (RESERVATIONS.some((path) => properties.get(path).state !== "unset")) return true;
  const byMarket = Object.entries(MARKETS).some(([path, values]) => {
    const value = properties.get(path);
    return value.state === "unknown" || (value.state === "known" && values.includes(value.value));
  });
  const spotTraining = properties.get("enableManagedSpotTraining");
  const tag = tagOf(subject, "CapacityReservation").value;
  return (
    byMarket ||
    (spotTraining.state === "known" && isTrue(spotTraining.value)) ||
    (tag.state === "known" && String(tag.value).trim() !== "")
  );
}

/** The same for one variant of an endpoint: it has a reservation of its own. */
export function isCommittedAt(subject: Subject, path: string): boolean {
  const owner = path.replace(/\.?[^.[\]]+(\[\d+\])?$/, "");
  if (owner === "") return false;
  const own = subject.properties.get(`${owner}.capacityReservationConfig.mlReservationArn`);
  return own.state !== "unset";
}
