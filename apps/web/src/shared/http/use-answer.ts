import { useEffect, useRef, useState } from 'react'

type Ask<Answer> = (signal: AbortSignal) => Promise<Answer>

/** After this time without typing, the input is checked. */
export const CHECK_PAUSE_MS = 250

/**
 * For effects: sends a request, after a pause if given, and passes the answer on; an answer after the effect's cleanup
 * is dropped.
 */
export function awaitAnswer<Answer>(ask: Ask<Answer>, take: (answer: Answer) => void, pauseMs?: number): () => void {
  const over = new AbortController()
  const run = async () => {
    const answer = await ask(over.signal)
    if (!over.signal.aborted) take(answer)
  }
  if (pauseMs === undefined) void run()
  const timer = pauseMs === undefined ? undefined : setTimeout(() => void run(), pauseMs)
  return () => {
    clearTimeout(timer)
    over.abort()
  }
}

/**
 * The answer to a request: null until it arrives. A new `key` sends a new request; the last answer stays until the new
 * one arrives.
 */
export function useAnswer<Answer>(ask: Ask<Answer>, key: string): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const question = useRef(ask)
  useEffect(() => {
    question.current = ask
  }, [ask])
  useEffect(() => awaitAnswer(question.current, setAnswer), [key])
  return answer
}
