import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A third-party scanner, if it is installed. */
interface Tool {
  name: string
  run: (folder: string, report: string) => readonly [command: string, args: readonly string[]]
}

const TOOLS: readonly Tool[] = [
  {
    name: 'gitleaks',
    run: (folder, report) => [
      'gitleaks',
      ['dir', folder, '--no-banner', '--exit-code', '0', '-f', 'json', '-r', report],
    ],
  },
  {
    name: 'detect-secrets',
    run: (folder, report) => ['sh', ['-c', 'cd "$0" && detect-secrets scan --all-files . > "$1"', folder, report]],
  },
  { name: 'credsweeper', run: (folder, report) => ['credsweeper', ['--path', folder, '--save-json', report]] },
]

/** In how many of the texts each installed tool finds anything; the texts contain nothing but their secret. */
export function findWithOtherTools(texts: readonly string[]): { name: string; found: number }[] {
  return TOOLS.flatMap(({ name, run }) => {
    if (spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0) return []
    const folder = mkdtempSync(join(tmpdir(), 'masking-'))
    try {
      const corpus = join(folder, 'texts')
      mkdirSync(corpus)
      texts.forEach((text, at) => writeFileSync(join(corpus, `text-${at}.yaml`), text))
      const report = join(folder, 'report.json')
      const [command, args] = run(corpus, report)
      spawnSync(command, [...args], { stdio: 'ignore' })
      return [{ name, found: new Set(readFileSync(report, 'utf8').match(/text-\d+\.yaml/g)).size }]
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}
