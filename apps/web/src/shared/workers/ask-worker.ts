interface Patience {
  deadlineMs: number
  signal: AbortSignal
}

/** What a worker says to one question, and its end: null where it failed, took too long or is not wanted any more. */
export function askWorker<Answer>(
  worker: Worker,
  question: unknown,
  { deadlineMs, signal }: Patience,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const end = (answer: Answer | null) => {
      clearTimeout(deadline)
      worker.terminate()
      resolve(answer)
    }
    const deadline = setTimeout(() => end(null), deadlineMs)
    signal.addEventListener('abort', () => end(null))
    worker.addEventListener('error', () => end(null))
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => end(data))
    worker.postMessage(question)
  })
}
