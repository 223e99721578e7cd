import { z } from 'zod'

export type StringMap = Readonly<Record<string, string>>

/** What clients call metadata, as stored: maps are JSON. */
export interface StoredMeta {
  uid: string
  name: string
  labels: string
  annotations: string
  createdAt: Date
  modifiedAt: Date
}

interface MetaInput {
  labels?: StringMap | null | undefined
  annotations?: StringMap | null | undefined
}

const stringMap = z.record(z.string(), z.string())

/** A stored map; empty if absent. */
export const readStringMap = (text: string | undefined): StringMap =>
  text === undefined ? {} : stringMap.parse(JSON.parse(text))

/** A row's v1ObjectMeta; `added` are annotations besides its own. */
export const presentMeta = (row: StoredMeta, added: StringMap = {}) => ({
  uid: row.uid,
  name: row.name,
  labels: readStringMap(row.labels),
  annotations: { ...readStringMap(row.annotations), ...added },
  creationTimestamp: row.createdAt.toISOString(),
  lastModifiedTimestamp: row.modifiedAt.toISOString(),
})

/**
 * The columns for what a client sent. Maps are replaced as a whole, since clients remove an entry by leaving it out.
 */
export const metaColumns = ({ labels, annotations }: MetaInput) => ({
  labels: JSON.stringify(labels ?? {}),
  annotations: JSON.stringify(annotations ?? {}),
})
