import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { mergeValues, resolveConflicts, type MergeDecision } from '@waybill/values-merge'
import { useMemo, useState } from 'react'
import { ActionButton } from '../../../../shared/ui/buttons/action-button.tsx'
import { ConflictCard } from '../../../../shared/ui/values-merge/conflict-card.tsx'
import type { MergeConflictBody, SideWords } from '../../../../shared/ui/values-merge/merge-words.ts'
import { useBuilder } from '../../state/builder-store.ts'
import { conflictId } from './conflict-id.ts'

interface PlacedConflictsProps {
  conflictKey: string
  name: string
  /** The common base of both sides. */
  before: string
}

/**
 * A text that both sides changed: changes in different places are merged already, the others are decided one by one.
 */
export function PlacedConflicts({ conflictKey, name, before }: PlacedConflictsProps) {
  const mine = useBuilder(({ texts }) => texts[conflictKey] ?? '')
  const theirs = useBuilder(({ base }) => base[conflictKey] ?? '')
  const dispatch = useBuilder((state) => state.dispatch)
  const merge = useMemo(() => mergeValues({ base: before, mine, theirs }), [before, mine, theirs])
  const [decisions, setDecisions] = useState<ReadonlyMap<number, MergeDecision>>(new Map())
  const result = useMemo(() => resolveConflicts(merge, decisions), [merge, decisions])
  const left = merge.conflicts.length - decisions.size
  const reason =
    left > 0 ? 'Decide every place first.' : result.valid ? undefined : 'That is not valid YAML with what you chose.'
  return (
    <section className="wb-builder-change" aria-label={`Both changed: ${name}`}>
      <Title headingLevel="h2" size="md" id={conflictId(conflictKey)} tabIndex={-1}>
        {name}
      </Title>
      {merge.conflicts.map((conflict, index) => (
        <ConflictCard
          key={`${conflict.document} ${conflict.path.join('.')}`}
          conflict={conflict}
          decision={decisions.get(index)}
          isBroken={!result.valid && typeof decisions.get(index) === 'object'}
          words={THEIRS_WORDS}
          onDecide={(decision) => setDecisions((all) => new Map(all).set(index, decision))}
        />
      ))}
      <div>
        <ActionButton
          label="Use what I decided"
          fullLabel={`Use what I decided for ${name}`}
          variant="secondary"
          reason={reason}
          onClick={() => dispatch({ type: 'decide', key: conflictKey, side: { text: result.text } })}
        />
      </div>
    </section>
  )
}

const THEIRS_WORDS: SideWords = {
  mine: 'Mine',
  theirs: 'Theirs',
  base: 'Before',
  keep: 'Mine',
  take: 'Theirs',
  textOf: ({ kind }) => KIND_WORDS[kind],
}

const KIND_WORDS: Readonly<Record<MergeConflictBody['kind'], string>> = {
  'both-changed': 'You both changed this.',
  'both-added': 'You both added this.',
  'removed-and-changed': 'You removed this; they changed it.',
  gone: 'You changed this; they removed it.',
  changed: 'They have another kind of value here.',
  text: 'You have different numbers of documents, so the texts are chosen as a whole.',
}
