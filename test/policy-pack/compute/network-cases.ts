import { declare } from "../support/resources";

export const privateSubnet = declare("ec2/subnet:Subnet", "private", { cidrBlock: "10.0.1.0/24" });
export const publicSubnet = declare("ec2/subnet:Subnet", "public", {
  cidrBlock: "10.0.9.0/24",
  mapPublicIpOnLaunch: true,
});
