interface Patience {
  deadlineMs: number
  signal: AbortSignal
}

/** Sends one question to a worker and terminates it afterwards: null if it failed, took too long or was aborted. */
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
