import { Prisma } from './prisma.ts'

/** A user's name, or their e-mail if they have none; `user` is their table's name in the statement. */
export const personName = (user: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(nullif(btrim(${user}.first_name || ' ' || ${user}.last_name), ''), ${user}.email)`
