import type { TextRange } from '@waybill/layer-text'
import { looksRandom } from '../../weigh/looks-random.ts'
import { SHORTEST_RUN, type CharacterRun } from './character-runs.ts'

type Prefix = readonly [prefix: string, least: number]

/**
 * The prefixes of providers' tokens, and the minimum length of the rest. These prefixes are distinctive, so one is
 * sufficient. A list rather than patterns, so that the search looks once at each run of characters.
 */
const PREFIXES: readonly Prefix[] = [
  ['ghp_', 30],
  ['gho_', 30],
  ['ghu_', 30],
  ['ghs_', 30],
  ['ghr_', 30],
  ['github_pat_', 40],
  ['glpat-', 18],
  ['glptt-', 30],
  ['gldt-', 18],
  ['glrt-', 18],
  ['glcbt-', 18],
  ['glagent-', 40],
  ['gloas-', 50],
  ['glsoat-', 18],
  ['glimt-', 18],
  ['glft-', 18],
  ['GR1348941', 18],
  ['xoxb-', 20],
  ['xoxp-', 20],
  ['xoxa-', 20],
  ['xoxr-', 20],
  ['xoxs-', 20],
  ['xoxe-', 20],
  ['xoxe.', 20],
  ['xoxc-', 20],
  ['xoxd-', 20],
  ['xapp-', 20],
  ['AKIA', 16],
  ['ASIA', 16],
  ['ABIA', 16],
  ['ACCA', 16],
  ['AIza', 33],
  ['ya29.', 20],
  ['GOCSPX-', 20],
  ['sk-ant-', 40],
  ['sk-proj-', 40],
  ['sk-svcacct-', 40],
  ['sk-admin-', 40],
  ['sk-or-v1-', 40],
  ['sk-lf-', 30],
  ['sk_live_', 16],
  ['sk_test_', 16],
  ['rk_live_', 16],
  ['rk_test_', 16],
  ['whsec_', 24],
  ['sk_org_', 16],
  ['hf_', 30],
  ['api_org_', 30],
  ['nvapi-', 40],
  ['gsk_', 40],
  ['xai-', 60],
  ['pplx-', 40],
  ['r8_', 36],
  ['tvly-', 24],
  ['fw_', 22],
  ['jina_', 50],
  ['hvs.', 20],
  ['hvb.', 60],
  ['hvr.', 20],
  ['s.vault.', 20],
  ['glsa_', 30],
  ['glc_', 32],
  ['eyJrIjoi', 40],
  ['npm_', 34],
  ['pypi-AgEI', 40],
  ['rubygems_', 40],
  ['dckr_pat_', 24],
  ['dckr_oat_', 24],
  ['oy2', 43],
  ['SG.', 40],
  ['key-', 32],
  ['re_', 32],
  ['xkeysib-', 60],
  ['xsmtpsib-', 60],
  ['pmt_', 30],
  ['shpat_', 30],
  ['shpca_', 30],
  ['shppa_', 30],
  ['shpss_', 30],
  ['dop_v1_', 60],
  ['doo_v1_', 60],
  ['dor_v1_', 60],
  ['HRKU-', 30],
  ['FlyV1 ', 40],
  ['fo1_', 40],
  ['tskey-', 20],
  ['dapi', 32],
  ['dkea', 32],
  ['ops_ey', 100],
  ['lin_api_', 36],
  ['lin_oauth_', 36],
  ['ntn_', 40],
  ['secret_', 43],
  ['figd_', 36],
  ['figo_', 36],
  ['dp.pt.', 40],
  ['dp.st.', 36],
  ['dp.ct.', 36],
  ['dp.sa.', 36],
  ['dp.scim.', 36],
  ['pul-', 40],
  ['pnu_', 34],
  ['sgp_', 38],
  ['sntrys_', 60],
  ['sntryu_', 60],
  ['sntrya_', 60],
  ['NRAK-', 25],
  ['NRJS-', 18],
  ['NRII-', 28],
  ['NRAA-', 25],
  ['phc_', 40],
  ['phx_', 40],
  ['EAAA', 58],
  ['sq0atp-', 20],
  ['sq0csp-', 40],
  ['PMAK-', 50],
  ['CFPAT-', 40],
  ['AGE-SECRET-KEY-1', 50],
  ['AGE-PLUGIN-', 50],
  ['ATATT3', 60],
  ['ATCTT3', 60],
  ['ATBB', 28],
  ['BBDC-', 40],
  ['sha256~', 40],
  ['kubeconfig-u-', 60],
  ['rnd_', 28],
  ['vercel_', 20],
  ['vcp_', 50],
  ['sbp_', 38],
  ['sb_secret_', 20],
  ['LTAI', 14],
  ['AKID', 28],
  ['t1.9euel', 40],
  ['AQVN', 34],
  ['YCAJE', 20],
  ['YCM', 36],
  ['pscale_pw_', 32],
  ['pscale_tkn_', 32],
  ['pscale_oauth_', 32],
  ['mongodb+srv_', 60],
  ['ddapi_', 30],
  ['dt0c01.', 60],
  ['dt0s01.', 60],
  ['jfrt@', 40],
  ['AKCp', 60],
  ['cmVmdGtu', 56],
  ['CCIPAT_', 40],
  ['CCIPRJ_', 40],
  ['bkua_', 38],
  ['bk_', 60],
  ['tfp_', 50],
  ['rdme_', 60],
  ['EZAK', 50],
  ['EZTK', 50],
  ['FLWSECK', 30],
  ['duffel_', 40],
  ['shippo_', 40],
  ['clojars_', 58],
  ['CLOJARS_', 58],
  ['ops_', 60],
  ['ory_', 30],
  ['ovs_', 30],
  ['infisical_', 30],
  ['SK', 32],
  ['ico-', 32],
  ['nfp_', 30],
  ['lsv2_', 30],
  ['sk-', 40],
  ['SUA', 55],
  ['SAA', 55],
  ['SOA', 55],
  ['pk.eyJ', 40],
  ['sk.eyJ', 40],
]

