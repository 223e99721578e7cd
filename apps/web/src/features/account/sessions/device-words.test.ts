import { expect, it } from 'vitest'
import { deviceWords } from './device-words.ts'

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140 on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    'Chrome 141 on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari 18 on iOS',
  ],
  ['Go-http-client/1.1', 'Go-http-client/1.1'],
  ['Mozilla/5.0 (nobody knows)', 'Mozilla/5.0 (nobody knows)'],
  ['', 'Unknown client'],
  ['x'.repeat(100), `${'x'.repeat(60)}…`],
])('%s is called %s', (userAgent, words) => {
  expect(deviceWords({ userAgent })).toBe(words)
})
