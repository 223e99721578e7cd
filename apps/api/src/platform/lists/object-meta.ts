import { z } from 'zod'

export type StringMap = Readonly<Record<string, string>>

/** What clients call metadata, as rows keep it: maps as JSON. */
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

/** A map as rows keep it; empty where there is none. */
export const readStringMap = (text: string | undefined): StringMap =>
  text === undefined ? {} : stringMap.parse(JSON.parse(text))

/** v1ObjectMeta of a row; `added` are annotations that do not stand among its own. */
export const presentMeta = (row: StoredMeta, added: StringMap = {}) => ({
  uid: row.uid,
  name: row.name,
  labels: readStringMap(row.labels),
  annotations: { ...readStringMap(row.annotations), ...added },
  creationTimestamp: row.createdAt.toISOString(),
  lastModifiedTimestamp: row.modifiedAt.toISOString(),
})

/** The columns of what a client sent: the whole maps, since a map without an entry is how clients remove it. */
export const metaColumns = ({ labels, annotations }: MetaInput) => ({
  labels: JSON.stringify(labels ?? {}),
  annotations: JSON.stringify(annotations ?? {}),
})
