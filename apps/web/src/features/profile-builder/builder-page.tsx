import { useState } from 'react'
import { BuilderContext, createBuilderStore } from './state/builder-store.ts'
import { type OpenedProfile, textsOf } from './state/builder-texts.ts'
import { Builder } from './builder.tsx'

/** The profile's page as builder; what is being changed lives as long as it. */
export function BuilderPage({ initial }: { initial: OpenedProfile }) {
  const [store] = useState(() => createBuilderStore(textsOf(initial)))
  return (
    <BuilderContext value={store}>
      <Builder initial={initial} />
    </BuilderContext>
  )
}
