import { isText, isTrue, type Subject, type Value } from "../../core";
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
 * `CapacityReservation` that names one. A reservation that is set but not known yet counts: being set is what matters.
 */
export function isCommitted(subject: Subject): boolean | "unknown" {
  const { properties } = subject;
  if (subject.type === "aws:ec2/spotInstanceRequest:SpotInstanceRequest") return true;
  if (subject.type === "aws:ec2/spotFleetRequest:SpotFleetRequest") return true;
  const answers = [
    ...RESERVATIONS.map((path) => isReserved(subject, path)),
    ...Object.entries(MARKETS).map(([path, values]) =>
      answered(properties.get(path), (value) => values.includes(value)),
    ),
    answered(properties.get("enableManagedSpotTraining"), isTrue),
    answered(tagOf(subject, "CapacityReservation").value, isText),
  ];
  if (answers.includes(true)) return true;
  return answers.includes("unknown") ? "unknown" : false;
}

const answered = (value: Value, accepts: (value: unknown) => boolean): boolean | "unknown" =>
  value.state === "unknown" ? "unknown" : value.state === "known" && accepts(value.value);

/** A reservation whose input, or a part of it, is set; what it stands in may not be known as a whole. */
function isReserved({ properties }: Subject, path: string): boolean | "unknown" {
  const owner = path.slice(0, path.lastIndexOf("."));
  if (properties.get(owner).state === "unknown") return "unknown";
  return properties.get(path).state !== "unset";
}

/** The same for one variant of an endpoint: it has a reservation of its own. */
export function isCommittedAt(subject: Subject, path: string): boolean | "unknown" {
  const owner = path.replace(/\.?[^.[\]]+(\[\d+\])?$/, "");
  if (owner === "") return false;
  return isReserved(subject, `${owner}.capacityReservationConfig.mlReservationArn`);
}
