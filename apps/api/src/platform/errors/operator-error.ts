/** What the operator can fix, said in one line that needs no stack trace. */
export class OperatorError extends Error {}
