import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { type RegistrySyncBody, syncFaultWords } from '@waybill/api-contract'
import { useState } from 'react'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { countsText, foundText } from '../../../shared/registries/sync/sync-words.ts'
import { RelativeTime } from '../../../shared/ui/words/relative-time.tsx'
import { stateLook } from '../table/registry-rows.ts'

const TRIGGERS = { create: 'after it was added', request: 'on request', schedule: 'by schedule' } as const

/** One run: when, by whom, with which result, and what failed. */
export function SyncRunReport({ run, isOpen }: { run: RegistrySyncBody; isOpen: boolean }) {
  const { label, color } = stateLook({ sync: run, lastSyncedAt: null })
  return (
    <article className="wb-sync-run">
      <p>
        <Label isCompact color={color}>
          {label}
        </Label>{' '}
        <RelativeTime at={run.requestedAt} /> {TRIGGERS[run.trigger]}
        {run.requestedBy === '' ? '' : ` by ${run.requestedBy}`}
      </p>
      <p className="wb-registry-counts">{[foundText(run), countsText(run)].filter(Boolean).join(' · ')}</p>
      {run.reason === '' ? null : <p>{syncFaultWords(run.reason)}</p>}
      {run.failures.length === 0 ? null : <Failures run={run} isOpen={isOpen} />}
    </article>
  )
}

function Failures({ run: { failed, failures }, isOpen }: { run: RegistrySyncBody; isOpen: boolean }) {
  const [isShown, setIsShown] = useState(isOpen)
  return (
    <ExpandableSection
      toggleText={`${counted(failed, 'version')} failed`}
      isExpanded={isShown}
      onToggle={(_event, isExpanded) => setIsShown(isExpanded)}
    >
      <ul className="wb-sync-failures" aria-label="Versions that failed">
        {failures.map(({ place, fault }, index) => (
          <li key={`${place}-${index}`}>
            <code>{place}</code> {syncFaultWords(fault)}
          </li>
        ))}
      </ul>
      {failed > failures.length ? <p>The first {failures.length} are shown.</p> : null}
    </ExpandableSection>
  )
}
