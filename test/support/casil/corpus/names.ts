/** Names as people write them: words joined in the ways of code, paths and style sheets. */
import type { Rng } from './rng.js';

const WORDS = (
  'account action agent alert archive async audio backup balance batch billing bridge bucket button cache callback ' +
  'channel client cluster config connect container context counter create current customer daily data default delete ' +
  'deploy device dialog document download driver dynamic editor email enable engine error event export factory failed ' +
  'feature field filter final format frame gateway global group handler header health history image import index inner ' +
  'input instance internal invoice item job label layer layout level limit list loader local logger login main manager ' +
  'market media member message method metric model module monitor name network notification object offline online ' +
  'option order output owner package page panel parent parser partner pending plugin policy portal prefix preview ' +
  'primary printer process profile project property provider public queue quick random range reader record refresh ' +
  'region registry remote render report request reset resource response result retry review route runner sandbox scale ' +
  'schema score screen search section select server service session setting shadow share signal simple single source ' +
  'stage start state static status storage stream string style submit support switch system table target task template ' +
  'tenant theme thread timeout toggle tracker transfer trigger update upload user value vector version video viewer ' +
  'visible wallet watcher webhook widget window worker wrapper zone'
).split(' ');

/** A name of `least` to `least + 30` characters, without a separator at its ends. */
export function nameOf(rng: Rng, least: number): string {
  const style = rng.pick(['snake', 'kebab', 'camel', 'lower', 'upper'] as const);
  let name = rng.pick(WORDS);
  while (name.length < least + rng.int(20)) {
    const word = rng.int(12) === 0 ? String(rng.between(1, 2026)) : rng.pick(WORDS);
    if (style === 'camel') name += word.charAt(0).toUpperCase() + word.slice(1);
    else name += { snake: '_', kebab: '-', lower: '', upper: '_' }[style] + word;
  }
  return style === 'upper' ? name.toUpperCase() : name;
}

/** Cut to exactly this length, as a fixed-width format would read it. */
export function nameOfLength(rng: Rng, length: number): string {
  return nameOf(rng, length).slice(0, length);
}
