import type { Assessment } from '../../assessment/document.js';
import { contextOf } from '../argument/context.js';
import { aidRule } from '../argument/reasons/rule.js';
import type { AidRule, Rule } from '../argument/reasons/rule-shape.js';
import { pairWords, paysWords, ruleWords } from '../argument/text/rule-lines.js';
import { isZero } from '../words/numbers.js';
import type { Voice } from '../words/voice.js';

/** Which part of a policy's formula gave its sum, and what bound it: a sentence each. Nothing without a gap, or without a trace. */
export function aidRuleSentences(voice: Voice, assessment: Assessment): readonly string[] {
  const { aid, trace } = assessment;
  const node = trace?.nodes.find(({ id }) => id === aid?.node);
  if (aid === undefined || node?.kind !== 'aid' || isZero(aid.gap)) return [];
  const rule = aidRule(contextOf(voice.pack, assessment), node);
  return rule === null ? [] : [paysSentence(voice, rule.pays), ...boundSentences(voice, rule)];
}

function paysSentence(voice: Voice, pays: Rule): string {
  const counts = pays.kind === 'min' || pays.kind === 'max' ? pays.of.filter((_, at) => pays.counts.includes(at)) : [];
  const [first] = counts;
  if ((pays.kind !== 'min' && pays.kind !== 'max') || first === undefined) return paysWords(voice, pays);
  const others = pays.of.filter((one) => !counts.includes(one));
  if (others.length === 0) return voice.say('rule.pays', { amount: ruleWords(voice, first.term) });
  return voice.say(pays.kind === 'min' ? 'aid.smallest' : 'aid.largest', {
    this: ruleWords(voice, first.term),
    count: others.length,
    list: voice.row(others.map((one) => pairWords(voice, one))),
  });
}

function boundSentences(voice: Voice, { bound, minimum }: AidRule): readonly string[] {
  if (bound === 'gap') return [voice.say('aid.bound')];
  if (bound === null || minimum === null) return [];
  return [voice.say('rule.minimum', { amount: ruleWords(voice, minimum) })];
}