/** The only characters that may follow these short prefixes, which would otherwise match too much. */
const STRICT: Readonly<Record<string, RegExp>> = {
  AKIA: /^[A-Z2-7]{16}$/,
  ASIA: /^[A-Z2-7]{16}$/,
  ABIA: /^[A-Z2-7]{16}$/,
  ACCA: /^[A-Z2-7]{16}$/,
  SK: /^[0-9a-f]{32}$/,
  dapi: /^[0-9a-f]{32}(?:-\d)?$/,
  dkea: /^[0-9a-f]{32}(?:-\d)?$/,
  'key-': /^[0-9a-f]{32}$/,
  oy2: /^[a-z0-9]{43}$/,
  SUA: /^[A-Z2-7]{55}$/,
  SAA: /^[A-Z2-7]{55}$/,
  SOA: /^[A-Z2-7]{55}$/,
  LTAI: /^[A-Za-z0-9]{14,28}$/,
}

const BY_HEAD = Map.groupBy(PREFIXES, ([prefix]) => prefix.slice(0, 2))
const JWT = /(?<![\w-])ey[A-Za-z0-9_-]{12,4096}\.ey[A-Za-z0-9_-]{8,8192}\.[A-Za-z0-9_-]{8,2048}/g
const AZURE = /(?<![\w~.-])[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}(?![\w~-])/g
const K3S = /(?<![\w])K10[0-9a-f]{16,128}::[\w-]{1,64}:[^\s"']{8,256}/g
const TELEGRAM = /(?<!\w)\d{8,10}:AA[\w-]{32,34}(?![\w-])/g
const DISCORD = /(?<![\w.-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,45}(?![\w.-])/g

const TERRAFORM = /(?<![\w.-])[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70}(?![\w-])/g

/** Finds tokens that are recognisable by their form. */
export function findTokens(text: string, runs: readonly CharacterRun[]): TextRange[] {
  const found = runs.flatMap((run) => tokensOfRun(text, run))
  found.push(...besideIds(text, runs, found))
  for (const pattern of patternsFor(text)) {
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length })
  }
  return found
}

