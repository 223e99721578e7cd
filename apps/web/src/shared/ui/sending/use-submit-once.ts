import { type SubmitFunction, useNavigation, useSubmit } from 'react-router'
import { useOnceAtATime } from './use-once-at-a-time.ts'

/** Submits to the page's action, one submission at a time. */
export function useSubmitOnce() {
  const submit = useSubmit()
  const { once } = useOnceAtATime()
  const submitOnce: SubmitFunction = (target, options) => once(() => submit(target, options))
  return { isBusy: useNavigation().state !== 'idle', submit: submitOnce }
}
