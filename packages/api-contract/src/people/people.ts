import { z } from 'zod'
import { objectEntitySchema } from '../shapes/object-meta.ts'
import { listMetaSchema, pagingQuerySchema } from '../shapes/paging.ts'

const rolesHeld = z.array(z.string()).describe('Names of roles held directly, not by a team')

/** A user as the console shows them, with the roles that they hold. */
export const personSchema = z
  .object({
    uid: z.string(),
    name: z.string().describe('The e-mail where there is no name'),
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    isActive: z.boolean(),
    hasPassword: z.boolean().describe('Whether a password of theirs was ever set'),
    hasOpenLink: z.boolean().describe('Whether a link by which the password can be set is waiting to be used'),
    isLinked: z.boolean().describe('Whether somebody at the identity provider of the tenant is known to be them'),
    hasExpiredLink: z.boolean().describe('Whether such a link was never used and has expired'),
    createdAt: z.string(),
    lastSeenAt: z.string().nullable().describe('By session, token or API key; null for never'),
    tenantRoles: rolesHeld,
    projects: z.array(z.object({ uid: z.string(), name: z.string(), roles: rolesHeld })),
    teams: z.array(objectEntitySchema),
  })
  .meta({
    examples: [
      {
        uid: '64ea8e2c3040297344b1c0aa',
        name: 'Ada Miller',
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: 'Miller',
        isActive: true,
        hasPassword: true,
        hasOpenLink: false,
        isLinked: false,
        hasExpiredLink: false,
        createdAt: '2026-06-01T08:00:00.000Z',
        lastSeenAt: '2026-11-28T09:30:00.000Z',
        tenantRoles: ['Tenant Viewer'],
        projects: [{ uid: '5e2031962f090e2d3d8a3290', name: 'Default', roles: ['Project Admin'] }],
        teams: [{ uid: '64ea8e2c3040297344b1c0bb', name: 'Payments' }],
      },
    ],
  })

export const peopleQuerySchema = pagingQuerySchema.extend({
  search: z.string().max(253).optional().describe('Part of the name or e-mail'),
  state: z.enum(['active', 'disabled']).optional().describe('Absent: both'),
  sort: z.enum(['name', 'lastSeenAt']).optional().describe('Absent: by name'),
  order: z.enum(['asc', 'desc']).optional().describe('Who was never here comes last in either'),
})

export const peopleSchema = z.object({ items: z.array(personSchema), listmeta: listMetaSchema })

export type PersonBody = z.infer<typeof personSchema>
export type PeopleBody = z.infer<typeof peopleSchema>
export type PeopleQuery = z.infer<typeof peopleQuerySchema>
