import { api, type ApiError } from '@waybill/api-client'
import type { PackSearchResponse } from '@waybill/api-contract'
import type { LayerKind } from '@waybill/profile-format'
import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../../shared/http/use-answer.ts'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'

export type FoundPack = PackSearchResponse['items'][number]['spec']

interface Search {
  text: string
  /** Kinds that can be added now; empty for any. */
  layers: readonly LayerKind[]
  cloudType: string
}

type Found = { state: 'asking' } | { state: 'failed'; error: ApiError } | ({ state: 'found' } & Hits)

interface Hits {
  packs: readonly FoundPack[]
  count: number
}

const MOST_HITS = 50

/** Packs by name: those that fit are asked for by themselves, so that the others never crowd them out. */
export function usePackSearch({ text, layers, cloudType }: Search): Found {
  const scope = useScope()
  const key = JSON.stringify([text, layers, cloudType])
  const [found, setFound] = useState<{ of: string; found: Found } | null>(null)
  useEffect(() => {
    const [name, wanted, cloud] = JSON.parse(key) as [string, string[], string]
    const connection = connectionOf(scope)
    const ask = async (signal: AbortSignal) => {
      const search = (filter: object) =>
        api.packs.search(connection, {
          query: { limit: MOST_HITS, offset: 0 },
          body: { filter: { search: name, ...filter } },
          signal,
        })
      const [fitting, all] = await Promise.all([search({ layer: wanted, environment: [cloud] }), search({})])
      return { of: key, found: foundOf(fitting, all) }
    }
    return awaitAnswer(ask, setFound)
  }, [scope, key])
  return found?.of === key ? found.found : { state: 'asking' }
}

type Answer = Awaited<ReturnType<typeof api.packs.search>>

function foundOf(fitting: Answer, all: Answer): Found {
  if (!fitting.ok) return { state: 'failed', error: fitting.error }
  if (!all.ok) return { state: 'failed', error: all.error }
  const items = [...fitting.value.items, ...all.value.items].map(({ spec }) => [spec.name, spec] as const)
  return { state: 'found', packs: [...new Map(items).values()], count: all.value.listmeta.count }
}
