import { Prisma } from '../prisma-client/client.ts'

/** What raw SQL is sent with, as Prisma's own functions of these names are called. */
export interface RawSql {
  $queryRaw: <Rows = unknown>(sql: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]) => Promise<Rows>
  /** @returns how many rows were touched. */
  $executeRaw: (sql: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]) => Promise<number>
}

type Asked = (sql: Prisma.Sql) => Promise<{ rows: object[]; rowCount: number | null }>

/** The client with raw SQL that goes this way, and with what else is to be its own. */
export function withRawSql<Client extends object, More extends object = object>(
  client: Client,
  send: Asked,
  more?: More,
): Omit<Client, keyof RawSql | keyof More> & RawSql & More {
  const raw: RawSql = {
    // What a statement answers is what whoever wrote it says.
    $queryRaw: async <Rows>(...sql: Parameters<RawSql['$queryRaw']>) => (await send(toSql(...sql))).rows as Rows,
    $executeRaw: async (...sql) => (await send(toSql(...sql))).rowCount ?? 0,
  }
  // Prisma's client is a proxy: what is assigned to an object made of it would become its own.
  return Object.create(client, Object.getOwnPropertyDescriptors({ ...raw, ...more }))
}

const toSql: (...sql: Parameters<RawSql['$queryRaw']>) => Prisma.Sql = (sql, ...values) =>
  sql instanceof Prisma.Sql ? sql : Prisma.sql(sql, ...values)
