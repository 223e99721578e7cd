import { useEffect, useRef, useState } from 'react'

type Ask<Answer> = (signal: AbortSignal) => Promise<Answer>

/** For effects: asks, after a pause where one is given, and hands the answer over; one that comes after the effect's end is dropped. */
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

/** The answer to a question: null until it comes. A change of `key` asks again, and the last answer stands until the new one comes. */
export function useAnswer<Answer>(ask: Ask<Answer>, key: string): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const question = useRef(ask)
  useEffect(() => {
    question.current = ask
  }, [ask])
  useEffect(() => awaitAnswer(question.current, setAnswer), [key])
  return answer
}
