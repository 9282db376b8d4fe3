declare module "virtual:emoji-table" {
  /** A line for each emoji: the emoji, its name, and after a bar more words that it is found by. */
  const table: string;
  export default table;
}
