import type { Problem } from '@waybill/profile-format'
import type { FastifyReply } from 'fastify'
import { warningsHeader } from '../errors/warnings.ts'

export const WARNINGS_HEADER = 'Waybill-Warnings'

/** Sends warnings with a success, in a header, so that responses without a body have them too. */
export function sendWarnings(reply: FastifyReply, problems: readonly Problem[]): void {
  if (problems.length > 0) void reply.header(WARNINGS_HEADER, warningsHeader(problems))
}
