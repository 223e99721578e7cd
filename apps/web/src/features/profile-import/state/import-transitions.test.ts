import { describe, expect, test } from 'vitest'
import { nameAs, settleMasks } from './import-decisions.ts'
import { currentPlan, type ImportStage } from './import-stage.ts'
import { planOf, problem, profileDocument, source } from '../testing/plan-fixture.ts'
import * as transitions from './import-transitions.ts'

type ReviewedStage = Extract<ImportStage, { review: unknown }>

const read = { state: 'read', document: profileDocument, format: 'json', problems: [] } as const

function uploaded(): ImportStage {
  return transitions.finishReading(transitions.takeSource(transitions.FIRST_STAGE, source), source, read)
}

function validated(plan = planOf()): ReviewedStage {
  const stage = transitions.goTo(uploaded(), 'validate')
  const checked = transitions.finishCheck(stage, 0, { ok: true, value: plan })
  if (!('review' in checked)) throw new Error('The stage has no review')
  return checked
}

function importing(): ImportStage {
  return transitions.startImport(transitions.goTo(validated(), 'confirm'))
}

describe('the upload', () => {
  test('cannot be left before a file has been read', () => {
    const stage = transitions.takeSource(transitions.FIRST_STAGE, source)
    expect(transitions.goNext(stage)).toBe(stage)
  })

  test('continues to Validate once the file has been read', () => {
    expect(transitions.goNext(uploaded()).step).toBe('validate')
  })

  test('drops the answer for a text that was edited meanwhile', () => {
    const stage = transitions.editText(transitions.takeSource(transitions.FIRST_STAGE, source), '{ }')
    expect(transitions.finishReading(stage, source, read)).toBe(stage)
  })

  test('sends the edited text instead of the file', () => {
    const stage = transitions.editText(uploaded(), '{ }')
    expect(stage).toMatchObject({ upload: { source: { text: '{ }', original: null, bytes: 3 } } })
  })

  test('keeps decisions when the text is edited', () => {
    const decided = transitions.decide(validated(), nameAs({ name: 'other', version: '2.0.0' }))
    const edited = transitions.editText(transitions.goTo(decided, 'upload-file'), '{ }')
    expect(edited).toMatchObject({ review: { decisions: { name: 'other', version: '2.0.0' } } })
  })

  test('drops decisions when another file is uploaded', () => {
    const decided = transitions.decide(validated(), nameAs({ name: 'other', version: '2.0.0' }))
    const stage = transitions.takeSource(transitions.goTo(decided, 'upload-file'), source)
    expect(stage).toMatchObject({ review: { decisions: {} } })
  })
})

describe('the review', () => {
  test('has no current plan after a new decision', () => {
    const stage = transitions.decide(validated(), settleMasks([{ place: 'a', action: 'leave-empty' }]))
    expect(currentPlan(stage.review)).toBeNull()
  })

  test('drops the answer to an older revision', () => {
    const stage = transitions.decide(validated(), nameAs({ name: 'other', version: '2.0.0' }))
    expect(transitions.finishCheck(stage, 0, { ok: true, value: planOf() })).toBe(stage)
  })

  test('asks again without decisions about places that the document no longer has', () => {
    const decided = transitions.decide(validated(), settleMasks([{ place: 'gone', action: 'leave-empty' }]))
    const stage = transitions.finishCheck(decided, 1, { ok: true, value: planOf() })
    expect(stage).toMatchObject({ review: { decisions: { masks: [] }, revision: 2 } })
  })

  test('cannot be left while a problem blocks it', () => {
    const stage = validated(planOf({ problems: [problem('ClusterProfileAlreadyExists', 'name')] }))
    expect(transitions.goNext(stage)).toBe(stage)
  })

  test('can be left while there are only warnings', () => {
    const stage = validated(planOf({ problems: [problem('UnknownField', 'unknown', { severity: 'warning' })] }))
    expect(transitions.goNext(stage).step).toBe('confirm')
  })

  test('continues to Select Repositories when there is a choice', () => {
    expect(transitions.goNext(validated(planOf({ needsRepositories: true }))).step).toBe('select-repositories')
  })

  test('keeps decisions going back and forth', () => {
    const decided = transitions.decide(validated(), nameAs({ name: 'other', version: '2.0.0' }))
    const back = transitions.goTo(transitions.goTo(decided, 'upload-file'), 'validate')
    expect(back).toMatchObject({ step: 'validate', review: { decisions: { name: 'other' } } })
  })

  test('keeps the newest plan when a later check fails', () => {
    const again = transitions.checkAgain(validated())
    const stage = transitions.finishCheck(again, 1, { ok: false, error: { kind: 'network' } })
    expect(stage).toMatchObject({ review: { plan: { revision: 0 }, failure: { revision: 1 } } })
  })
})

describe('the import', () => {
  test('starts only from a current plan', () => {
    const stage = transitions.decide(
      transitions.goTo(validated(), 'confirm'),
      nameAs({ name: 'other', version: '2.0.0' }),
    )
    expect(transitions.startImport(stage)).toBe(stage)
  })

  test('starts only from a plan that the server accepts', () => {
    const stage = transitions.goTo(validated(planOf({ canImport: false })), 'confirm')
    expect(transitions.startImport(stage)).toBe(stage)
  })

  test('ends with the uid of the profile', () => {
    expect(transitions.finishImport(importing(), { ok: true, value: { uid: 'u1' } })).toMatchObject({
      step: 'imported',
      uid: 'u1',
    })
  })

  test('is checked again after a refusal', () => {
    const stage = transitions.finishImport(importing(), { ok: false, error: { kind: 'network' } })
    expect(stage).toMatchObject({ step: 'refused', review: { revision: 1 } })
  })

  test('goes back to Validate with everything kept', () => {
    const refused = transitions.finishImport(importing(), { ok: false, error: { kind: 'network' } })
    expect(transitions.returnFromRefusal(refused, 'validate')).toMatchObject({ step: 'validate', upload: { source } })
  })

  test('cannot be left or changed while it runs', () => {
    const stage = importing()
    expect(transitions.goTo(stage, 'upload-file')).toBe(stage)
  })

  test('has nothing to lose once it is done', () => {
    const done = transitions.finishImport(importing(), { ok: true, value: { uid: 'u1' } })
    expect(transitions.isStarted(done)).toBe(false)
  })
})
