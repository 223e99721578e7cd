import { ifMade, ifTyped, isHeld, isOpen, unlessOpen, type Rule, type RuleGroup } from './rule.ts'

const CURL_USER = /(?<!\S)(?:-u|--user|--proxy-user|-U)(?:[ \t]{1,4}|=)["']?([^\s"':]{1,80}):([^\s"']{2,256})/g
/** A password piped into a program; of `user:password`, the password. */
const PIPED =
  /\b(?:echo|printf)[ \t]{1,4}(?:-n[ \t]{1,4})?["']?([^\s"'|%]{4,200})["']?[ \t]{0,4}\|[^\r\n|]{0,120}?(?:--password-stdin|--passphrase-fd|passwd\b|sudo[ \t]+-S|\b(?:cryptsetup|kinit|realm[ \t]+join|smbpasswd|pdbedit|ansible-vault|wg)\b)/g
/** The same for any program with a suitable option: `echo x | tool --secret-key`. */
const PIPED_AS =
  /\b(?:echo|printf)[ \t]{1,4}(?:-n[ \t]{1,4})?["']?([^\s"'|%]{4,200})["']?[ \t]{0,4}\|[^\r\n|]{0,120}?--[\w-]{0,30}(?:pass|secret|token|key)/g
/** A process substitution: `private-key <(echo x)`. */
const SUBSTITUTED = /<\([ \t]{0,4}(?:echo|printf)[ \t]{1,4}(?:-n[ \t]{1,4})?["']?([^\s"'()|%]{8,200})/g
const SET_ARGUMENT =
  /(?<!\S)--(?:set|set-string|from-literal|build-arg|env|set-literal)(?:=|[ \t]{1,4})["']?([\w.[\]-]{1,120})=((?!\{\{-?\s)[^\s"',]{2,512})/g
const MC =
  /\bmc[ \t]{1,4}(?:alias[ \t]{1,4}set|config[ \t]{1,4}host[ \t]{1,4}add)\b[^\r\n|;&]{0,120}?[ \t]["']?(?:https?:\/\/|\$)[^\s"']{1,200}["']?[ \t]{1,4}["']?[^\s"']{1,128}["']?[ \t]{1,4}["']?([^\s"']{3,200})/g
const HTPASSWD =
  /\b(?:htpasswd|mosquitto_passwd)((?:[ \t]{1,4}-[A-Za-z]{1,8}(?:[ \t]\d{1,2})?){1,4})(?:[ \t]{1,4}["']?[^\s"'|&;<>-][^\s"'|&;<>]{0,200}["']?){1,2}[ \t]{1,4}["']?([^\s"'|&;<>-][^\s"'|&;<>]{2,200})/g
const RABBIT =
  /\brabbitmqctl[ \t]{1,4}(?:add_user|change_password)[ \t]{1,4}["']?[^\s"']{1,80}["']?[ \t]{1,4}["']?([^\s"'|&;<>]{3,200})/g
const NET_USER =
  /\bnet(?:\.exe)?[ \t]{1,4}user[ \t]{1,4}["']?[\w.-]{1,64}["']?[ \t]{1,4}["']?([^\s"'/][^\s"']{3,128})/gi
const NET_USE = /[ \t]\/user:[^\s"']{1,80}[ \t]{1,4}["']?([^\s"'/][^\s"']{3,128})/gi
const SECURE_STRING = /\bConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?["']([^"'\r\n]{3,200})["']/gi
const VAULT =
  /\b(?:vault|bao)[ \t]{1,4}(?:login|unwrap|operator[ \t]{1,4}(?:unseal|rekey|generate-root)|token[ \t]{1,4}(?:lookup|renew|revoke))[ \t]{1,4}(?:-[\w-]{1,40}(?:=[^\s"']{1,80})?[ \t]{1,4}){0,4}["']?([^\s"'=-][^\s"'=]{11,200}={0,2})/g
const SMB_USER =
  /\b(?:net|smbclient|rpcclient|winexe|smbget)\b[^\r\n|;&]{0,120}?[ \t]-U[ \t]{0,2}["']?[^\s"'%]{1,80}%([^\s"']{3,128})/g
const WPA = /\bwpa_passphrase[ \t]{1,4}(?:"[^"\r\n]{1,40}"|[^\s"']{1,40})[ \t]{1,4}["']?([^\s"'|&;<>]{4,200})/g
const LFTP = /\blftp\b[^\r\n|;&]{0,80}?[ \t]-u[ \t]{1,4}["']?[^\s"',]{1,80},([^\s"']{3,128})/g

/** Programs with a single-letter option for a password; `glued` if a space would end the option. */
const CLIENTS: readonly (readonly [programs: string, flags: string, gap: 'glued' | 'spaced' | 'either'])[] = [
  ['mysql(?:dump|admin|show|check|import)?|mariadb(?:-dump|-admin)?', '-p', 'glued'],
  ['7z[arz]?', '-p', 'glued'],
  ['redis-cli|valkey-cli', '-a', 'spaced'],
  ['sshpass|mongo(?:sh|dump|restore|export|import)?|cqlsh', '-p', 'either'],
  ['ldap(?:search|add|modify|delete|whoami|passwd)|kadmin', '-w', 'spaced'],
  ['(?:docker|podman|buildah|nerdctl|skopeo|oras|crane|az|oc|helm[ \\t]+registry)[ \\t]+login', '-p', 'spaced'],
  ['sqlcmd|isql|tsql|bcp|ipmitool|ipmiutil|zip|unzip', '-P', 'spaced'],
  ['openssl[ \\t]+enc|cscli', '-k', 'spaced'],
  ['snmp(?:walk|bulkwalk|get|getnext|set|trap|table)', '-[cA]', 'spaced'],
  ['snmp(?:walk|bulkwalk|get|getnext|set|trap|table)', '-X', 'spaced'],
  ['plink|pscp|psftp|nodetool', '-pw', 'spaced'],
]
const GAPS = { glued: '', spaced: String.raw`[ \t]{1,4}`, either: String.raw`[ \t]{0,4}` }

const CLIENT_RULES = CLIENTS.map(([programs, flags, gap]): Rule => ({
  pattern: new RegExp(
    String.raw`(?<![\w-])(?:${programs})\b[^\r\n|;&]{0,200}?[ \t]${flags}${GAPS[gap]}["']?([^\s"'-][^\s"']{3,200})`,
    'g',
  ),
  sign: new RegExp(String.raw`[ \t]${flags}`),
  pick: unlessOpen,
}))

/** A text without this matches none of the rules below. */
const COMMAND_SIGN =
  /[ \t]-(?:[a-zA-Z]|-(?:user|proxy-user|set|from|build|env))|\||<\(|\bmc[ \t]|rabbitmqctl|\bnet[. \t]|SecureString|vault|\bbao[ \t]|wpa_/i

/** Secrets in commands, found by their position or by a single-letter option. */
export const COMMAND_RULES: RuleGroup = {
  sign: COMMAND_SIGN,
  rules: [
    ...CLIENT_RULES,
    {
      pattern: CURL_USER,
      sign: /-u|-U|--(?:proxy-)?user/,
      pick: ([, , value = '']) => (isOpen(value) || /^\d+$/.test(value) ? undefined : value),
    },
    {
      pattern: PIPED,
      sign: /\|/,
      pick: ([whole, value = '']) => {
        const password = whole.endsWith('passwd') ? value.replace(/^[\w.-]{1,40}:(?=.)/, '') : value
        return isOpen(password) ? undefined : password
      },
    },
    { pattern: PIPED_AS, sign: /\|/, pick: ifTyped },
    { pattern: SUBSTITUTED, sign: /<\(/, pick: ([, value = '']) => (isHeld(value) ? value : undefined) },
    { pattern: SET_ARGUMENT, sign: /--(?:set|from|build|env)/, pick: ifMade },
    { pattern: MC, sign: /\bmc[ \t]/, pick: unlessOpen },
    {
      pattern: HTPASSWD,
      sign: /htpasswd|mosquitto_passwd/,
      pick: ([, flags = '', value = '']) => (flags.includes('b') && !isOpen(value) ? value : undefined),
    },
    { pattern: RABBIT, sign: /rabbitmqctl/, pick: unlessOpen },
    { pattern: NET_USER, sign: /\bnet/i, pick: ifTyped },
    { pattern: NET_USE, sign: /\/user:/i, pick: ifTyped },
    { pattern: SECURE_STRING, sign: /SecureString/i, pick: unlessOpen },
    { pattern: VAULT, sign: /vault|bao/, pick: ([, value = '']) => (isHeld(value) ? value : undefined) },
    { pattern: SMB_USER, sign: /-U/, pick: unlessOpen },
    { pattern: WPA, sign: /wpa_passphrase/, pick: unlessOpen },
    { pattern: LFTP, sign: /lftp/, pick: unlessOpen },
  ],
}
