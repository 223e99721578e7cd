import { z } from 'zod'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'

interface PlanNode {
  'Node Type': string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number | undefined
  Plans?: PlanNode[] | undefined
}
const nodeSchema: z.ZodType<PlanNode> = z.lazy(() =>
  z.looseObject({
    'Node Type': z.string(),
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.number().optional(),
    Plans: z.array(nodeSchema).optional(),
  }),
)
const answerSchema = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeSchema })]) })])

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** Runs a statement and returns PostgreSQL's plan with actual figures, node by node. */
export async function runExplained(db: TenantClient, statement: Prisma.Sql): Promise<PlanNode[]> {
  const rows = await db.$queryRaw(Prisma.sql`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${statement}`)
  return nodesOf(answerSchema.parse(rows)[0]['QUERY PLAN'][0].Plan)
}

/** Rows that the busiest node looked at, including those that it filtered out. */
export const rowsRead = (nodes: readonly PlanNode[]): number =>
  Math.max(...nodes.map((node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']))
