import { z } from 'zod'
import { uidBodySchema } from '../shapes/uid.ts'

/** Of operations that make something. */
export const created = { 201: uidBodySchema } as const

/** Of operations that have nothing to say. */
export const noContent = { 204: z.null() } as const
