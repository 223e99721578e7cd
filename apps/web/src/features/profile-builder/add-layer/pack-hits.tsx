import { cloudName, layerName } from '../../../shared/ui/words/profile-words.ts'
import type { FoundPack } from './search-packs.ts'

export interface PackHit {
  pack: FoundPack
  misfit: { reason: string; isRefused: boolean } | null
}

interface PackHitsProps {
  hits: readonly PackHit[]
  chosen: string | null
  onChoose: (pack: FoundPack) => void
}

/** The packs found; those that do not fit come last and say why. */
export function PackHits({ hits, chosen, onChoose }: PackHitsProps) {
  return (
    <ul className="wb-hits" aria-label="Packs">
      {hits.map((hit) => (
        <li key={hit.pack.name}>
          <Hit hit={hit} isChosen={hit.pack.name === chosen} onChoose={() => onChoose(hit.pack)} />
        </li>
      ))}
    </ul>
  )
}

function Hit({ hit: { pack, misfit }, isChosen, onChoose }: { hit: PackHit; isChosen: boolean; onChoose: () => void }) {
  const isRefused = misfit?.isRefused === true
  const [newest] = pack.registries
  return (
    <button
      type="button"
      className="wb-hit"
      data-layer={pack.layer}
      aria-pressed={isChosen}
      aria-disabled={isRefused}
      onClick={isRefused ? undefined : onChoose}
    >
      <strong>{pack.displayName || pack.name}</strong>
      <span>{newest?.latestVersion}</span>
      <span className="wb-hit-facts">{factsOf(pack)}</span>
      {misfit && <span className="wb-hit-facts">{misfit.reason}</span>}
    </button>
  )
}

/** Packs with the same display name are distinguished by name, cloud and registry. */
const factsOf = ({ name, displayName, layer, cloudTypes, registries }: FoundPack): string =>
  [
    ...(displayName === '' || displayName === name ? [] : [name]),
    layerName(layer),
    ...(cloudTypes.length === 0 ? [] : [cloudTypes.map(cloudName).join(', ')]),
    registries.map((registry) => registry.name).join(', '),
  ].join(' · ')
