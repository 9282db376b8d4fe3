const greatestLength = 200;

/** The words of a markdown source on one line, for previews and announcements. */
export function plainText(source: string): string {
  return source
    .slice(0, greatestLength * 2)
    .replace(/```[^\n]*\n?/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/(^|\n)\s*(?:>|#{1,6}|[-*+]|\d{1,9}\.)\s+/g, "$1")
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, "$2")
    .replace(/(^|[\s(])([*_])(\S(?:[^*_]*\S)?)\2(?=$|[\s).,!?:;])/g, "$1$3")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, greatestLength);
}