const ID_OF_KEY = /^A[KS]IA[A-Z2-7]{16}$/
const NEAR = 200

/** Finds the secret halves of access keys: runs of the right form beside the id of an access key. */
function besideIds(text: string, runs: readonly CharacterRun[], found: readonly TextRange[]): TextRange[] {
  const ids = found.filter(({ start, end }) => ID_OF_KEY.test(text.slice(start, end)))
  if (ids.length === 0) return []
  let at = 0
  return runs.flatMap(([start, end]) => {
    while (at < ids.length - 1 && (ids[at]?.end ?? 0) < start - NEAR) at += 1
    const id = ids[at]
    const isNear = id !== undefined && start - id.end < NEAR && id.start - end < NEAR
    return isNear && end - start === 40 && isSecretHalf(text.slice(start, end)) ? [{ start, end }] : []
  })
}

function isSecretHalf(run: string): boolean {
  return /^[A-Za-z0-9/+]+$/.test(run) && /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run) && looksRandom(run)
}

function patternsFor(text: string): RegExp[] {
  const patterns: RegExp[] = []
  if (text.includes('.ey')) patterns.push(JWT)
  if (text.includes('.atlasv1.')) patterns.push(TERRAFORM)
  if (text.includes('Q~')) patterns.push(AZURE)
  if (text.includes('K10') && text.includes('::')) patterns.push(K3S)
  if (text.includes(':AA')) patterns.push(TELEGRAM)
  if (text.includes('.')) patterns.push(DISCORD)
  return patterns
}

/** Finds tokens after an at, a slash or an equals sign too: `key=ghp_…`. Reads each part once. */
function tokensOfRun(text: string, [start, end]: CharacterRun): TextRange[] {
  const found: TextRange[] = []
  let from = start
  for (let at = start; at <= end; at += 1) {
    if (at < end && !ENDS_PART.has(text.charCodeAt(at))) continue
    if (at - from >= SHORTEST_RUN - 1) addToken(found, text, [from, at])
    from = at + 1
  }
  return found
}

/** At, plus, slash and equals sign. */
const ENDS_PART: ReadonlySet<number> = new Set(Array.from('@+/=', (unit) => unit.charCodeAt(0)))

function addToken(found: TextRange[], text: string, [start, end]: CharacterRun): void {
  const candidates = BY_HEAD.get(text.slice(start, start + 2))
  const length = candidates ? tokenIn(text.slice(start, end), candidates) : 0
  if (length > 0) found.push({ start, end: start + length })
}

/** The length of the token at the beginning of a run; 0 if there is none. */
function tokenIn(run: string, candidates: readonly Prefix[]): number {
  for (const [prefix, least] of candidates) {
    if (!run.startsWith(prefix)) continue
    const body = run.slice(prefix.length).replace(/(?<![.@-])[.@-]+$/, '')
    const strict = STRICT[prefix]
    if (strict ? !strict.test(body) : body.length < least || !isMade(body)) continue
    return prefix.length + body.length
  }
  return 0
}

/** Tokens contain a digit or both cases; names with the same prefix are words. */
function isMade(body: string): boolean {
  const head = body.slice(0, 200)
  return (
    (/\d/.test(head) && /[A-Za-z]/.test(head)) ||
    /[a-z][A-Z]{1,3}[a-z]/.test(head) ||
    (/\d/.test(head) && head.length > 20) ||
    /[a-z]{8}[A-Z]{6}/.test(head)
  )
}
