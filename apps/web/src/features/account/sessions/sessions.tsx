import { useState } from 'react'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { EndSessionDialog } from './end-session-dialog.tsx'
import type { OwnSession } from './own-session.ts'
import { SessionTable } from './session-table.tsx'

/** The user's browser sessions and tokens, each with a way to end it. */
export function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const [asked, setAsked] = useState<OwnSession | 'others' | null>(null)
  const others = sessions.filter(({ isCurrent }) => !isCurrent)
  return (
    <>
      <div className="wb-bar">
        <p>If you do not recognise a session, end it and change your password.</p>
        <ActionButton
          label="Sign out everywhere else"
          variant="secondary"
          reason={others.length === 0 ? 'You are signed in nowhere else.' : undefined}
          onClick={() => setAsked('others')}
        />
      </div>
      <SessionTable sessions={sessions} onEnd={setAsked} />
      {asked && <EndSessionDialog session={asked === 'others' ? null : asked} onClose={() => setAsked(null)} />}
    </>
  )
}
