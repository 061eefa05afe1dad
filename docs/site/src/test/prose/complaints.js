// Reads pieces of prose from standard input, a page's file and line before each and an empty line after it. Writes
// one line for each complaint of write-good: file:line: [rule] "words" reason: the sentence.
const writeGood = require('write-good');

// The rules of write-good by their explanations; all that are on by default.
const rules = {
  weasel: 'is a weasel word',
  illusion: 'is repeated',
  so: 'adds no meaning',
  thereIs: 'is unnecessary verbiage',
  passive: 'may be passive voice',
  adverb: 'can weaken meaning',
  tooWordy: 'is wordy or unneeded',
  cliches: 'is a cliche',
};

// Words that say something exact here, where the linter expects padding.
const exact = new Set([
  'only', 'exactly', // limits of a rule
  'many', 'several', 'early', // "how many", "more than one" and "before it is time"
  'silently', // without an error or a message
  'it is', 'it was', // the linter cannot see that "it" refers to something
  'implement', 'objective', 'monitor', 'type of', // terms of Java, of suggest and of Micronaut
]);

function sentenceAt(text, index) {
  const begin = Math.max(...['. ', ': ', '! ', '? '].map(end => text.lastIndexOf(end, index - 1))) + 1;
  const end = text.slice(index).search(/[.!?](\s|$)/);
  return text.slice(begin, end < 0 ? text.length : index + end + 1).trim();
}

for (const piece of require('fs').readFileSync(0, 'utf8').split('\n\n')) {
  const [place, ...lines] = piece.split('\n');
  if (lines.length === 0) continue;
  const [file, firstLine] = place.split('\t');
  const text = lines.join(' ');
  for (const { index, offset, reason } of writeGood(text)) {
    const words = text.slice(index, index + offset);
    if (exact.has(words.toLowerCase())) continue;
    const line = Number(firstLine) + lines.join('\n').slice(0, index).split('\n').length - 1;
    const rule = Object.keys(rules).filter(name => reason.includes(rules[name])).join(', ');
    console.log(`${file}:${line}: [${rule}] ${reason}: ${sentenceAt(text, index)}`);
  }
}
