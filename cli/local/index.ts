/** `npm run local`: an environment on the real Pulumi engine, with stand-ins for AWS and no account. */
export { localCommand, type LocalCommandOptions } from "./local-command";
