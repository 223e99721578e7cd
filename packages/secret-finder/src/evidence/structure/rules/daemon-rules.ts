import { senseOf } from '../../key-names/name-sense.ts'
import { classOf } from '../../../weigh/value-class.ts'
import { ifTyped, isMade, isOpen, isTyped, unlessOpen, type RuleGroup } from './rule.ts'

const SENTINEL = /\bauth-pass[ \t]{1,4}[\w.-]{1,80}[ \t]{1,4}([^\s"']{4,200})/g
const DEVICE_KEY =
  /\b(?:tacacs|radius)[\w-]{0,20}[ \t][^\r\n"']{0,80}?\bkey[ \t]{1,4}(?:\d[ \t]{1,4})?([^\s"']{4,128})/gi
const SNMP_USER = /\b(?:MD5|SHA(?:-?\d{3})?|AES(?:-?\d{3})?|DES)[ \t]{1,4}"?([^\s"']{8,128})"?/g
const USER_PAIR =
  /(?<![\w-])(?:auth|login|user|credentials?|proxy-user)(?:[ \t]{1,4}|=)([\w.-]{1,40}):([^\s"'/:@]{4,200})/g
const PGPASS = /^[ \t]*[\w.*-]{1,80}:(?:\d{1,5}|\*):[\w.*-]{1,80}:[\w.*-]{1,80}:(\S{2,200})[ \t]*$/gm
const ACL = /^[ \t]*user[ \t]+\S{1,80}[ \t][^\r\n>]{0,200}>([^\s"']{4,200})/gm
const COMMUNITY =
  /\b(?:r[ow]community6?|snmp-server[ \t]{1,4}community|com2sec6?[ \t]{1,8}\S{1,40}[ \t]{1,8}\S{1,60})[ \t]{1,8}["']?([^\s"']{3,128})/g
const COMMUNITY_SET = /\bcommunity["']?[ \t]{0,4}[=:][ \t]{0,4}["']?([^\s"']{4,128})/g
/** In switches and routers a number before the secret tells how it is stored: `enable secret 5 x`, `password 7 x`. */
const KEPT = /\b(?:secret|password|key|key-string)[ \t]{1,4}\d{1,2}[ \t]{1,4}["']?([^\s"']{4,200})/g
const DIGEST_KEY =
  /\b(?:message-digest-key|authentication-key|key)[ \t]{1,4}\d{1,3}[ \t]{1,4}(?:md5|sha\d{0,3}|hmac-[\w-]{3,12})[ \t]{1,4}(?:\d[ \t]{1,2})?["']?([^\s"']{4,128})/g
const IPSEC = /(?<![\w-])(?:PSK|EAP|XAUTH|NTLM)[ \t]{1,8}["']([^"'\r\n]{3,200})["']/g
const CLEARTEXT = /\bcleartext[ \t]{1,4}["']?([^\s"']{4,128})/g
const MAPPED = /\bstatic:[\w.@-]{1,80}:([^\s:,"']{3,128})/g
const IMAP = /\bLOGIN[ \t]{1,4}[^\s"']{1,80}[ \t]{1,4}["']?([^\s"']{4,128})/g
const TACACS_KEY = /^[ \t]{0,40}key[ \t]{0,4}=[ \t]{0,4}["']?([^\s"']{4,128})/gm
const SECURE_LINK = /\bsecure_link_(?:md5|secret)[ \t]{1,4}"(?:[^"\r\n]{1,200}[ \t])?([^\s"$]{4,200})"/g
const JAAS_USER = /\buser_[\w.-]{1,60}[ \t]{0,4}=[ \t]{0,4}["']([^"'\r\n]{3,200})["']/g
const USER_LIST = /(?<=["';,])[\w.-]{1,40}:(?!\/\/)([^\s"';:,]{4,200})(?=["';,])/g
const QUOTED_PAIR = /^[ \t]*"[^"\r\n]{1,80}"[ \t]{1,8}"([^"\r\n]{4,400})"[ \t]*$/gm
const ROOT_PASSWORD =
  /^[ \t]*rootpw[ \t]{1,4}(?:--(?:plaintext|iscrypted|allow-ssh)[ \t]{1,4}){0,3}["']?([^\s"'-][^\s"']{3,200})/gm
const UPS = /^[ \t]*MONITOR[ \t]{1,8}\S{1,80}[ \t]{1,8}\d{1,3}[ \t]{1,8}\S{1,80}[ \t]{1,8}(\S{3,128})/gm
/** A line with a name that no prose has, and one word: `auth_pass x`, `bindpw x`. */
const LINE =
  /^[ \t]*([A-Za-z]\w{1,40}[_.-]\w{2,40}|[A-Za-z]{2,40}(?:pw|auth|[a-z]pass))[ \t]{1,8}["']?([^\s"'{};-][^\s"'{};]{3,128})["']?;?[ \t]*$/gm

/** A text without this matches none of the rules below. */
const DAEMON_SIGN =
  /auth-pass|tacacs|radius|createUser|snmp|(?:auth|login|user|credentials?)[ \t=]|:(?:\d{1,5}|\*):|[ \t]>\S|community|com2sec|[dtyg][ \t]{1,4}\d{1,2}[ \t]|PSK|EAP|XAUTH|NTLM|cleartext|secure_link|\bstatic:|LoginModule|credentials|"[ \t]{1,8}"|rootpw|MONITOR|(?:auth|pass|pw|psk)\w{0,30}[ \t]/i

/** Secrets in the configuration of servers and network devices. */
export const DAEMON_RULES: RuleGroup = {
  sign: DAEMON_SIGN,
  rules: [
    { pattern: SENTINEL, sign: /auth-pass/, pick: ifTyped },
    { pattern: DEVICE_KEY, sign: /tacacs|radius/i, pick: ifTyped },
    { pattern: SNMP_USER, sign: /createUser|snmp/i, pick: ifTyped },
    { pattern: USER_PAIR, sign: /(?:auth|login|user|credentials?)[ \t=]/, pick: ifTyped },
    { pattern: PGPASS, sign: /:(?:\d{1,5}|\*):/, pick: unlessOpen },
    { pattern: ACL, sign: /(?<!\S)>\S/, pick: ([, value = '']) => (isMade('password', value) ? value : undefined) },
    {
      pattern: COMMUNITY,
      sign: /community|com2sec/,
      pick: ([, value = '']) => (isOpen(value) || /^(?:public|private)$/.test(value) ? undefined : value),
    },
    { pattern: COMMUNITY_SET, sign: /snmp/i, pick: ifTyped },
    { pattern: KEPT, sign: /[dtyg][ \t]{1,4}\d{1,2}[ \t]/, pick: ifTyped },
    { pattern: DIGEST_KEY, sign: /md5|sha|hmac/, pick: unlessOpen },
    { pattern: IPSEC, sign: /PSK|EAP|XAUTH|NTLM/, pick: unlessOpen },
    { pattern: CLEARTEXT, sign: /cleartext/, pick: ifTyped },
    { pattern: MAPPED, sign: /\bstatic:/, pick: ifTyped },
    { pattern: IMAP, sign: /\bLOGIN[ \t]/, pick: ifTyped },
    { pattern: TACACS_KEY, sign: /cleartext|tacacs/i, pick: ifTyped },
    { pattern: SECURE_LINK, sign: /secure_link/, pick: unlessOpen },
    { pattern: JAAS_USER, sign: /LoginModule/, pick: unlessOpen },
    { pattern: USER_LIST, sign: /credentials/, pick: ifTyped },
    {
      pattern: QUOTED_PAIR,
      sign: /"[ \t]{1,8}"/,
      pick: ([, value = '']) => (/^md5[0-9a-f]{32}$/.test(value) || isTyped(value) ? value : undefined),
    },
    { pattern: ROOT_PASSWORD, sign: /rootpw/, pick: unlessOpen },
    { pattern: UPS, sign: /MONITOR/, pick: unlessOpen },
    {
      pattern: LINE,
      sign: /(?:auth|pass|pw|psk)\w{0,30}[ \t]/i,
      pick: ([, name = '', value = '']) =>
        senseOf(name) === 'password' && /^(?:name|mixed|random)$/.test(classOf(value)) ? value : undefined,
    },
  ],
}
