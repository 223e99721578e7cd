import type { ImportPlanBody } from '@waybill/api-contract'
import type { ReactNode } from 'react'
import { draw, project } from '../../../testing/draw.tsx'
import { createImportStore, ImportStoreContext, useImport } from '../state/import-store.ts'
import type { Review } from '../state/import-stage.ts'
import { createSyncStore, SyncStoreContext } from '../sync/sync-store.ts'
import { type Wizard, WizardContext } from '../wizard/wizard-context.ts'
import { profileDocument, source } from './plan-fixture.ts'

const everything: Wizard = {
  connection: { baseUrl: '', projectUid: project.uid },
  scope: project,
  macroScopes: ['project', 'tenant'],
  canPublish: true,
  canSync: false,
  canAddRegistry: false,
}

/** The wizard's own store at the step Validate, with the server's plan for a file that was read. */
export function storeWith(plan: ImportPlanBody) {
  const store = createImportStore()
  const { takeSource, finishReading, goTo } = store.getState()
  takeSource(source)
  finishReading(source, { state: 'read', problems: [], document: profileDocument, format: 'json' })
  goTo('validate')
  answer(store, plan)
  return store
}

/** Answers the latest decisions with a plan. */
export function answer(store: ReturnType<typeof createImportStore>, plan: ImportPlanBody): void {
  const { finishCheck } = store.getState()
  finishCheck(reviewOf(store).revision, { ok: true, value: plan })
}

export function reviewOf(store: ReturnType<typeof createImportStore>): Review {
  return store.getState().stage.review
}

interface WizardOptions {
  store: ReturnType<typeof createImportStore>
  may?: Partial<Wizard>
}

/** Renders a part of the wizard with its store. */
export function drawWizard(part: (review: Review) => ReactNode, { store, may = {} }: WizardOptions) {
  return draw(
    <ImportStoreContext value={store}>
      <WizardContext value={{ ...everything, ...may }}>
        <SyncStoreContext value={createSyncStore()}>
          <Part draw={part} />
        </SyncStoreContext>
      </WizardContext>
    </ImportStoreContext>,
  )
}

function Part({ draw: drawPart }: { draw: (review: Review) => ReactNode }) {
  return drawPart(useImport(({ stage }) => stage.review))
}
