/** The two parts of `Prisma.Sql` used here: texts, with a value between each two. */
interface Sql {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
}

/** Matches a text whose next value is compared with a row's tenant. */
const COMPARES = /(\btenant_uid|\btenants(\s+\w+)?\s+WHERE\s+(\w+\.)?uid)\s*(=|IN\s*\()\s*$/i
/** Creates rows that carry a tenant. */
const INSERTS = /\bINSERT\s+INTO\s+(?:\w+\s*\([^)]*\btenant_uid\b|tenants\s*\(\s*uid\b)/i
const NAMES_ROWS = /\b(FROM|JOIN|INTO|UPDATE|USING|TABLE|TRUNCATE)\b/i

/**
 * Whether raw SQL compares a row's tenant with this one (`WHERE tenant_uid = ${db.$tenantUid}`), sets it on rows that
 * it inserts, or touches no rows at all, such as a lock. That the uid is among the parameters somewhere
 * (`${db.$tenantUid} <> ''`) proves nothing.
 */
export function keepsToTenant({ strings, values }: Sql, tenantUid: string): boolean {
  const text = strings.join('$')
  if (!NAMES_ROWS.test(text)) return true
  const places = values.flatMap((value, index) => (value === tenantUid ? [strings[index] ?? ''] : []))
  return places.some((before) => COMPARES.test(before)) || (places.length > 0 && INSERTS.test(text))
}
