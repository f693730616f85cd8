"use strict";

// The Pulumi SDK takes a stack trace for every promise, which is most of the time of a large program. Mocha asks for
// endless ones; without them a failed assertion still shows its values. MLPLATFORM_DEBUG=1 brings them back.
Error.stackTraceLimit = process.env.MLPLATFORM_DEBUG ? 50 : 0;
