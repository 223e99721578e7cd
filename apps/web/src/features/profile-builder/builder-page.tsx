import { useState } from 'react'
import { BuilderContext, createBuilderStore } from './state/builder-store.ts'
import { NO_TEXTS, type OpenedProfile, textsOf } from './state/builder-texts.ts'
import { Builder } from './builder.tsx'

interface BuilderPageProps {
  /** Null for a profile that is made here. */
  initial: OpenedProfile | null
  /** What this browser keeps it as until it is saved. */
  keptAs: string
}

/** The profile's page as builder; what is being changed lives as long as it. */
export function BuilderPage({ initial, keptAs }: BuilderPageProps) {
  const [store] = useState(() =>
    createBuilderStore(initial === null ? NO_TEXTS : textsOf(initial), initial?.profile.metadata.uid ?? null),
  )
  return (
    <BuilderContext value={store}>
      <Builder initial={initial} keptAs={keptAs} />
    </BuilderContext>
  )
}
