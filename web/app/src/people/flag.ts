/** A signal flag: a pattern in two inks, one dark and one light. */
export interface Flag {
  pattern: Pattern;
  /** The ground, as a CSS colour. */
  ground: string;
  /** The figure on it, as a CSS colour. */
  figure: string;
}

export const patterns = [
  "vhalf",
  "diag",
  "quarters",
  "saltire",
  "cross",
  "inset",
  "bars",
  "chevron",
  "dot",
  "frame",
] as const;

export type Pattern = (typeof patterns)[number];

/** A dark ink always goes with a light one, so that flags differ without colour vision too. */
const darkInks = ["#24427A", "#1C7F93", "#50793D", "#B94A30", "#7B4276", "#5C6C79"] as const;
const lightInks = ["#F4F0E6", "#D9A233"] as const;

/** The flag of the user with this id: the same one everywhere and for ever. */
export function flagOf(id: string): Flag {
  let rest = hash(id);
  const take = (choices: number): number => {
    const choice = rest % choices;
    rest = Math.floor(rest / choices);
    return choice;
  };
  const pattern = patterns[take(patterns.length)] ?? "dot";
  const dark = darkInks[take(darkInks.length)] ?? darkInks[0];
  const light = lightInks[take(lightInks.length)] ?? lightInks[0];
  const darkGround = take(2) === 0;
  return {
    pattern,
    ground: darkGround ? dark : light,
    figure: darkGround ? light : dark,
  };
}

/** FNV-1a over UTF-16 units, with a final mix so that ids that differ in one digit lie apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
