import { Prisma } from '../prisma-client/client.ts'

/** Raw SQL with the signatures of Prisma's functions of the same names. */
export interface RawSql {
  $queryRaw: <Rows = unknown>(sql: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]) => Promise<Rows>
  /** @returns the number of rows touched */
  $executeRaw: (sql: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]) => Promise<number>
}

type Asked = (sql: Prisma.Sql) => Promise<{ rows: object[]; rowCount: number | null }>

/** The client with its raw SQL functions replaced by `send`, and with the properties of `more`. */
export function withRawSql<Client extends object, More extends object = object>(
  client: Client,
  send: Asked,
  more?: More,
): Omit<Client, keyof RawSql | keyof More> & RawSql & More {
  const raw: RawSql = {
    // The row type is a claim of the caller's.
    $queryRaw: async <Rows>(...sql: Parameters<RawSql['$queryRaw']>) => (await send(toSql(...sql))).rows as Rows,
    $executeRaw: async (...sql) => (await send(toSql(...sql))).rowCount ?? 0,
  }
  // Prisma's client is a proxy: assigning to an object derived from it would change the client itself.
  return Object.create(client, Object.getOwnPropertyDescriptors({ ...raw, ...more }))
}

const toSql: (...sql: Parameters<RawSql['$queryRaw']>) => Prisma.Sql = (sql, ...values) =>
  sql instanceof Prisma.Sql ? sql : Prisma.sql(sql, ...values)
