import {
  isFloatingTag,
  packNameOf,
  type DocumentPack,
  type ImportDecisions,
  type ProfileDocument,
} from '@waybill/profile-format'

/** A pack that a layer asks for; `prefix` is the fixed part of a floating tag. */
export interface WantedPack {
  name: string
  version: string
  prefix?: string
}

export interface FactsQuestion {
  /** Under which the profile is to be created. */
  name: string
  packs: WantedPack[]
}

/** What planning has to know of the target, so that it can be asked in a constant number of statements. */
export function factsQuestion(document: ProfileDocument, decisions: ImportDecisions): FactsQuestion {
  const packs = document.packs.flatMap((pack, index) => wantedPacks(pack, decisions.packVersions?.[String(index)]))
  return { name: decisions.name ?? document.name, packs }
}

function wantedPacks(pack: DocumentPack, decided: string | undefined): WantedPack[] {
  if (pack.type === 'manifest') return []
  const tag = pack.tag ?? pack.version
  const prefix = decided === undefined && isFloatingTag(tag) ? tag.slice(0, -1) : undefined
  const names = new Set([pack.name, packNameOf(pack.name)])
  return [...names].map((name) => ({ name, version: decided ?? pack.version, ...(prefix && { prefix }) }))
}
