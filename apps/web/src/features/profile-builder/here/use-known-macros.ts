import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../../shared/http/use-answer.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { useBuilder, useBuilderStore } from '../state/builder-store.ts'
import { macrosHere } from './macros-here.ts'

/**
 * The macros that texts can use here, requested once a text refers to one; null until then, and for users who may not
 * see them.
 */
export function useKnownMacros(): ReadonlySet<string> | null {
  const scope = useScope()
  const builder = useBuilderStore()
  const namesMacros = useBuilder(({ texts }) => Object.values(texts).some((text) => text.includes('.spectro.macro.')))
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (!namesMacros) return
    return awaitAnswer(
      () => macrosHere(builder, scope),
      (macros) => macros && setKnown(new Set(macros.map(({ name }) => name))),
    )
  }, [scope, builder, namesMacros])
  return known
}
