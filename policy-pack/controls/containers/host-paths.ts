/**
 * Folders of a host that hold its own files and secrets, or the socket of what starts containers; and the disks and the
 * memory that it has them on.
 */
const SENSITIVE =
  /^\/?$|^\/(boot|etc|home|proc|root|sys|usr|run|var\/run|var\/lib\/(docker|containerd|ecs|kubelet)|var\/lib|var)(\/|$)|^\/dev\/?$|^\/dev\/(sd|xvd|vd|nvme|k?mem|dm-|mapper)/;

/** Whether a container that is given a path of its host is given the host: `/`, `/etc`, `/var/run/docker.sock`. */
export function isSensitiveHostPath(path: unknown): boolean {
  const text = String(path).replace(/\/+/g, "/");
  return SENSITIVE.test(text) || text.split("/").includes("..");
}
