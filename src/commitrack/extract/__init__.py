"""Extract: the time expressions and the statements in an article, each with its reasons.

Where things live, from the text to the candidate:

- `statements` leads through it all; `temporal/` finds the times, `words/` holds the language.
- A sentence: `sentences`, `datelines`, `tokens`, `marks`, `quoting`.
- The cues in it: `patterns`, `cues`, `lexicon`; what is none: `boilerplate`.
- Its clauses: `clauses`, `clause_starts`, `clause_ends`, `heads`, `verbs`, `subjects`,
  `conditions`.
- A cue with its clause: `scenes`, set by `setting`, with its times in `clocked`.
- What a scene can be asked: `pasts`, `polarity`, `noun_uses`, `doing`, `influences`, `voids`,
  `terms`, `limits`, `reports`, `asides`, `finite`, `governing`.
- The judges, named in `kinds`: `modals`, `acts`, `agents`, `changes`, `conditioned`,
  `timetables`, `courts`, `offices`, `advice`, `duties`, `plans`, `plan_nouns`, `arrangements`,
  `expectations`, `progressives`, `bonds`, `demands`, `effects`, `schedules`, `passives`,
  `presents`, `headlines`; `verdicts` is what they return.
- Who: `names`, `mentions`, `countries`, `parties`, `surroundings`, `antecedents`, `attribution`,
  `actors`.
- When, how strongly, in which words: `roles`, `whens`, `strength`, `titles`, `title_cuts`,
  `topics`, `complements`.
- `building` puts the candidate together.
"""
