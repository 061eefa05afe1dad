'use strict';

const field = document.getElementById('search');
const found = document.getElementById('found');
const status = found.querySelector('p');
const list = found.querySelector('ul');
const SHOWN = 12;

/** A word in a heading counts more than one in the text; all words have to be there. */
function score(section, words) {
  const title = (section.page + ' ' + section.heading).toLowerCase();
  const text = section.text.toLowerCase();
  let sum = 0;
  for (const word of words) {
    const points = (section.heading.toLowerCase() === word ? 20 : 0) + (title.includes(word) ? 5 : 0)
      + (text.includes(word) ? 1 : 0);
    if (points === 0) return 0;
    sum += points;
  }
  return sum;
}

function excerpt(section, word) {
  const at = Math.max(0, section.text.toLowerCase().indexOf(word) - 60);
  const part = section.text.slice(at, at + 180);
  return (at > 0 ? '… ' : '') + part + (at + 180 < section.text.length ? ' …' : '');
}

function item(section, word) {
  const link = document.createElement('a');
  link.href = section.address;
  link.textContent = section.page === section.heading ? section.page : section.page + ': ' + section.heading;
  const text = document.createElement('span');
  text.textContent = excerpt(section, word);
  const entry = document.createElement('li');
  entry.append(link, text);
  return entry;
}

function search() {
  const words = field.value.toLowerCase().split(/\s+/).filter(word => word);
  found.hidden = words.length === 0;
  if (found.hidden) return;
  const hits = SECTIONS.map(section => ({section, points: score(section, words)}))
    .filter(hit => hit.points > 0)
    .sort((a, b) => b.points - a.points);
  status.textContent = hits.length === 0 ? 'No section has all these words.'
    : hits.length > SHOWN ? `The best ${SHOWN} of ${hits.length} sections` : `Sections: ${hits.length}`;
  list.replaceChildren(...hits.slice(0, SHOWN).map(hit => item(hit.section, words[0])));
}

field.addEventListener('input', search);
field.form.addEventListener('submit', event => {
  event.preventDefault();
  list.querySelector('a')?.click();
});
document.addEventListener('keydown', event => {
  if (event.key === '/' && document.activeElement !== field) {
    event.preventDefault();
    field.focus();
  } else if (event.key === 'Escape' && !found.hidden) {
    field.value = '';
    search();
    field.focus();
  }
});
