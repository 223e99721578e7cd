import { useState } from 'react'
import { BuilderContext, createBuilderStore } from './state/builder-store.ts'
import { NO_TEXTS, type OpenedProfile, textsOf } from './state/builder-texts.ts'
import { Builder } from './builder.tsx'

interface BuilderPageProps {
  /** Null for a new profile. */
  initial: OpenedProfile | null
  /** The key under which this browser keeps unsaved changes. */
  keptAs: string
}

/** The builder of one profile; its state lives as long as the page. */
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
