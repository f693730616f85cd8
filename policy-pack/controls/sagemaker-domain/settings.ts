import { type Element, type Subject } from "../../core";
import { propertiesOf } from "../../core/properties";

export const DOMAIN = "aws:sagemaker/domain:Domain";
export const USER_PROFILE = "aws:sagemaker/userProfile:UserProfile";

/** The settings that a domain gives all its users, or that one user has, where they are set. */
export function userSettingsOf(subject: Subject): Element {
  const path = subject.type === DOMAIN ? "defaultUserSettings" : "userSettings";
  const value = subject.properties.get(path);
  return { path, value, properties: propertiesOf(value.state === "known" ? value.value : undefined, path) };
}
