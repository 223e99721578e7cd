import { useRef } from 'react'
import { type SubmitFunction, useNavigation, useSubmit } from 'react-router'

/** Sends to the page's action, once at a time: that it does so is drawn later than the second of two quick clicks comes. */
export function useSubmitOnce() {
  const submit = useSubmit()
  const isUnderWay = useRef(false)
  const submitOnce: SubmitFunction = async (target, options) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    try {
      await submit(target, options)
    } finally {
      isUnderWay.current = false
    }
  }
  return { isBusy: useNavigation().state !== 'idle', submit: submitOnce }
}
