import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import type { LayerKind } from '@waybill/profile-format'
import { useState } from 'react'
import { useAnswer } from '../../../shared/http/use-answer.ts'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { ListSearch } from '../../../shared/ui/list/list-search.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { useBuilder } from '../state/builder-store.ts'
import { addableLayers, type ProfileShape } from '../state/profile-shape.ts'
import { stackOf } from '../state/stack-texts.ts'
import { packMisfit } from './pack-fit.ts'
import { type PackHit, PackHits } from './pack-hits.tsx'
import { type FoundPack, type PackQuestion, searchPacks } from './search-packs.ts'

interface PackSearchProps {
  shape: ProfileShape
  /** The only kind to search for; null for all kinds that can be added. */
  kind: LayerKind | null
  chosen: string | null
  isFocused: boolean
  onChoose: (pack: FoundPack) => void
}

export function PackSearch({ shape, kind, chosen, isFocused, onChoose }: PackSearchProps) {
  const [text, setText] = useState('')
  const texts = useBuilder((state) => state.texts)
  const stack = stackOf(texts)
  const layers = kind === null ? addableLayers(shape, stack) : [kind]
  const question = { text, layers, cloudType: shape.cloudType }
  const toHits = (packs: readonly FoundPack[]) => hitsOf(packs, { shape, stack }, kind)
  return (
    <div className="wb-pack-search">
      <ListSearch fields="name of a pack or chart" search={text} onSearch={setText} autoFocus={isFocused} />
      <FoundPacks key={JSON.stringify(question)} {...{ question, toHits, chosen, onChoose }} />
    </div>
  )
}

interface FoundPacksProps extends Pick<PackSearchProps, 'chosen' | 'onChoose'> {
  question: PackQuestion
  toHits: (packs: readonly FoundPack[]) => PackHit[]
}

/** The packs found for one query. */
function FoundPacks({ question, toHits, chosen, onChoose }: FoundPacksProps) {
  const connection = useConnection()
  const found = useAnswer((signal) => searchPacks(connection, question, signal), '')
  if (found === null) return <Skeleton height="10rem" screenreaderText="Looking for packs" />
  if (!found.ok) return <p role="alert">{failureLine(found.error)}</p>
  const { packs, count } = found.value
  return (
    <>
      <p role="status" className="wb-subtle">
        {counted(count, 'pack')}
        {count > packs.length && '; search to see others'}
      </p>
      <PackHits hits={toHits(packs)} chosen={chosen} onChoose={onChoose} />
    </>
  )
}

function hitsOf(packs: readonly FoundPack[], fitting: Parameters<typeof packMisfit>[1], kind: LayerKind | null) {
  const rank = ({ pack, misfit }: ReturnType<typeof hitOf>) =>
    misfit === null ? (kind === null || pack.layer === kind ? 0 : 1) : misfit.isRefused ? 3 : 2
  const hitOf = (pack: FoundPack) => ({ pack, misfit: packMisfit(pack, fitting) })
  return packs.map(hitOf).toSorted((a, b) => rank(a) - rank(b))
}
