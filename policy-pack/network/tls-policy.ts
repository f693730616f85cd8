/**
 * Whether a security policy of a load balancer refuses TLS below 1.2. Its name says the least version that it takes:
 * `ELBSecurityPolicy-TLS13-1-2-…` and `-TLS-1-2-…` and `-FS-1-2-…` take 1.2, `…-1-3-…` takes 1.3; older names, such as
 * `ELBSecurityPolicy-2016-08` and `-FS-2018-06`, say nothing and take 1.0.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export function isModernTlsPolicy(name: unknown): boolean {
  return typeof name === "string" && /^ELBSecurityPolicy-(TLS13|TLS|FS)-1-[23](-|$)/.test(name);
}
